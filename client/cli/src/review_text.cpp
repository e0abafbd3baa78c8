#include "review_text.h"

#include "case_text.h"
#include "part_text.h"

#include <desk/dossier_notes.h>

namespace cli {

namespace {

nlohmann::json marksJson(const std::vector<forms::Annotation>& marks)
{
    nlohmann::json json = nlohmann::json::array();
    for (const auto& mark : marks)
        json.push_back(nlohmann::json::parse(forms::annotationToJson(mark)));
    return json;
}

nlohmann::json pagesJson(const forms::Case& sealed)
{
    nlohmann::json json = nlohmann::json::array();
    for (const auto& page : sealed.pages)
        json.push_back(pageJson(sealed, page));
    return json;
}

}  // namespace

nlohmann::json summaryJson(const api::CaseSummary& summary)
{
    nlohmann::json json{{"case", summary.caseId.toString()},
                        {"revision", summary.revision},
                        {"state", forms::nameOf(summary.state)},
                        {"matter", summary.matter},
                        {"name", summary.matterName},
                        {"number", summary.number},
                        {"applicant", summary.applicant},
                        {"received", base::formatTimestamp(summary.received)},
                        {"claimedBy", summary.claimedBy},
                        {"flags", summary.flags},
                        {"flagged", summary.flagged()},
                        {"light", nameOf(summary.light)},
                        {"waits", nameOf(summary.waits.who)},
                        {"due", nullptr}};
    if (summary.due)
        json["due"] = base::formatDate(*summary.due);
    return json;
}

Report dossierReport(const desk::Dossier& dossier, const Context& context)
{
    const auto& detail = dossier.detail;
    const auto& sealed = dossier.newest().sealed;
    Report report;
    report.json = summaryJson(detail.summary);
    report.json["pages"] = pagesJson(sealed);
    report.json["annotations"] = marksJson(detail.annotations);
    report.json["course"] = nlohmann::json::parse(forms::courseToJson(detail.course));
    report.json["allowed"] = nlohmann::json::array();
    for (const auto& action : detail.allowed)
        report.json["allowed"].push_back(api::nameOf(action));
    report.text = detail.summary.number + "\t" + detail.summary.matterName + "\t"
                  + context.say(forms::titleOf(detail.summary.state)) + "\n";
    report.json["duplicates"] = nlohmann::json::array();
    for (const auto& other : detail.duplicates)
        report.json["duplicates"].push_back({{"case", other.caseId.toString()},
                                             {"number", other.number},
                                             {"state", forms::nameOf(other.state)}});
    report.json["receiptOnly"] = dossier.newest().purpose == forms::SealPurpose::Receipt;
    for (const auto& note : desk::notesOf(dossier))
        report.text += "! " + context.say(note) + "\n";
    for (const auto& material : sealed.materials) {
        const auto* asked = dossier.guide->findMaterial(material.id);
        report.text += "- " + material.id + "\t" + (asked != nullptr ? asked->name : "") + "\n";
        for (const auto page : material.pages)
            report.text += "    " + page.toString() + "\n";
    }
    report.json["children"] = partsJson(detail.children);
    report.text += partsText(detail.children, context);
    for (const auto& mark : detail.annotations)
        report.text += "* " + mark.point + "\t" + mark.text + "\n";
    return report;
}

}  // namespace cli
