#include "case_text.h"
#include "verbs.h"

namespace cli {

namespace {

struct Options {
    std::string caseText;
    std::string material;
    std::string due;
    std::string by;
    std::string reference;
    std::string point;
    std::string verdict;
    std::string note;
    std::string fact;
    forms::PaperCount paper;
};

using Shared = std::shared_ptr<Options>;
using Verb = base::Result<desk::CaseView> (*)(desk::IntakeDesk&, base::CaseId, const Options&);

base::Result<desk::CaseView> defer(desk::IntakeDesk& intake, base::CaseId id, const Options& o)
{
    const auto due = base::parseDate(o.due);
    if (!due)
        return base::fail(
            base::ErrorCode::BadArgument, "“{date}” is no date like 2026-11-29.", {{"date", o.due}});
    return intake.defer(id, placeOf(o.material), *due);
}

base::Result<desk::CaseView> exempt(desk::IntakeDesk& intake, base::CaseId id, const Options& o)
{
    return intake.exempt(id, placeOf(o.material), o.by, o.reference);
}

base::Result<desk::CaseView> demand(desk::IntakeDesk& intake, base::CaseId id, const Options& o)
{
    return intake.demand(id, placeOf(o.material));
}

base::Result<desk::CaseView> point(desk::IntakeDesk& intake, base::CaseId id, const Options& o)
{
    const auto slash = o.point.rfind('/');
    if (slash == std::string::npos)
        return base::fail(base::ErrorCode::BadArgument,
                          "A review point is MATERIAL/POINT, not “{point}”.",
                          {{"point", o.point}});
    const auto verdict = o.verdict == "pass" ? forms::PointVerdict::Pass : forms::PointVerdict::Fail;
    return intake.recordPoint(
        id, placeOf(o.point.substr(0, slash)), o.point.substr(slash + 1), verdict, o.note);
}

base::Result<desk::CaseView> paper(desk::IntakeDesk& intake, base::CaseId id, const Options& o)
{
    return intake.recordPaper(id, placeOf(o.material), o.paper);
}

base::Result<desk::CaseView> fact(desk::IntakeDesk& intake, base::CaseId id, const Options& o)
{
    const auto equals = o.fact.find('=');
    if (equals == std::string::npos)
        return base::fail(base::ErrorCode::BadArgument, "“{pair}” is not NAME=VALUE.", {{"pair", o.fact}});
    return intake.recordFact(id, placeOf(o.material), o.fact.substr(0, equals), o.fact.substr(equals + 1));
}

CLI::App* addVerb(
    CLI::App& cases, Command& command, const Shared& o, const char* name, const char* about, Verb verb)
{
    auto* sub = cases.add_subcommand(name, about);
    sub->add_option("CASE", o->caseText, "Id, its beginning, or number")->required();
    sub->callback([&command, o, verb] {
        command.run = [o, verb](Context& context) -> base::Result<Report> {
            const auto id = context.caseId(o->caseText);
            if (!id)
                return base::passOn(id);
            auto intake = context.intake();
            const auto view = verb(*intake, *id, *o);
            return view ? base::Result<Report>(stepReport(*view, context)) : base::passOn(view);
        };
    });
    return sub;
}

CLI::App* addMaterialVerb(
    CLI::App& cases, Command& command, const Shared& o, const char* name, const char* about, Verb verb)
{
    auto* sub = addVerb(cases, command, o, name, about, verb);
    sub->add_option("MATERIAL", o->material, "Material, with @PARTY where it is asked per person")
        ->required();
    return sub;
}

}  // namespace

void addMaterialVerbs(CLI::App& cases, Command& command)
{
    const auto o = std::make_shared<Options>();
    addMaterialVerb(cases, command, o, "defer", "The applicant hands it in later", defer)
        ->add_option("--due", o->due)
        ->required()
        ->type_name("DATE");
    auto* free =
        addMaterialVerb(cases, command, o, "exempt", "Covered by a card read, a licence or a query", exempt);
    free->add_option("--by", o->by)->required();
    free->add_option("--reference", o->reference)->required();
    addMaterialVerb(cases, command, o, "demand", "Take back a deferral or an exemption", demand);
    auto* judged = addVerb(cases, command, o, "point", "Record what was found at a review point", point);
    judged->add_option("MATERIAL/POINT", o->point)->required();
    judged->add_option("VERDICT", o->verdict)->required()->check(CLI::IsMember({"pass", "fail"}));
    judged->add_option("--note", o->note);
    auto* sheets = addMaterialVerb(cases, command, o, "paper", "Sheets handed in and kept", paper);
    sheets->add_option("--originals", o->paper.originals);
    sheets->add_option("--copies", o->paper.copies);
    sheets->add_option("--kept", o->paper.kept);
    addMaterialVerb(cases, command, o, "fact", "Record what a material says: valid_to=2035-06-15", fact)
        ->add_option("NAME=VALUE", o->fact)
        ->required();
}

}  // namespace cli
