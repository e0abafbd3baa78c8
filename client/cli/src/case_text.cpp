#include "case_text.h"

#include "exit_code.h"

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
    report.exit = completeness.sealable() ? exit_code::Done : exit_code::NotAcceptable;
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
