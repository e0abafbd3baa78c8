#include <desk/matter_sheet.h>

#include <forms/bundle.h>
#include <forms/completeness.h>
#include <forms/deadlines.h>
#include <forms/law.h>
#include <i18n/phrase.h>
#include <papers/hand_out.h>
#include <papers/period_text.h>

#include <algorithm>
#include <array>

namespace desk {

namespace {

using i18n::messageId;
using i18n::phrase;
using Lines = std::vector<std::string>;

/// GB/T 39046 annex A.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> ServiceObjects{{
    {"1", messageId("natural persons")},
    {"2", messageId("companies")},
    {"3", messageId("public institutions")},
    {"4", messageId("social organisations")},
    {"5", messageId("administrative bodies")},
    {"6", messageId("other organisations")},
}};

class Sheet
{
  public:
    Sheet(const forms::Guide& guide, const SheetContext& context)
        : m_guide(guide)
        , m_context(context)
        , m_visible(forms::visibleAnswers(guide, context.answers))
    {}

    std::vector<SheetSection> make();

  private:
    [[nodiscard]] std::string say(const i18n::Phrase& text) const
    {
        return i18n::translate(text, m_context.language);
    }

    [[nodiscard]] std::string period(const forms::Period& length) const;
    [[nodiscard]] std::string materialLine(const forms::Material& material) const;
    [[nodiscard]] std::string exemption(const forms::ExemptionRule& rule) const;
    [[nodiscard]] std::string limitLine(std::string_view id, const forms::Deadline& deadline) const;
    [[nodiscard]] std::string expiry() const;
    [[nodiscard]] std::string joined(const Lines& parts) const;
    [[nodiscard]] Lines materials() const;
    [[nodiscard]] Lines limits() const;
    void addProcedures(Lines& lines) const;
    [[nodiscard]] Lines fees() const;
    [[nodiscard]] Lines service() const;
    [[nodiscard]] Lines children() const;
    [[nodiscard]] Lines endings() const;
    [[nodiscard]] Lines departments() const;
    [[nodiscard]] Lines objects() const;
    [[nodiscard]] Lines localNames() const;
    [[nodiscard]] Lines codes() const;
    void add(std::string_view title, Lines lines);

    const forms::Guide& m_guide;
    const SheetContext& m_context;
    forms::Answers m_visible;
    std::vector<SheetSection> m_sections;
};

void Sheet::add(std::string_view title, Lines lines)
{
    lines.erase(std::remove(lines.begin(), lines.end(), std::string()), lines.end());
    if (!lines.empty())
        m_sections.push_back({i18n::translate(title, m_context.language), std::move(lines)});
}

std::string Sheet::period(const forms::Period& length) const
{
    auto text = papers::periodText(length, m_context.language);
    return length.note.empty()
               ? text
               : say(phrase("{text} ({note})", {{"text", std::move(text)}, {"note", length.note}}));
}

std::string Sheet::joined(const Lines& parts) const
{
    std::string text;
    for (const auto& part : parts)
        text += (text.empty() ? "" : say(phrase("; "))) + part;
    return text;
}

std::string Sheet::exemption(const forms::ExemptionRule& rule) const
{
    switch (rule.by) {
    case forms::ExemptBy::Generated: return say(phrase("made from the form filled here"));
    case forms::ExemptBy::ELicence:
        return rule.offline == forms::OfflineExemption::ReadCard
                   ? say(phrase("exempt with the electronic licence or the card read here"))
                   : say(phrase("exempt with the electronic licence; without the line collect a copy"));
    case forms::ExemptBy::DataSharing:
        return say(phrase("exempt by a query; without the line collect a copy"));
    }
    return {};
}

std::string Sheet::materialLine(const forms::Material& material) const
{
    Lines parts;
    if (material.originals > 0)
        parts.push_back(say(phrase("original {count}", {{"count", std::to_string(material.originals)}})));
    if (material.copies > 0)
        parts.push_back(say(phrase("photocopies {count}", {{"count", std::to_string(material.copies)}})));
    if (material.necessity == forms::Necessity::Optional)
        parts.push_back(say(phrase("only if there is one")));
    if (material.exemption)
        parts.push_back(exemption(*material.exemption));
    if (material.necessity == forms::Necessity::Deferrable)
        parts.push_back(material.deferralDays ? say(phrase(
                            "may be deferred by {period}",
                            {{"period", period({*material.deferralDays, forms::TimeUnit::Workday, {}})}}))
                                              : say(phrase("may be deferred by agreement")));
    if (!material.standard.empty())
        parts.push_back(material.standard);
    parts.insert(parts.end(), material.basis.begin(), material.basis.end());
    const auto detail = joined(parts);
    return detail.empty() ? material.name
                          : say(phrase("{name}: {detail}", {{"name", material.name}, {"detail", detail}}));
}

/// A route that ends the application asks for nothing.
Lines Sheet::materials() const
{
    const auto handOut =
        papers::handOutOf(m_guide, m_context.answers, m_context.calendar, m_context.received);
    if (!handOut.ending.empty())
        return {handOut.ending};
    Lines lines;
    for (const auto& material : m_guide.materials)
        if (material.when.holds(m_visible))
            lines.push_back(materialLine(material));
    if (!handOut.openQuestions.empty())
        lines.push_back(say(phrase("Not asked yet, and the list may grow with the answers: {questions}",
                                   {{"questions", joined(handOut.openQuestions)}})));
    return lines;
}

std::string Sheet::limitLine(std::string_view id, const forms::Deadline& deadline) const
{
    return say({std::string(id),
                {{"period", period(deadline.period)},
                 {"date", papers::deadlineText(deadline, m_context.language)}}});
}

/// What an incomplete application comes to under the guide's regime.
std::string Sheet::expiry() const
{
    const auto& correction = m_guide.limits.correction;
    if (correction.resubmissionIsNewCase())
        return say(
            phrase("Incomplete materials are returned with one notice; applying again is a new case."));
    if (forms::silenceAccepts(correction))
        return say(
            phrase("If the hall does not ask in time, the application counts as accepted from its receipt."));
    return say(phrase("What is lacking is told once and all together."));
}

Lines Sheet::limits() const
{
    const auto deadlines =
        forms::deadlinesOf(m_guide.limits, {m_context.received, {}, {}, {}}, m_context.calendar);
    Lines lines;
    if (deadlines.promised)
        lines.push_back(
            limitLine(messageId("Promised: {period}; accepted today, by {date}"), *deadlines.promised));
    lines.push_back(
        deadlines.legal
            ? limitLine(messageId("By law: {period}; accepted today, by {date}"), *deadlines.legal)
            : say(phrase("By law: {period}", {{"period", period(m_guide.limits.legal)}})));
    lines.push_back(say(m_guide.limits.clockStarts == forms::ClockStart::Received
                            ? phrase("The clock starts with the receipt.")
                            : phrase("The clock starts with the acceptance.")));
    addProcedures(lines);
    lines.push_back(deadlines.correction ? limitLine(
                        messageId("Ask for corrections within {period}: by {date}"), *deadlines.correction)
                                         : say(phrase("Ask for corrections on the spot and in writing.")));
    lines.push_back(expiry());
    return lines;
}

void Sheet::addProcedures(Lines& lines) const
{
    if (m_guide.limits.extension)
        lines.push_back(
            say(phrase("May be extended by {period}", {{"period", period(*m_guide.limits.extension)}})));
    for (const auto& procedure : m_guide.limits.specialProcedures) {
        const std::vector<base::Argument> arguments{
            {"procedure", procedure.name},
            {"period", procedure.max ? period(*procedure.max) : std::string()}};
        if (procedure.max)
            lines.push_back(say(procedure.stopsClock
                                    ? phrase("{procedure}: at most {period}, not counted", arguments)
                                    : phrase("{procedure}: at most {period}, counted", arguments)));
        else
            lines.push_back(say(procedure.stopsClock ? phrase("{procedure}: not counted", arguments)
                                                     : phrase("{procedure}: counted", arguments)));
    }
}

Lines Sheet::fees() const
{
    Lines lines;
    for (const auto& fee : m_guide.fees) {
        std::string amount;
        if (fee.amount) {
            amount = std::to_string(*fee.amount);
            amount.erase(amount.find_last_not_of('0') + 1);
            if (amount.ends_with('.'))
                amount.pop_back();
        }
        auto price = amount + (amount.empty() || fee.unit.empty() ? "" : " ") + fee.unit;
        if (!fee.note.empty())
            price = say(phrase("{text} ({note})", {{"text", price}, {"note", fee.note}}));
        lines.push_back(say(phrase("{name}: {detail}", {{"name", fee.name}, {"detail", price}})));
    }
    if (lines.empty())
        lines.push_back(say(phrase("free of charge")));
    return lines;
}

Lines Sheet::service() const
{
    Lines lines{say(m_guide.handling == forms::Handling::Immediate
                        ? phrase("Handled in one sitting")
                        : phrase("Handled within the promised time")),
                say(phrase("Visits needed: {count}", {{"count", std::to_string(m_guide.visits)}})),
                say(m_guide.offlineAcceptance ? phrase("May be accepted without the line")
                                              : phrase("Without the line it can be received, not accepted"))};
    for (const auto& result : m_guide.results) {
        const auto delivery = joined(result.delivery);
        lines.push_back(delivery.empty()
                            ? result.name
                            : say(phrase("{text} ({note})", {{"text", result.name}, {"note", delivery}})));
    }
    return lines;
}

Lines Sheet::children() const
{
    Lines lines;
    const auto plans = forms::planChildren(m_guide, m_visible, m_context.received, m_context.calendar);
    for (const auto& child : plans) {
        const auto before = std::find_if(
            plans.begin(), plans.end(), [&child](const auto& other) { return other.id == child.after; });
        const std::vector<base::Argument> arguments{
            {"department", child.department},
            {"period", period(child.due.period)},
            {"date", papers::deadlineText(child.due, m_context.language)},
            {"other", before == plans.end() ? std::string() : before->department}};
        lines.push_back(
            say(before == plans.end()
                    ? phrase("{department}: {period}, by {date}", arguments)
                    : phrase("{department}: {period}, by {date}; begins after {other}", arguments)));
    }
    return lines;
}

Lines Sheet::endings() const
{
    Lines lines;
    for (const auto& route : m_guide.routes)
        lines.push_back(route.text);
    return lines;
}

Lines Sheet::departments() const
{
    const auto& department = m_guide.department;
    Lines lines{department.uscc.empty()
                    ? department.name
                    : say(phrase("{text} ({note})", {{"text", department.name}, {"note", department.uscc}}))};
    for (const auto& joint : m_guide.jointDepartments)
        lines.push_back(joint.role.empty() ? joint.name
                                           : say(phrase("{name}: {detail}",
                                                        {{"name", joint.name}, {"detail", joint.role}})));
    const auto& hall = m_context.hall;
    lines.push_back(hall.name);
    if (!hall.telephone.empty())
        lines.push_back(say(phrase("Enquiries: {telephone}", {{"telephone", hall.telephone}})));
    if (!hall.complaintTelephone.empty())
        lines.push_back(say(phrase("Complaints: {telephone}", {{"telephone", hall.complaintTelephone}})));
    return lines;
}

Lines Sheet::objects() const
{
    std::string all;
    for (const auto& code : m_guide.serviceObjects) {
        const auto known = std::find_if(ServiceObjects.begin(),
                                        ServiceObjects.end(),
                                        [&code](const auto& each) { return each.first == code; });
        all += (all.empty() ? "" : say(phrase("; ")))
               + (known == ServiceObjects.end() ? code : i18n::translate(known->second, m_context.language));
    }
    return {all};
}

Lines Sheet::localNames() const
{
    Lines lines;
    for (const auto& item : m_guide.localSubItems)
        lines.push_back(
            say(phrase("{name}, reported as {parent}", {{"name", item.name}, {"parent", item.mapsTo}})));
    return lines;
}

Lines Sheet::codes() const
{
    std::string names = m_guide.mainName;
    for (const auto* name : {&m_guide.subName, &m_guide.itemName})
        if (!name->empty())
            names += " › " + *name;
    Lines lines{names};
    for (const auto* named : {&m_guide.type, &m_guide.level})
        if (!named->name.empty())
            lines.push_back(named->name);
    for (const auto* code : {&m_guide.catalogCode, &m_guide.taskCode, &m_guide.itemCode})
        lines.push_back(*code);
    const auto from = base::formatDate(m_guide.effectiveFrom);
    const std::vector<base::Argument> arguments{
        {"version", m_guide.version},
        {"from", from},
        {"until", m_guide.effectiveUntil ? base::formatDate(*m_guide.effectiveUntil) : std::string()}};
    lines.push_back(say(m_guide.effectiveUntil
                            ? phrase("Guide version {version}, in force from {from} until {until}", arguments)
                            : phrase("Guide version {version}, in force from {from}", arguments)));
    return lines;
}

std::vector<SheetSection> Sheet::make()
{
    add(messageId("Materials in this situation"), materials());
    add(messageId("Conditions"), m_guide.conditions);
    add(messageId("Time limits"), limits());
    add(messageId("Fees"), fees());
    add(messageId("Service and results"), service());
    add(messageId("Parts of this matter"), children());
    add(messageId("When it is not accepted"), endings());
    add(messageId("Way through the house"), m_guide.flow);
    add(messageId("Legal basis"), m_guide.legalBasis);
    add(messageId("Departments and telephones"), departments());
    add(messageId("For whom"), objects());
    add(messageId("Local names"), localNames());
    add(messageId("Name, level and codes"), codes());
    return std::move(m_sections);
}

}  // namespace

std::vector<SheetSection> aboutMatter(const forms::Guide& guide, const SheetContext& context)
{
    return Sheet(guide, context).make();
}

std::string plainText(const std::vector<SheetSection>& sections)
{
    std::string text;
    for (const auto& section : sections) {
        text += (text.empty() ? "" : "\n") + section.title + "\n";
        for (const auto& line : section.lines)
            text += "　" + line + "\n";
    }
    return text;
}

}  // namespace desk
