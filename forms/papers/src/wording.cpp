#include "wording.h"

#include <papers/period_text.h>

#include <forms/identity_number.h>
#include <i18n/language.h>

#include <utility>

namespace papers {
namespace {

using i18n::phrase;

constexpr auto Record = i18n::Language::SimplifiedChinese;

std::string personText(const NamedPerson& person)
{
    return person.number.empty() ? person.name : person.name + "  " + forms::maskNumber(person.number);
}

}  // namespace

std::string say(const i18n::Phrase& phrase)
{
    return i18n::translate(phrase, Record);
}

std::string dateText(base::Date date)
{
    return dateText(date, Record);
}

std::string timeText(base::Timestamp time)
{
    const auto clock = base::formatHallTime(time);  // "2026-11-22 10:42"
    return dateText(base::hallDate(time)) + " " + clock.substr(clock.size() - 5);
}

std::string periodText(const forms::Period& period)
{
    return periodText(period, Record);
}

std::string dueText(const DueDay& due)
{
    if (due.date) {
        return dateText(*due.date);
    }
    return say(phrase("{period} (the date follows when the year's calendar is published)",
                      {{"period", periodText(due.period)}}));
}

std::string correctionGround(const NoticeFacts& facts)
{
    const auto& regime = facts.correction.regime;
    if (regime == "bdc17") {
        return say(phrase("Article 17 of the Interim Regulation on Real Estate Registration"));
    }
    if (regime == "scdj19") {
        return say(phrase("Article 19 of the Regulation on Registration of Market Entities"));
    }
    if (regime == "yhyshj36") {
        return say(phrase("Article 36 of the Regulation on Optimizing the Business Environment"));
    }
    return say(phrase("Article 32, paragraph 1, item 4 of the Administrative Licensing Law"));
}

FieldGrid caseFields(const NoticeFacts& facts, FieldChoice choice)
{
    FieldGrid grid;
    grid.fields.push_back({say(phrase("Applicant")), personText(facts.applicant)});
    grid.fields.push_back(
        {say(phrase("Represented by")), facts.agent ? personText(*facts.agent) : say(phrase("nobody"))});
    grid.fields.push_back({say(phrase("Matter")), facts.matter, true});
    if (choice == FieldChoice::All && !facts.situation.empty()) {
        grid.fields.push_back({say(phrase("Situation")), facts.situation, true});
    }
    grid.fields.push_back({say(phrase("Received at")), timeText(facts.receivedAt)});
    grid.fields.push_back({say(phrase("Window and clerk")), facts.window + "  " + facts.clerk});
    return grid;
}

Paragraph addressee(const NoticeFacts& facts)
{
    return {say(phrase("To {name}:", {{"name", facts.applicant.name}})), ParagraphRole::Flush};
}

std::string listText(const std::vector<std::string>& texts)
{
    std::string list;
    for (const auto& text : texts) {
        list += list.empty() ? text : say(phrase("; ")) + text;
    }
    return list;
}

std::vector<std::string> signedOnReceipt()
{
    return {say(phrase("Clerk (signature):")),
            say(phrase("Received by (signature):")),
            say(phrase("Date received:"))};
}

Closing sealedBy(const NoticeFacts& facts, std::vector<std::string> signatures)
{
    return {std::move(signatures), facts.centre, dateText(facts.madeOn), say(phrase("(seal)"))};
}

NoticeDocument blankNotice(const NoticeFacts& facts, std::string title, int copies)
{
    NoticeDocument document;
    document.heading = facts.centre;
    document.title = std::move(title);
    if (facts.noticeNumber > 0) {
        document.reference = say(phrase("[{year}] No. {number}",
                                        {{"year", std::to_string(static_cast<int>(facts.madeOn.year()))},
                                         {"number", std::to_string(facts.noticeNumber)}}));
    }
    if (!facts.number.empty()) {
        document.numberLine = say(phrase("Case number: {number}", {{"number", facts.number}}));
    }
    if (!facts.lookUpCode.empty()) {
        document.numberLine += "    " + say(phrase("Look-up code: {code}", {{"code", facts.lookUpCode}}));
    }
    document.qrText = facts.caseId;
    document.footer = {say(phrase("Window: {window}    Enquiries: {telephone}    Complaints: {complaints}",
                                  {{"window", facts.window},
                                   {"telephone", facts.telephone},
                                   {"complaints", facts.complaintTelephone}})),
                       say(phrase("Guide version: {version}", {{"version", facts.guideVersion}})) + "    "
                           + i18n::translatePlural("This document is made in {count} copy.",
                                                   "This document is made in {count} copies.",
                                                   static_cast<std::uint64_t>(copies),
                                                   Record)};
    document.pageNumber = say(phrase("Page {page} of {pages}"));
    return document;
}

std::string ordinal(std::size_t index)
{
    return std::to_string(index + 1);
}

}  // namespace papers
