#include "review_text.h"

#include "case_text.h"
#include "course_text.h"
#include "part_text.h"
#include "sheet_text.h"

#include <desk/case_story.h>
#include <desk/dossier_notes.h>
#include <forms/flag.h>

namespace cli {

namespace {

nlohmann::json annotationsJson(const std::vector<forms::Annotation>& marks)
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
    if (summary.dueAt)
        json["dueAt"] = base::formatTimestamp(*summary.dueAt);
    return json;
}

namespace {

void addOthers(Report& report, const desk::Dossier& dossier, const Context& context)
{
    report.json["duplicates"] = nlohmann::json::array();
    for (const auto& other : dossier.detail.duplicates)
        report.json["duplicates"].push_back({{"case", other.caseId.toString()},
                                             {"number", other.number},
                                             {"state", forms::nameOf(other.state)}});
    report.json["receiptOnly"] = dossier.newest().purpose == forms::SealPurpose::Receipt;
    for (const auto& note : desk::notesOf(dossier))
        report.text += "! " + context.say(note) + "\n";
    for (const auto& flag : forms::openFlags(dossier.detail.course)) {
        const auto cause = forms::parseFlagCause(flag);
        report.text += "! " + (cause ? context.say(forms::titleOf(*cause)) : flag) + "\n";
    }
}

/// What the window answered to each mark of the revision before.
void addAnswers(Report& report, const desk::Dossier& dossier, const Context& context)
{
    report.json["answersTo"] = nlohmann::json::array();
    for (const auto& answer : dossier.newest().sealed.answersTo) {
        report.json["answersTo"].push_back({{"annotation", answer.annotation.toString()},
                                            {"how", forms::nameOf(answer.how)},
                                            {"reason", answer.reason}});
        if (answer.how == forms::AnswerHow::Stays)
            report.text += "* " + context.say("Stays as it is: {reason}", {{"reason", answer.reason}}) + "\n";
    }
}

void addChanges(Report& report, const std::vector<forms::CaseDifference>& changes, const Context& context)
{
    report.json["changes"] = nlohmann::json::array();
    for (const auto& change : changes) {
        report.json["changes"].push_back({{"id", change.id}, {"text", context.say(change.text)}});
        report.text += "± " + context.say(change.text) + "\n";
    }
}

void addDocuments(Report& report, const api::CaseDetail& detail, const Context& context)
{
    std::vector<desk::KnownPaper> papers;
    for (const auto& document : detail.documents)
        papers.push_back({document.kind,
                          document.number,
                          document.sha256,
                          document.bytes,
                          document.made,
                          document.copies,
                          document.handed,
                          document.signedPages,
                          desk::PaperPlace::Kept,
                          document});
    report.json["documents"] = papersJson(papers);
    report.text += papersText(papers, context);
}

void addStory(Report& report, const desk::Dossier& dossier, const Context& context)
{
    for (const auto& line : desk::storyOf(dossier.detail, *dossier.guide)) {
        report.text += base::formatTimestamp(line.at) + "\t" + context.say(line.what);
        for (const auto& detail : line.details)
            report.text += "; " + context.say(detail);
        if (!line.words.empty())
            report.text += ": " + line.words;
        report.text += "\n";
        for (const auto& ground : line.grounds)
            report.text += "    " + ground + "\n";
    }
}

}  // namespace

Report dossierReport(const desk::Dossier& dossier, const Context& context)
{
    const auto& detail = dossier.detail;
    const auto& sealed = dossier.newest().sealed;
    const auto changes = dossier.changes();
    const auto clocks = dossier.clocks();
    const auto due = forms::papersDue(*dossier.guide, detail.course, dossier.office);
    Report report;
    report.json = summaryJson(detail.summary);
    report.json["pages"] = pagesJson(sealed);
    report.json["annotations"] = annotationsJson(detail.annotations);
    report.json["course"] = nlohmann::json::parse(forms::courseToJson(detail.course));
    report.json["clocks"] = clocksJson(clocks);
    report.json["papersDue"] = papersDueJson(due);
    report.json["allowed"] = nlohmann::json::array();
    for (const auto& action : detail.allowed)
        report.json["allowed"].push_back(api::nameOf(action));
    report.text = detail.summary.number + "\t" + detail.summary.matterName + "\t"
                  + context.say(forms::titleOf(detail.summary.state)) + "\n";
    report.text +=
        context.say("Waits for: {who}", {base::word("who", titleOf(detail.summary.waits.who))}) + "\n";
    report.text += clocksText(clocks, context);
    addOthers(report, dossier, context);
    addChanges(report, changes, context);
    addSheet(report, desk::sheetOf(*dossier.guide, sealed, changes), context);
    addAnswers(report, dossier, context);
    for (const auto& mark : detail.annotations)
        report.text += "* " + markText(mark) + "\n";
    report.json["children"] = partsJson(detail.children);
    report.text += partsText(detail.children, context);
    addDocuments(report, detail, context);
    addStory(report, dossier, context);
    return report;
}

}  // namespace cli
