#include "case_text.h"
#include "course_text.h"
#include "verbs.h"

#include <base/durable_file.h>
#include <desk/case_parts.h>
#include <desk/outbox_desk.h>
#include <desk/review_desk.h>
#include <papers/notice.h>

namespace cli {

namespace {

/// What the verbs of this group take; each uses a part.
struct Options {
    std::string caseText;
    std::string other;
    std::string matter;
    std::string localName;
    std::string state;
    std::string name;
    std::string number;
    std::string text;
    std::vector<std::string> pairs;
    forms::Party party;
    bool remove = false;
    bool receiptOnly = false;
    bool insists = false;
    std::string mark;
    std::string how;
};

using Shared = std::shared_ptr<Options>;

base::Result<Report> newCase(Context& context, const Options& o)
{
    auto intake = context.intake();
    if (!intake)
        return base::passOn(intake);
    auto view = intake->open(o.matter);
    if (view && !o.localName.empty())
        view = intake->nameLocally(view->draft.id, o.localName);
    return view ? base::Result<Report>(stepReport(*view, context)) : base::passOn(view);
}

base::Result<std::pair<std::string, std::string>> splitPair(const std::string& pair)
{
    const auto equals = pair.find('=');
    if (equals == std::string::npos || equals == 0)
        return base::fail(base::ErrorCode::BadArgument, "“{pair}” is not NAME=VALUE.", {{"pair", pair}});
    return std::pair{pair.substr(0, equals), pair.substr(equals + 1)};
}

base::Result<Report> answer(Context& context, base::CaseId id, const Options& o)
{
    std::vector<desk::AnswerText> answers;
    for (const auto& pair : o.pairs) {
        auto split = splitPair(pair);
        if (!split)
            return base::passOn(split);
        answers.push_back({split->first, split->second});
    }
    const auto view = context.intake()->answer(id, answers);
    return view ? base::Result<Report>(stepReport(*view, context)) : base::passOn(view);
}

/// The view of the later step, which tells of the earlier one too.
void addStep(base::Result<desk::CaseView>& view, base::Result<desk::CaseView> next)
{
    if (view && next) {
        auto& all = next->people;
        const auto& before = view->people;
        all.gone.insert(all.gone.begin(), before.gone.begin(), before.gone.end());
        all.back.insert(all.back.begin(), before.back.begin(), before.back.end());
    }
    view = std::move(next);
}

/// A file holds {form id: {…}}, or one form's object where the matter has one form.
base::Result<desk::CaseView> fillFromFile(desk::IntakeDesk& intake, base::CaseId id, const std::string& file)
{
    const auto bytes = base::readFile(file, std::size_t{4} << 20);
    if (!bytes)
        return base::passOn(bytes);
    const auto data = forms::FormData::parse(*bytes);
    if (!data)
        return base::passOn(data);
    auto view = intake.view(id);
    if (!view)
        return view;
    const auto guide = view->guide;
    bool byForm = false;
    for (const auto& form : guide->forms)
        if (const auto found = data->json().find(form.id());
            found != data->json().end() && found->is_object()) {
            byForm = true;
            addStep(view, intake.fillForm(id, form.id(), forms::FormData::fromJson(*found)));
            if (!view)
                return view;
        }
    if (byForm)
        return view;
    if (guide->forms.size() != 1)
        return base::fail(
            base::ErrorCode::BadInput, "{file} names no form of this matter.", {{"file", file}});
    return intake.fillForm(id, guide->forms.front().id(), *data);
}

base::Result<Report> fill(Context& context, base::CaseId id, const Options& o)
{
    auto intake = context.intake();
    base::Result<desk::CaseView> view =
        base::fail(base::ErrorCode::BadArgument, "Nothing was given to fill in.");
    std::vector<desk::FieldText> fields;
    for (const auto& pair : o.pairs) {
        if (pair.find('=') == std::string::npos) {
            addStep(view, fillFromFile(*intake, id, pair));
            if (!view)
                return base::passOn(view);
            continue;
        }
        auto split = splitPair(pair);
        if (!split)
            return base::passOn(split);
        const auto dot = split->first.find('.');
        if (dot == std::string::npos)
            fields.push_back({{}, split->first, split->second});
        else
            fields.push_back({split->first.substr(0, dot), split->first.substr(dot + 1), split->second});
    }
    if (!fields.empty())
        addStep(view, intake->fill(id, fields));
    return view ? base::Result<Report>(stepReport(*view, context)) : base::passOn(view);
}

base::Result<Report> take(Context& context, base::CaseId id, const Options& o)
{
    const auto other = context.caseId(o.other);
    if (!other)
        return base::passOn(other);
    const auto view = context.intake()->takeFrom(id, *other);
    return view ? base::Result<Report>(stepReport(*view, context)) : base::passOn(view);
}

base::Result<Report> check(Context& context, base::CaseId id, const Options&)
{
    auto intake = context.intake();
    const auto view = intake->view(id);
    if (!view)
        return base::passOn(view);
    auto report = checkReport(*view, context);
    const auto offer = intake->versionOffer(id);
    if (!offer)
        return base::passOn(offer);
    if (*offer)
        addOffer(report, **offer, context);
    return report;
}

base::Result<Report> adopt(Context& context, base::CaseId id, const Options&)
{
    const auto adopted = context.intake()->adopt(id);
    if (!adopted)
        return base::passOn(adopted);
    auto report = stepReport(adopted->view, context);
    report.json["version"] = adopted->view.draft.guide.version;
    report.json["dropped"] = nlohmann::json::array();
    for (const auto& phrase : adopted->dropped) {
        report.json["dropped"].push_back(context.say(phrase));
        report.text += "\n" + context.say(phrase);
    }
    return report;
}

base::Result<Report> show(Context& context, base::CaseId id, const Options&)
{
    const auto view = context.intake()->view(id);
    if (!view)
        return base::passOn(view);
    const auto parts = desk::partsOf(**context.workplace(), id);
    if (!parts)
        return base::passOn(parts);
    return caseReport(*view, *parts, context);
}

base::Result<Report> seal(Context& context, base::CaseId id, const Options& o)
{
    const auto sealed =
        context.intake()->seal(id,
                               o.receiptOnly ? forms::SealPurpose::Receipt : forms::SealPurpose::Acceptance,
                               o.insists ? desk::Insistence::Insists : desk::Insistence::No);
    if (!sealed)
        return base::passOn(sealed);
    const auto ahead = (*context.workplace())->sessions().clockAhead();
    return Report{{{"case", id.toString()},
                   {"revision", sealed->manifest().sealed.revision},
                   {"manifest", sealed->digest().toString()}},
                  context.say("Revision {revision} of {number} is sealed and waits in the outbox.",
                              {{"revision", std::to_string(sealed->manifest().sealed.revision)},
                               {"number", sealed->manifest().sealed.number}}),
                  0,
                  ahead && *ahead ? std::vector{clockWarning(**ahead, context)} : std::vector<std::string>()};
}

base::Result<Report> recall(Context& context, base::CaseId id, const Options&)
{
    const auto signIn = context.signIn();
    if (!signIn)
        return base::passOn(signIn);
    const auto recalled = desk::OutboxDesk(**context.workplace(), **signIn).recall(id, context.stop());
    if (!recalled)
        return base::passOn(recalled);
    const bool received = *recalled == offline::Recalled::Received;
    const auto view = context.intake()->view(id);
    if (!view)
        return base::passOn(view);
    auto report = stepReport(*view, context);
    report.json["recalled"] = received ? "received" : "draft";
    report.text =
        received ? context.say("The back office has the case already. Its receipt was fetched: {number}.",
                               {{"number", view->draft.officialNumber}})
                 : context.say(
                     "Case {number} is a draft again, revision {revision}.",
                     {{"number", view->draft.number}, {"revision", std::to_string(view->draft.revision)}});
    return report;
}

base::Result<Report> answerMark(Context& context, base::CaseId id, const Options& o)
{
    const auto mark = base::AnnotationId::parse(o.mark);
    const auto how = forms::parseAnswerHow(o.how);
    if (!mark || !how)
        return base::fail(base::ErrorCode::BadArgument, "“{mark}” is no id of a mark.", {{"mark", o.mark}});
    const auto view = context.intake()->answerMark(id, {*mark, *how, o.text});
    if (!view)
        return base::passOn(view);
    auto report = stepReport(*view, context);
    report.json["unanswered"] = marksJson(view->unanswered);
    return report;
}

base::Result<Report> reopen(Context& context, base::CaseId id, const Options&)
{
    const auto view = context.intake()->reopen(id);
    return view ? base::Result<Report>(stepReport(*view, context)) : base::passOn(view);
}

base::Result<Report> party(Context& context, base::CaseId id, const Options& o)
{
    auto intake = context.intake();
    const auto view = o.remove ? intake->removeParty(id, o.party.key) : intake->putParty(id, o.party);
    return view ? base::Result<Report>(stepReport(*view, context)) : base::passOn(view);
}

/// A draft ends here; what the back office has is withdrawn there.
base::Result<Report> withdraw(Context& context, base::CaseId id, const Options& o)
{
    auto intake = context.intake();
    const auto before = intake->view(id);
    if (!before)
        return base::passOn(before);
    if (desk::isOnlyHere(before->draft.state, before->draft.revision)) {
        const auto view = intake->withdrawDraft(id, o.text);
        return view ? base::Result<Report>(stepReport(*view, context)) : base::passOn(view);
    }
    const auto signIn = context.signIn();
    if (!signIn)
        return base::passOn(signIn);
    desk::ReviewDesk review(**context.workplace(), **signIn);
    const auto answered = review.act(id, {forms::Action::Withdraw, o.text, {}, {}, {}, {}}, context.stop());
    if (!answered)
        return base::passOn(answered);
    return Report{{{"case", id.toString()}, {"state", forms::nameOf(answered->state)}},
                  context.say(forms::titleOf(answered->state)),
                  0};
}

base::Result<Report> list(Context& context, const Options& o)
{
    const auto place = context.workplace();
    if (!place)
        return base::passOn(place);
    offline::CaseFilter filter;
    filter.matter = o.matter;
    filter.name = o.name;
    filter.number = o.number;
    if (!o.state.empty()) {
        filter.state = forms::parseCaseState(o.state);
        if (!filter.state)
            return base::fail(
                base::ErrorCode::BadArgument, "There is no state {state}.", {{"state", o.state}});
    }
    const auto rows = (*place)->cases().list(filter);
    if (!rows)
        return base::passOn(rows);
    Report report{nlohmann::json::array(), {}, 0};
    for (const auto& row : *rows) {
        report.json.push_back({{"case", row.id.toString()},
                               {"revision", row.revision},
                               {"state", forms::nameOf(row.state)},
                               {"matter", row.matter},
                               {"name", row.matterName},
                               {"number", row.number},
                               {"officialNumber", row.officialNumber},
                               {"applicant", row.applicant},
                               {"pages", row.pages},
                               {"received", base::formatTimestamp(row.received)}});
        report.text += row.number + "\t" + context.say(forms::titleOf(row.state)) + "\t" + row.matterName
                       + "\t" + row.applicant + "\n";
    }
    if (rows->empty())
        report.text = context.say("There are no such cases.");
    return report;
}

using Verb = base::Result<Report> (*)(Context&, base::CaseId, const Options&);

/// A verb on one case: resolves it, then runs.
CLI::App* addVerb(
    CLI::App& cases, Command& command, const Shared& o, const char* name, const char* about, Verb verb)
{
    auto* sub = cases.add_subcommand(name, about);
    sub->add_option("CASE", o->caseText, "Id, its beginning, or number")->required();
    sub->callback([&command, o, verb] {
        command.run = [o, verb](Context& context) -> base::Result<Report> {
            const auto id = context.caseId(o->caseText);
            return id ? verb(context, *id, *o) : base::passOn(id);
        };
    });
    return sub;
}

void addPartyVerb(CLI::App& cases, Command& command, const Shared& o)
{
    auto* sub = addVerb(cases, command, o, "party", "Add, change or remove a person by hand", party);
    sub->add_option("--role", o->party.role, "applicant, agent, or another that the guide names");
    sub->add_option("--key", o->party.key, "The party to change; new without");
    sub->add_option("--name", o->party.name);
    sub->add_option("--id-type", o->party.idType, "Kind of paper: 111, 414, uscc …; by the number without");
    sub->add_option("--id-number", o->party.idNumber);
    sub->add_option("--phone", o->party.phone);
    sub->add_flag("--remove", o->remove);
}

void addListVerb(CLI::App& cases, Command& command, const Shared& o)
{
    auto* sub = cases.add_subcommand("list", "Cases of this workstation, newest first");
    sub->add_option("--state", o->state);
    sub->add_option("--matter", o->matter);
    sub->add_option("--name", o->name, "Whole name of a person in the case");
    sub->add_option("--number", o->number, "Provisional or official number");
    sub->callback([&command, o] { command.run = [o](Context& context) { return list(context, *o); }; });
}

}  // namespace

void addCaseVerbs(CLI::App& cases, Command& command)
{
    const auto o = std::make_shared<Options>();
    auto* create = cases.add_subcommand("new", "Open a case of a matter");
    create->add_option("MATTER", o->matter)->required();
    create->add_option("--item", o->localName, "The local name it goes by here")->type_name("NAME");
    create->callback([&command, o] { command.run = [o](Context& context) { return newCase(context, *o); }; });
    addVerb(cases, command, o, "answer", "Answer questions of the situation", answer)
        ->add_option("QUESTION=VALUE", o->pairs)
        ->required();
    addVerb(cases, command, o, "fill", "Fill a form from a JSON file or field by field", fill)
        ->add_option("FILE|FIELD=VALUE", o->pairs)
        ->required();
    addVerb(cases, command, o, "take", "Fill what the guide takes from a case of another matter", take)
        ->add_option("OTHER", o->other, "Id, its beginning, or number")
        ->required();
    addVerb(cases, command, o, "check", "What is missing, all at once; exit 3 unless acceptable", check);
    addVerb(cases, command, o, "show", "The whole case", show);
    addVerb(cases, command, o, "adopt", "Go over to the version of the guide that is in force", adopt);
    auto* sealed = addVerb(cases, command, o, "seal", "Sign the case and put it into the outbox", seal);
    sealed->add_flag("--receipt", o->receiptOnly, "For receipt only: the back office accepts it");
    sealed->add_flag("--insist", o->insists, "The applicant insists although a condition is not met");
    addVerb(cases, command, o, "recall", "Take back a sealed case that was not received", recall);
    auto* answered = addVerb(cases, command, o, "answer-mark", "Answer a mark of the reviewer", answerMark);
    answered->add_option("ANNOTATION", o->mark)->required();
    answered->add_option("--how", o->how)->required()->check(CLI::IsMember({"replaced", "filled", "stays"}));
    answered->add_option("--reason", o->text, "Why it stays: the reviewer reads it")->type_name("T");
    addVerb(cases, command, o, "reopen", "Begin the next revision of a case that came back", reopen);
    auto* ended = addVerb(cases, command, o, "withdraw", "Withdraw for the applicant", withdraw);
    ended->add_option("--reason", o->text)->required();
    addPartyVerb(cases, command, o);
    addListVerb(cases, command, o);
}

}  // namespace cli
