#include "calendar_warning.h"
#include "review_text.h"
#include "verbs.h"

#include <base/durable_file.h>

namespace cli {

namespace {

struct Options {
    std::string state;
    std::string caseText;
    std::string page;
    std::string box;
    std::string point;
    std::string text;
    std::string action;
    std::string child;
    std::string until;
    std::string procedure;
    std::string out;
    std::string field;
    std::string taker;
    std::string how;
    std::string proof;
    int period = 0;
    std::string unit = "workday";
    std::vector<std::string> cites;
};

using Shared = std::shared_ptr<Options>;
using Verb = base::Result<Report> (*)(Context&, desk::ReviewDesk&, base::CaseId, const Options&);

base::Result<desk::ReviewDesk> deskOf(Context& context)
{
    const auto signIn = context.signIn();
    if (!signIn)
        return base::passOn(signIn);
    return desk::ReviewDesk(**context.workplace(), **signIn);
}

base::Result<Report> list(Context& context, const Options& o)
{
    auto desk = deskOf(context);
    if (!desk)
        return base::passOn(desk);
    std::optional<forms::CaseState> state;
    if (!o.state.empty() && !(state = forms::parseCaseState(o.state)))
        return base::fail(base::ErrorCode::BadArgument, "There is no state {state}.", {{"state", o.state}});
    const auto cases = desk->list(state, context.stop());
    if (!cases)
        return base::passOn(cases);
    Report report{nlohmann::json::array(), {}, 0};
    for (const auto& summary : *cases) {
        report.json.push_back(summaryJson(summary));
        report.text += summary.number + "\t" + context.say(forms::titleOf(summary.state)) + "\t"
                       + summary.matterName + "\t" + summary.applicant + "\t" + summary.claimedBy + "\n";
    }
    if (cases->empty())
        report.text = context.say("There are no such cases.");
    warnOfMissingCalendar(context);
    return report;
}

base::Result<Report> show(Context& context, desk::ReviewDesk& desk, base::CaseId id, const Options&)
{
    const auto dossier = desk.show(id, context.stop());
    return dossier ? base::Result<Report>(dossierReport(*dossier, context)) : base::passOn(dossier);
}

base::Result<Report> answerReport(const base::Result<api::ActionAnswer>& answer, const Context& context)
{
    if (!answer)
        return base::passOn(answer);
    Report report{{{"case", answer->caseId.toString()},
                   {"revision", answer->revision},
                   {"state", forms::nameOf(answer->state)},
                   {"number", answer->number},
                   {"claimedBy", answer->claimedBy}},
                  answer->number + "\t" + context.say(forms::titleOf(answer->state)),
                  0};
    if (answer->child) {
        report.json["childState"] = forms::nameOf(*answer->child);
        report.text += "\t" + context.say(forms::titleOf(*answer->child));
    }
    return report;
}

base::Result<Report> claim(Context& context, desk::ReviewDesk& desk, base::CaseId id, const Options&)
{
    return answerReport(desk.claim(id, context.stop()), context);
}

base::Result<Report> release(Context& context, desk::ReviewDesk& desk, base::CaseId id, const Options&)
{
    return answerReport(desk.release(id, context.stop()), context);
}

base::Result<base::PageId> pageOf(const Options& o)
{
    if (const auto page = base::PageId::parse(o.page))
        return *page;
    return base::fail(base::ErrorCode::BadArgument, "“{page}” is no id of a page.", {{"page", o.page}});
}

base::Result<Report> page(Context& context, desk::ReviewDesk& desk, base::CaseId id, const Options& o)
{
    const auto wanted = pageOf(o);
    if (!wanted)
        return base::passOn(wanted);
    const auto dossier = desk.show(id, context.stop());
    if (!dossier)
        return base::passOn(dossier);
    const auto* found = dossier->newest().sealed.findPage(*wanted);
    if (found == nullptr)
        return base::fail(base::ErrorCode::NotFound, "The case has no page {page}.", {{"page", o.page}});
    const auto image = desk.pageImage(found->sha256, context.stop());
    if (!image)
        return base::passOn(image);
    if (auto written = base::writeDurably(o.out, *image); !written)
        return base::passOn(written);
    return Report{{{"page", o.page}, {"sha256", found->sha256.toString()}, {"out", o.out}},
                  context.say("The page is in {file}.", {{"file", o.out}}),
                  0};
}

Report markReport(base::CaseId id, const forms::Annotation& mark, const Context& context)
{
    Report report{{{"mark", mark.id.toString()}, {"case", id.toString()}, {"point", mark.point}},
                  context.say("The mark is set."),
                  0};
    if (!mark.pointer.empty())
        report.json["target"] = "urn:onewindow:case:" + id.toString() + "#" + mark.pointer;
    return report;
}

base::Result<Report> annotateField(Context& context,
                                   desk::ReviewDesk& desk,
                                   base::CaseId id,
                                   const Options& o)
{
    const auto slash = o.field.find('/');
    if (slash == std::string::npos || slash == 0)
        return base::fail(base::ErrorCode::BadArgument,
                          "A field is FORM/POINTER, like application/tel, not “{field}”.",
                          {{"field", o.field}});
    const auto mark = desk.annotateField(
        id, {o.field.substr(0, slash), o.field.substr(slash)}, o.point, o.text, context.stop());
    if (!mark)
        return base::passOn(mark);
    return markReport(id, *mark, context);
}

/// On a place of a page, or on a field of a form.
base::Result<Report> annotate(Context& context, desk::ReviewDesk& desk, base::CaseId id, const Options& o)
{
    if (!o.field.empty())
        return annotateField(context, desk, id, o);
    const auto wanted = pageOf(o);
    if (!wanted)
        return base::passOn(wanted);
    const auto box = forms::parsePercentBox(o.box);
    if (!box)
        return base::fail(base::ErrorCode::BadArgument,
                          "“{box}” is no part of a page: give X,Y,W,H in percent of it.",
                          {{"box", o.box}});
    const auto mark = desk.annotate(id, *wanted, *box, o.point, o.text, context.stop());
    if (!mark)
        return base::passOn(mark);
    return markReport(id, *mark, context);
}

/// What becomes of a child, in the words of its states.
base::Result<forms::ChildAction> childActionOf(const std::string& word)
{
    if (word == "done")
        return forms::ChildAction::Finish;
    if (word == "refused")
        return forms::ChildAction::Refuse;
    if (word == "begun")
        return forms::ChildAction::Begin;
    return base::fail(base::ErrorCode::BadArgument,
                      "A part of a case is done, refused or begun, not “{word}”.",
                      {{"word", word}});
}

base::Result<Report> child(Context& context, desk::ReviewDesk& desk, base::CaseId id, const Options& o)
{
    const auto action = childActionOf(o.action);
    if (!action)
        return base::passOn(action);
    const desk::ReviewStep step{*action, o.text, {}, std::nullopt, std::nullopt, {}, o.child};
    return answerReport(desk.act(id, step, context.stop()), context);
}

base::Result<desk::ReviewStep> stepOf(const Options& o)
{
    const auto action = api::parseRequestedAction(o.action);
    if (!action)
        return base::fail(
            base::ErrorCode::BadArgument, "There is no action {action}.", {{"action", o.action}});
    desk::ReviewStep step{*action, o.text, o.cites, std::nullopt, std::nullopt, o.procedure};
    if (!o.until.empty()) {
        step.until = base::parseDate(o.until);
        if (!step.until)
            return base::fail(
                base::ErrorCode::BadArgument, "“{date}” is no date like 2026-11-29.", {{"date", o.until}});
    }
    if (o.period > 0)
        step.period =
            forms::Period{o.period, forms::parseTimeUnit(o.unit).value_or(forms::TimeUnit::Workday), {}};
    step.taker = o.taker;
    step.how = o.how;
    step.proof = o.proof;
    return step;
}

base::Result<Report> act(Context& context, desk::ReviewDesk& desk, base::CaseId id, const Options& o)
{
    const auto step = stepOf(o);
    if (!step)
        return base::passOn(step);
    return answerReport(desk.act(id, *step, context.stop()), context);
}

CLI::App* addVerb(
    CLI::App& review, Command& command, const Shared& o, const char* name, const char* about, Verb verb)
{
    auto* sub = review.add_subcommand(name, about);
    sub->add_option("CASE", o->caseText, "Id or official number")->required();
    sub->callback([&command, o, verb] {
        command.asked = Asked::BackOffice;
        command.run = [o, verb](Context& context) -> base::Result<Report> {
            auto desk = deskOf(context);
            if (!desk)
                return base::passOn(desk);
            const auto id = desk->resolve(o->caseText, context.stop());
            return id ? verb(context, *desk, *id, *o) : base::passOn(id);
        };
    });
    return sub;
}

}  // namespace

void addReviewVerbs(CLI::App& program, Command& command)
{
    const auto o = std::make_shared<Options>();
    auto* review = program.add_subcommand("review", "The back office's side: work list, marks, decisions");
    review->require_subcommand(1);
    auto* all = review->add_subcommand("list", "The work list");
    all->add_option("--state", o->state);
    all->callback([&command, o] {
        command.asked = Asked::BackOffice;
        command.run = [o](Context& context) { return list(context, *o); };
    });
    addVerb(*review, command, o, "show", "A case with its pages, marks and what may be done", show);
    addVerb(*review, command, o, "claim", "Take a case to work on", claim);
    addVerb(*review, command, o, "release", "Give it back", release);
    auto* image = addVerb(*review, command, o, "page", "Write a page's image to a file, not encrypted", page);
    image->add_option("PAGE", o->page)->required();
    image->add_option("--out", o->out)->required()->type_name("FILE");
    auto* mark = addVerb(*review, command, o, "annotate", "Put a mark on a page or a field", annotate);
    auto* onPage = mark->add_option("PAGE", o->page);
    mark->add_option("--xywh", o->box, "In percent of the page")->type_name("X,Y,W,H");
    mark->add_option("--field", o->field, "In place of a page: FORM/POINTER, rows by place or @ID")
        ->type_name("FORM/POINTER")
        ->excludes(onPage);
    mark->add_option("--point", o->point)->type_name("MATERIAL/POINT");
    mark->add_option("--text", o->text)->required();
    auto* step =
        addVerb(*review, command, o, "act", "Take a step: accept, request-correction, approve, …", act);
    step->add_option("ACTION", o->action)->required();
    step->add_option("--reason", o->text);
    step->add_option(
            "--cite,--point", o->cites, "MATERIAL, MATERIAL/POINT, route:ID, condition:N, or a flag's cause")
        ->take_all();
    step->add_option("--until", o->until)->type_name("DATE");
    step->add_option("--procedure", o->procedure, "Special procedure, by its code in the guide");
    step->add_option("--period,--extend-by", o->period, "How long, for an extension or a procedure")
        ->type_name("N");
    step->add_option("--unit,--extend-unit", o->unit)
        ->check(CLI::IsMember({"workday", "day", "month", "hour", "minute", "work_hour"}));
    step->add_option("--taker", o->taker, "Who took the result")->type_name("NAME");
    step->add_option("--how", o->how)->check(CLI::IsMember({"person", "agent", "mail"}));
    step->add_option("--proof", o->proof, "What shows it")->type_name("T");
    auto* part =
        addVerb(*review, command, o, "child", "Settle a part of a bundle: done, refused, begun", child);
    part->add_option("CHILD", o->child, "Its id, as “show” tells it")->required();
    part->add_option("OUTCOME", o->action, "done, refused, or begun all the same")->required();
    part->add_option("--note", o->text, "For a refusal the reason, which the applicant reads")
        ->type_name("T");
}

}  // namespace cli
