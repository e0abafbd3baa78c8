#include "wording.h"

#include "people_text.h"

#include <papers/period_text.h>

#include <base/utf8.h>
#include <i18n/isolate.h>
#include <i18n/language.h>

#include <utility>

namespace papers {
namespace {

using i18n::phrase;

constexpr auto Record = i18n::Language::SimplifiedChinese;

std::string footerContact(const NoticeFacts& facts)
{
    const auto place = facts.site.empty() ? facts.centre : facts.site;
    return say(phrase("Place: {place}    Enquiries: {telephone}    Complaints: {complaints}",
                      {{"place", facts.address.empty() ? place : place + " " + facts.address},
                       {"telephone", facts.telephone},
                       {"complaints", facts.complaintTelephone}}));
}

std::string footerVersion(const NoticeFacts& facts, int copies)
{
    return say(phrase("Guide version: {version}", {{"version", facts.guideVersion}})) + "    "
           + i18n::translatePlural("This document is made in {count} copy.",
                                   "This document is made in {count} copies.",
                                   static_cast<std::uint64_t>(copies),
                                   Record);
}

std::string agentText(const NoticeFacts& facts)
{
    if (!facts.agent)
        return say(phrase("nobody"));
    auto text = personText(*facts.agent);
    if (!facts.mandate.empty())
        text += "\n" + say(phrase("by {mandate}", {{"mandate", listText(facts.mandate)}}));
    return text;
}

std::string amountText(double amount)
{
    auto text = std::to_string(amount);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.'))
        text.pop_back();
    return text;
}

/// A text that was made of isolated values keeps them: taken out, an Arabic name in a list of names would turn the list.
/// It cannot come from outside with signs that do not match, those go with isolate().
std::string isolateComposed(const std::string& text)
{
    constexpr std::string_view open = "\u2068";
    constexpr std::string_view close = "\u2069";
    int depth = 0;
    for (std::size_t at = 0; at + open.size() <= text.size() && depth >= 0; ++at) {
        const auto sign = std::string_view(text).substr(at, open.size());
        depth += sign == open ? 1 : sign == close ? -1 : 0;
    }
    const bool composed = depth == 0 && text.find(open) != std::string::npos;
    return composed ? std::string(open) + text + std::string(close) : i18n::isolate(text);
}

const std::string& nameOf(const NoticeFacts& facts, GivenBy by)
{
    return by == GivenBy::Hall || facts.issuer.name.empty() ? facts.centre : facts.issuer.name;
}

}  // namespace

std::string say(const i18n::Phrase& phrase)
{
    auto isolated = phrase;
    for (auto& argument : isolated.arguments)
        if (!argument.isMessage)
            argument.value = isolateComposed(argument.value);
    return i18n::translate(isolated, Record);
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
    if (due.date)
        return dateText(*due.date);
    return say(phrase("{period} (the date follows when the year's calendar is published)",
                      {{"period", periodText(due.period)}}));
}

std::string limitText(const forms::Deadline& deadline)
{
    if (!deadline.date)
        return deadlineText(deadline, Record);
    return say(phrase("{period} (by {date})",
                      {{"period", periodText(deadline.period)}, {"date", deadlineText(deadline, Record)}}));
}

const forms::OutcomeLaw& lawOf(const NoticeFacts& facts, forms::Outcome outcome)
{
    return forms::law(forms::regimeOf(facts.correction.regime), outcome);
}

std::string groundOf(const NoticeFacts& facts, forms::Outcome outcome)
{
    return forms::groundOf(facts.correction, facts.legalBasis, outcome, facts.business);
}

std::string paperWord(std::string_view title)
{
    constexpr std::size_t LastWord = 3;
    const auto points = base::decodeUtf8(title);
    if (points.size() < LastWord)
        return std::string(title);
    return say(
        phrase("this {paper}",
               {{"paper", base::encodeUtf8(std::u32string_view(points).substr(points.size() - LastWord))}}));
}

FieldGrid caseFields(const NoticeFacts& facts, FieldChoice choice)
{
    FieldGrid grid;
    const bool several = facts.applicants.size() > 1;
    const auto applicant = several                    ? namesText(facts.applicants)
                           : facts.applicants.empty() ? std::string()
                                                      : personText(facts.applicants.front());
    grid.fields.push_back({say(phrase("Applicant")), applicant});
    grid.fields.push_back({say(phrase("Represented by")), agentText(facts)});
    grid.fields.push_back({say(phrase("Matter")), facts.matter, true});
    if (choice == FieldChoice::All && !facts.situation.empty())
        grid.fields.push_back({say(phrase("Situation")), facts.situation, true});
    if (!facts.issuer.name.empty())
        grid.fields.push_back({facts.issuer.kind == forms::DepartmentKind::Authority
                                   ? say(phrase("Handling authority"))
                                   : say(phrase("Handling undertaking")),
                               facts.issuer.name,
                               true});
    grid.fields.push_back({say(phrase("Received at")), timeText(facts.receivedAt)});
    grid.fields.push_back({say(phrase("Received by clerk")), i18n::isolate(facts.clerk)});
    return grid;
}

std::string listText(const std::vector<std::string>& texts)
{
    std::string list;
    for (const auto& text : texts)
        list += list.empty() ? text : say(phrase("; ")) + text;
    return list;
}

std::string feesText(const std::vector<forms::Fee>& fees)
{
    if (fees.empty())
        return say(phrase("free of charge"));
    std::vector<std::string> lines;
    for (const auto& fee : fees) {
        auto line = fee.name + " " + (fee.amount ? amountText(*fee.amount) + " " : "") + fee.unit;
        if (!fee.note.empty())
            line += say(phrase(" ({note})", {{"note", fee.note}}));
        lines.push_back(std::move(line));
    }
    return listText(lines);
}

std::vector<std::string> signedOnReceipt()
{
    return {say(phrase("Clerk (signature):")),
            say(phrase("Received by (signature):")),
            say(phrase("Date received:"))};
}

Closing sealedBy(const NoticeFacts& facts, GivenBy by, std::vector<std::string> signatures, base::Date on)
{
    const bool ownSeal = by == GivenBy::Issuer && !facts.issuer.seal.empty();
    return {std::move(signatures),
            ownSeal ? facts.issuer.seal : nameOf(facts, by),
            dateText(on),
            say(phrase("(seal)"))};
}

NoticeDocument blankNotice(const NoticeFacts& facts, forms::PaperKind kind, std::string title)
{
    NoticeDocument document;
    document.heading = nameOf(facts, giverOf(kind));
    document.title = std::move(title);
    document.reference = facts.paperNumber;
    if (!facts.number.empty())
        document.numberLine = say(phrase("Case number: {number}", {{"number", facts.number}}));
    if (!facts.lookUpCode.empty())
        document.numberLine += "    " + say(phrase("Look-up code: {code}", {{"code", facts.lookUpCode}}));
    document.qrText = facts.caseId;
    document.footer = {footerContact(facts), footerVersion(facts, copiesOf(kind))};
    document.pageNumber = i18n::translate("Page {page} of {pages}", Record);
    return document;
}

std::string ordinal(std::size_t index)
{
    return std::to_string(index + 1);
}

}  // namespace papers
