#include "../people_text.h"
#include "../wording.h"
#include "kinds.h"

#include <papers/period_text.h>

#include <forms/regime.h>

#include <utility>

namespace papers {
namespace {

using i18n::phrase;

constexpr auto Record = i18n::Language::SimplifiedChinese;

/// "original 1, photocopies 2", and whether a file does as well.
std::string countText(const forms::Material& material)
{
    std::vector<std::string> parts;
    if (material.originals > 0) {
        parts.push_back(say(phrase("original {count}", {{"count", std::to_string(material.originals)}})));
    }
    if (material.copies > 0) {
        parts.push_back(say(phrase("photocopies {count}", {{"count", std::to_string(material.copies)}})));
    }
    if (material.form == "electronic") {
        parts.push_back(say(phrase("as an electronic file")));
    } else if (material.form == "either") {
        parts.push_back(say(phrase("paper or electronic")));
    }
    std::string text;
    for (const auto& part : parts) {
        text += (text.empty() ? "" : "\n") + part;
    }
    return text;
}

std::string standardText(const forms::Material& material)
{
    std::string text = material.standard;
    if (!material.basis.empty()) {
        text +=
            (text.empty() ? "" : "\n") + say(phrase("Basis: {basis}", {{"basis", listText(material.basis)}}));
    }
    return text;
}

std::string exemptionText(const forms::ExemptionRule& rule)
{
    switch (rule.by) {
    case forms::ExemptBy::Generated: return say(phrase("filled in and printed at the window"));
    case forms::ExemptBy::ELicence:
        return say(phrase("need not be handed in when an electronic licence is there: {certificate}",
                          {{"certificate", rule.certificate}}));
    case forms::ExemptBy::DataSharing:
        return say(phrase("need not be handed in when the hall can query it: {certificate}",
                          {{"certificate", rule.certificate}}));
    }
    return {};
}

std::string deferralText(const forms::Material& material)
{
    if (!material.deferralDays) {
        return say(phrase("may be handed in later by agreement; the result is given out after that"));
    }
    return say(
        phrase("may be handed in within {period}; the result is given out after that",
               {{"period", periodText({*material.deferralDays, forms::TimeUnit::Workday, {}}, Record)}}));
}

std::string validityText(const forms::Validity& validity)
{
    if (validity.rule == forms::ValidityRule::NotBeforeToday) {
        return say(phrase("must be valid on the day of application"));
    }
    return say(phrase("issued within the last {days} days", {{"days", std::to_string(validity.days)}}));
}

std::string remarks(const forms::Material& material)
{
    std::vector<std::string> lines;
    if (material.necessity == forms::Necessity::Optional) {
        lines.push_back(say(phrase("only if you have it")));
    }
    if (material.per != "case" && material.per != "applicant") {
        lines.push_back(say(phrase("one for each person concerned")));
    }
    if (material.exemption) {
        lines.push_back(exemptionText(*material.exemption));
    }
    if (material.necessity == forms::Necessity::Deferrable) {
        lines.push_back(deferralText(material));
    }
    if (material.validity) {
        lines.push_back(validityText(*material.validity));
    }
    std::string text;
    for (const auto& line : lines) {
        text += (text.empty() ? "" : "\n") + line;
    }
    return text;
}

RuledTable materialTable(const HandOut& handOut)
{
    RuledTable table;
    table.columns = {{say(phrase("No.")), 0.85, ColumnAlign::Centre},
                     {say(phrase("Material")), 2.4},
                     {say(phrase("How many")), 1.4, ColumnAlign::Centre},
                     {say(phrase("What it must be like")), 3.2},
                     {say(phrase("Remarks")), 3}};
    for (std::size_t i = 0; i < handOut.materials.size(); ++i) {
        const auto& material = handOut.materials[i];
        table.rows.push_back(
            {ordinal(i), material.name, countText(material), standardText(material), remarks(material)});
    }
    return table;
}

std::string limitsText(const HandOut& handOut)
{
    std::string text;
    const auto& limits = handOut.limits;
    if (limits.promised.unit != forms::TimeUnit::None) {
        text = say(phrase("promised {period}", {{"period", periodText(limits.promised)}}));
        if (!limits.promised.note.empty()) {
            text += say(phrase(" ({note})", {{"note", limits.promised.note}}));
        }
    }
    if (limits.legal.unit != forms::TimeUnit::None) {
        text += text.empty() ? "" : say(phrase("; "));
        text += say(phrase("by law {period}", {{"period", periodText(limits.legal)}}));
    }
    for (const auto& procedure : limits.specialProcedures) {
        text += text.empty() ? "" : say(phrase("; "));
        text += procedure.name;
        if (procedure.max) {
            text += " " + say(phrase("at most {period}", {{"period", periodText(*procedure.max)}}));
        }
        if (forms::stopsClock(forms::regimeOf(limits.correction.regime), procedure)) {
            text += say(phrase(" (not counted)"));
        }
    }
    return text.empty() ? say(phrase("no limit stated")) : text;
}

std::string resultText(const HandOut& handOut)
{
    std::vector<std::string> lines;
    for (const auto& result : handOut.results) {
        lines.push_back(result.delivery.empty()
                            ? result.name
                            : result.name + say(phrase(" ({note})", {{"note", listText(result.delivery)}})));
    }
    return listText(lines);
}

std::string departmentText(const NoticeFacts& facts)
{
    const auto& handOut = facts.handOut;
    std::vector<std::string> lines{facts.issuer.name.empty() ? handOut.department.name : facts.issuer.name};
    for (const auto& joint : handOut.jointDepartments) {
        lines.push_back(joint.role.empty() ? joint.name
                                           : joint.name + say(phrase(" ({note})", {{"note", joint.role}})));
    }
    return listText(lines);
}

FieldGrid matterFields(const NoticeFacts& facts)
{
    FieldGrid grid;
    if (!facts.applicants.empty()) {
        grid.fields.push_back({say(phrase("Applicant")), namesText(facts.applicants), true});
    }
    grid.fields.push_back({say(phrase("Matter")), facts.matter, true});
    if (!facts.situation.empty()) {
        grid.fields.push_back({say(phrase("Situation")), facts.situation, true});
    }
    grid.fields.push_back({say(phrase("Handled by")), departmentText(facts), true});
    return grid;
}

std::string placeText(const NoticeFacts& facts)
{
    const auto& place = facts.site.empty() ? facts.centre : facts.site;
    return facts.address.empty() ? place : place + " " + facts.address;
}

FieldGrid serviceFields(const NoticeFacts& facts)
{
    const auto& handOut = facts.handOut;
    FieldGrid grid;
    if (!handOut.conditions.empty()) {
        grid.fields.push_back({say(phrase("Conditions")), listText(handOut.conditions), true});
    }
    grid.fields.push_back({say(phrase("Time limit")), limitsText(handOut), true});
    grid.fields.push_back({say(phrase("Fees")), feesText(handOut.fees), true});
    if (!handOut.results.empty()) {
        grid.fields.push_back({say(phrase("Result")), resultText(handOut), true});
    }
    grid.fields.push_back({say(phrase("Where")), placeText(facts), true});
    grid.fields.push_back({say(phrase("Visits needed")), std::to_string(handOut.visits)});
    grid.fields.push_back({say(phrase("Enquiries")), facts.telephone});
    if (!facts.legalBasis.empty()) {
        grid.fields.push_back({say(phrase("Legal basis")), listText(facts.legalBasis), true});
    }
    return grid;
}

RuledTable childTable(const HandOut& handOut)
{
    RuledTable table;
    table.columns = {{say(phrase("No.")), 0.85, ColumnAlign::Centre},
                     {say(phrase("Part of this matter")), 3},
                     {say(phrase("Time limit")), 3, ColumnAlign::Centre},
                     {say(phrase("Begins after")), 3}};
    for (std::size_t i = 0; i < handOut.children.size(); ++i) {
        const auto& child = handOut.children[i];
        std::string after;
        for (const auto& other : handOut.children) {
            if (other.id == child.after) {
                after = other.department;
            }
        }
        table.rows.push_back({ordinal(i),
                              child.department,
                              periodText(child.due.period),
                              after.empty() ? say(phrase("at once")) : after});
    }
    return table;
}

}  // namespace

NoticeDocument materialList(const NoticeFacts& facts)
{
    const auto& handOut = facts.handOut;
    auto document = blankNotice(facts, forms::PaperKind::MaterialList, say(phrase("List of materials")));
    document.reference.clear();
    NoticePart part;
    part.blocks.emplace_back(matterFields(facts));
    if (!handOut.ending.empty()) {
        part.blocks.emplace_back(
            Paragraph{say(phrase("In this situation there is nothing to hand in: {reason}",
                                 {{"reason", handOut.ending}})),
                      ParagraphRole::Statement});
    } else {
        part.blocks.emplace_back(materialTable(handOut));
        if (handOut.openQuestions.empty()) {
            part.blocks.emplace_back(
                Paragraph{say(phrase("Nothing beyond this list will be asked for in this situation.")),
                          ParagraphRole::Statement});
        } else {
            part.blocks.emplace_back(
                Paragraph{say(phrase("Not asked yet, and the list may grow with the answers: {questions}",
                                     {{"questions", listText(handOut.openQuestions)}})),
                          ParagraphRole::Note});
        }
    }
    if (!handOut.children.empty()) {
        part.blocks.emplace_back(childTable(handOut));
    }
    part.blocks.emplace_back(serviceFields(facts));
    document.parts = {std::move(part)};
    return document;
}

}  // namespace papers
