#include "case_text.h"

#include "course_text.h"
#include "exit_code.h"
#include "part_text.h"

#include <desk/people_told.h>
#include <forms/applicant.h>
#include <forms/identity_number.h>
#include <forms/identity_paper.h>

#include <algorithm>

namespace cli {

namespace {

nlohmann::json movedJson(const std::vector<forms::MovedPapers>& moved)
{
    auto list = nlohmann::json::array();
    for (const auto& papers : moved) {
        nlohmann::json pages = nlohmann::json::array();
        for (const auto page : papers.pages)
            pages.push_back(page.toString());
        list.push_back({{"party", papers.party.key}, {"name", papers.party.name}, {"pages", pages}});
    }
    return list;
}

}  // namespace

desk::MaterialPlace placeOf(const std::string& text)
{
    const auto at = text.find('@');
    return at == std::string::npos ? desk::MaterialPlace{text, {}}
                                   : desk::MaterialPlace{text.substr(0, at), text.substr(at + 1)};
}

std::vector<std::string> findingTexts(const forms::Completeness& completeness, const Context& context)
{
    std::vector<std::string> texts;
    for (const auto& finding : completeness.findings)
        texts.push_back(context.say(finding.text));
    return texts;
}

namespace {

/// What sealing wants beside the check.
void addHints(Report& report, const desk::CaseView& view, const Context& context)
{
    report.json["unanswered"] = marksJson(view.unanswered);
    for (const auto& mark : view.unanswered)
        report.text += "* " + mark.id.toString() + "\t" + markText(mark) + "\n";
    report.json["todo"] = textsJson(view.todo, context);
    if (!view.unsealable)
        return;
    const auto sentence = context.say(i18n::phraseOf(*view.unsealable));
    report.json["unsealable"] = sentence;
    if (view.completeness.sealable())
        report.text += sentence + "\n";
}

}  // namespace

Report checkReport(const desk::CaseView& view, const Context& context)
{
    auto completeness = view.completeness;
    completeness.findings.insert(completeness.findings.end(), view.beside.begin(), view.beside.end());
    const auto texts = findingTexts(completeness, context);
    Report report;
    report.json = nlohmann::json::parse(forms::completenessToJson(completeness, texts));
    report.text = context.say(forms::titleOf(completeness.verdict)) + "\n";
    for (std::size_t i = 0; i < texts.size(); ++i)
        report.text += std::string(forms::nameOf(completeness.findings[i].level)) + "\t" + texts[i] + "\n";
    if (view.age == forms::CatalogueAge::Stale)
        report.text +=
            context.say("The guides here are too old to accept by: update them, or seal for receipt only.")
            + "\n";
    if (const auto named = forms::checkApplicant(*view.guide, view.draft); !named)
        report.notes.push_back(context.say(i18n::phraseOf(named.error())));
    report.json["stale"] = view.age == forms::CatalogueAge::Stale;
    addHints(report, view, context);
    const bool ready = completeness.sealable() && view.unanswered.empty();
    report.exit = ready ? exit_code::Done : exit_code::NotAcceptable;
    return report;
}

void addOffer(Report& report, const desk::VersionOffer& offer, const Context& context)
{
    nlohmann::json newer{{"version", offer.newer->version},
                         {"effective", base::formatDate(offer.newer->effectiveFrom)},
                         {"differences", nlohmann::json::array()},
                         {"dropped", nlohmann::json::array()}};
    report.text +=
        context.say("Version {version} of the guide is in force; the case keeps its own until “case adopt”:",
                    {{"version", offer.newer->version}})
        + "\n";
    for (const auto& difference : offer.differences) {
        newer["differences"].push_back(context.say(difference.text));
        report.text += "  " + context.say(difference.text) + "\n";
    }
    for (const auto& phrase : offer.dropped)
        newer["dropped"].push_back(context.say(phrase));
    report.json["newer"] = std::move(newer);
}

Report stepReport(const desk::CaseView& view, const Context& context)
{
    const auto& draft = view.draft;
    Report report;
    report.json = {{"case", draft.id.toString()},
                   {"revision", draft.revision},
                   {"state", forms::nameOf(draft.state)},
                   {"matter", draft.guide.code},
                   {"number", draft.number},
                   {"verdict", forms::nameOf(view.completeness.verdict)}};
    // What was handed in is where the back office says it is, whatever the check says of it.
    if (draft.state != forms::CaseState::Draft) {
        report.text =
            context.say("{number}: {state}.",
                        {{"number", draft.officialNumber.empty() ? draft.number : draft.officialNumber},
                         base::word("state", forms::titleOf(draft.state))});
        return report;
    }
    report.text = context.say("{number}: {verdict}; {count} findings.",
                              {{"number", draft.number},
                               {"verdict", context.say(forms::titleOf(view.completeness.verdict))},
                               {"count", std::to_string(view.completeness.findings.size())}});
    for (const auto& phrase : desk::tellings(view.people))
        report.notes.push_back(context.say(phrase));
    if (!view.people.gone.empty())
        report.json["gone"] = movedJson(view.people.gone);
    if (!view.people.back.empty())
        report.json["back"] = movedJson(view.people.back);
    return report;
}

nlohmann::json partiesJson(const std::vector<forms::Party>& parties)
{
    auto list = nlohmann::json::array();
    for (const auto& party : parties)
        list.push_back({{"key", party.key},
                        {"role", party.role},
                        {"name", party.name},
                        {"id_type", party.idType},
                        {"id_number", party.idNumber},
                        {"phone", party.phone}});
    return list;
}

std::string partiesText(const std::vector<forms::Party>& parties, const Context& context)
{
    std::string text;
    for (const auto& party : parties) {
        const auto paper = forms::parseIdentityPaper(party.idType);
        text += party.key + "\t" + party.name + "\t"
                + (paper ? context.say(forms::titleOf(*paper)) : std::string()) + "\t"
                + forms::maskNumber(party.idNumber) + "\n";
    }
    return text;
}

Report caseReport(const desk::CaseView& view,
                  const std::vector<api::ChildRecord>& parts,
                  const Context& context)
{
    const auto& draft = view.draft;
    auto report = stepReport(view, context);
    report.json = nlohmann::json::parse(forms::caseToJson(draft));
    report.json["case"] = draft.id.toString();
    report.json["matter"] = draft.guide.code;
    const auto parties = forms::partiesOf(*view.guide, draft);
    report.json["parties"] = partiesJson(parties);
    report.json["verdict"] = forms::nameOf(view.completeness.verdict);
    report.json["deadlines"] = deadlinesJson(view.deadlines);
    report.json["children"] = parts.empty() ? childrenJson(view.children) : partsJson(parts);
    report.json["course"] = nlohmann::json::parse(forms::courseToJson(view.known.course));
    if (view.known.asOf)
        report.json["asOf"] = base::formatTimestamp(*view.known.asOf);
    report.json["clocks"] = clocksJson(view.clocks);
    report.json["waits"] = waitsJson(view.waits);
    report.json["papers"] = papersJson(view.known.papers);
    report.json["papersDue"] = papersDueJson(view.papersDue);
    report.json["todo"] = textsJson(view.todo, context);
    report.json["unanswered"] = marksJson(view.unanswered);
    report.text += "\n";
    if (view.told) {
        report.json["told"] = toldJson(*view.told);
        report.text += toldText(*view.told, context);
    }
    if (draft.state == forms::CaseState::Draft)
        report.text += checkReport(view, context).text;
    report.text += partiesText(parties, context);
    report.text += clocksText(view.clocks, context) + papersText(view.known.papers, context)
                   + todoText(view.todo, context) + partsText(parts, context);
    return report;
}

nlohmann::json deadlineJson(const forms::Deadline& deadline)
{
    nlohmann::json json{{"due", nullptr},
                        {"n", deadline.period.n.value_or(0)},
                        {"unit", forms::nameOf(deadline.period.unit)}};
    if (deadline.date)
        json["due"] = base::formatDate(*deadline.date);
    if (deadline.moment)
        json["at"] = base::formatTimestamp(*deadline.moment);
    return json;
}

nlohmann::json deadlinesJson(const forms::Deadlines& deadlines)
{
    auto json = nlohmann::json::object();
    const auto add = [&json](const char* name, const std::optional<forms::Deadline>& deadline) {
        if (deadline)
            json[name] = deadlineJson(*deadline);
    };
    add("correction", deadlines.correction);
    add("promised", deadlines.promised);
    add("legal", deadlines.legal);
    return json;
}

nlohmann::json pageJson(const forms::Case& draft, const forms::Page& page)
{
    nlohmann::json json{{"page", page.id.toString()},
                        {"material", nullptr},
                        {"sha256", page.sha256.toString()},
                        {"dpi", page.dpi.value},
                        {"width", page.width},
                        {"height", page.height},
                        {"flags", page.flags},
                        {"discarded", page.discarded}};
    for (const auto& material : draft.materials)
        if (std::find(material.pages.begin(), material.pages.end(), page.id) != material.pages.end()) {
            json["material"] = material.id;
            if (!material.party.empty())
                json["party"] = material.party;
        }
    return json;
}

}  // namespace cli
