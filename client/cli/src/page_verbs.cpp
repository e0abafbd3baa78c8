#include "case_text.h"
#include "verbs.h"

namespace cli {

namespace {

struct Options {
    std::string caseText;
    std::string place;
    std::string page;
    std::string file;
    std::vector<std::string> files;
    std::size_t position = static_cast<std::size_t>(-1);
    int degrees = 90;
};

using Shared = std::shared_ptr<Options>;
using Verb = base::Result<desk::CaseView> (*)(desk::IntakeDesk&, base::CaseId, base::PageId, const Options&);

base::Result<desk::CaseView> move(desk::IntakeDesk& intake,
                                  base::CaseId id,
                                  base::PageId page,
                                  const Options& o)
{
    return intake.movePage(id, page, placeOf(o.place), o.position);
}

base::Result<desk::CaseView> replace(desk::IntakeDesk& intake,
                                     base::CaseId id,
                                     base::PageId page,
                                     const Options& o)
{
    return intake.replaceByFile(id, page, o.file);
}

base::Result<desk::CaseView> rotate(desk::IntakeDesk& intake,
                                    base::CaseId id,
                                    base::PageId page,
                                    const Options& o)
{
    return intake.rotatePage(id, page, o.degrees);
}

base::Result<desk::CaseView> discard(desk::IntakeDesk& intake,
                                     base::CaseId id,
                                     base::PageId page,
                                     const Options&)
{
    return intake.discardPage(id, page);
}

/// A page, or somebody who went with all his pages and the row that named him.
base::Result<Report> restore(Context& context, const Options& o)
{
    const auto id = context.caseId(o.caseText);
    if (!id)
        return base::passOn(id);
    auto intake = context.intake();
    const auto page = base::PageId::parse(o.page);
    const auto view = page ? intake->restorePage(*id, *page) : intake->restoreParty(*id, o.page);
    return view ? base::Result<Report>(stepReport(*view, context)) : base::passOn(view);
}

base::Result<Report> listPages(Context& context, const Options& o)
{
    const auto id = context.caseId(o.caseText);
    if (!id)
        return base::passOn(id);
    const auto view = context.intake()->view(*id);
    if (!view)
        return base::passOn(view);
    Report report{nlohmann::json::array(), {}, 0};
    for (const auto& page : view->draft.pages) {
        const auto json = pageJson(view->draft, page);
        report.json.push_back(json);
        report.text += page.id.toString() + "\t"
                       + (json["material"].is_string() ? json["material"].get<std::string>() : "-") + "\t"
                       + std::to_string(page.width) + "x" + std::to_string(page.height) + "\t"
                       + std::to_string(page.dpi.value) + " dpi\n";
    }
    if (view->draft.pages.empty())
        report.text = context.say("The case has no pages yet.");
    return report;
}

base::Result<Report> attach(Context& context, const Options& o)
{
    const auto id = context.caseId(o.caseText);
    if (!id)
        return base::passOn(id);
    const auto view = context.intake()->attach(*id, placeOf(o.place), {o.files.begin(), o.files.end()});
    return view ? base::Result<Report>(stepReport(*view, context)) : base::passOn(view);
}

CLI::App* addVerb(
    CLI::App& cases, Command& command, const Shared& o, const char* name, const char* about, Verb verb)
{
    auto* sub = cases.add_subcommand(name, about);
    sub->add_option("CASE", o->caseText, "Id, its beginning, or number")->required();
    sub->add_option("PAGE", o->page)->required();
    sub->callback([&command, o, verb] {
        command.run = [o, verb](Context& context) -> base::Result<Report> {
            const auto id = context.caseId(o->caseText);
            if (!id)
                return base::passOn(id);
            const auto page = base::PageId::parse(o->page);
            if (!page)
                return base::fail(
                    base::ErrorCode::BadArgument, "“{page}” is no id of a page.", {{"page", o->page}});
            auto intake = context.intake();
            const auto view = verb(*intake, *id, *page, *o);
            return view ? base::Result<Report>(stepReport(*view, context)) : base::passOn(view);
        };
    });
    return sub;
}

}  // namespace

void addPageVerbs(CLI::App& cases, Command& command)
{
    const auto o = std::make_shared<Options>();
    auto* pages = cases.add_subcommand("pages", "All pages of a case");
    pages->add_option("CASE", o->caseText)->required();
    pages->callback(
        [&command, o] { command.run = [o](Context& context) { return listPages(context, *o); }; });
    auto* files = cases.add_subcommand("attach", "Put image files to a material");
    files->add_option("CASE", o->caseText)->required();
    files->add_option("MATERIAL", o->place)->required();
    files->add_option("FILE", o->files)->required();
    files->callback([&command, o] { command.run = [o](Context& context) { return attach(context, *o); }; });
    auto* moved = addVerb(cases, command, o, "move", "Put a page to another material or place", move);
    moved->add_option("MATERIAL", o->place)->required();
    moved->add_option("--position", o->position, "From 0; last without");
    addVerb(cases, command, o, "replace", "A file takes the page's place", replace)
        ->add_option("FILE", o->file)
        ->required();
    addVerb(cases, command, o, "rotate", "Turn a page", rotate)
        ->add_option("DEGREES", o->degrees)
        ->required();
    addVerb(cases, command, o, "discard", "Take a page out; it can be restored", discard);
    auto* back =
        cases.add_subcommand("restore", "Bring back a discarded page, or a person with row and pages");
    back->add_option("CASE", o->caseText, "Id, its beginning, or number")->required();
    back->add_option("PAGE|PARTY", o->page)->required();
    back->callback([&command, o] { command.run = [o](Context& context) { return restore(context, *o); }; });
}

}  // namespace cli
