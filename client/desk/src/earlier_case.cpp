#include <desk/earlier_case.h>
#include <desk/intake_desk.h>

#include <forms/completeness.h>
#include <forms/identity_number.h>

namespace desk {

namespace {

constexpr std::size_t MostLookedAt = 50;

bool isValid(const std::string& number)
{
    return forms::CitizenNumber::parse(number).has_value() || forms::isCreditCode(number);
}

}  // namespace

std::string applicantNumber(const forms::Guide& guide, const forms::Case& draft)
{
    if (!guide.parties.empty()) {
        for (const auto& party : forms::partiesOf(guide, draft))
            if (party.role == guide.parties.front().role)
                return isValid(party.idNumber) ? party.idNumber : std::string();
        return {};
    }
    for (const auto& form : guide.forms) {
        const auto data = draft.forms.find(form.id());
        if (data == draft.forms.end())
            continue;
        for (const auto& field : form.fields())
            if (field.format == "cn-id" || field.format == "cn-id-or-uscc")
                if (const auto number = data->second.text(field.pointer); number && isValid(*number))
                    return *number;
    }
    return {};
}

base::Result<std::optional<EarlierCase>> IntakeDesk::earlierCase(base::CaseId id)
{
    const auto who = user();
    if (!who)
        return base::passOn(who);
    const auto draft = m_workplace.cases().load(id);
    if (!draft)
        return base::passOn(draft);
    const auto guide = m_workplace.catalogue().guide(draft->guide.sha256);
    if (!guide)
        return base::passOn(guide);
    const auto number = applicantNumber(**guide, *draft);
    if (number.empty())
        return std::nullopt;
    offline::CaseFilter filter;
    filter.idNumber = number;
    filter.limit = MostLookedAt;
    const auto rows = m_workplace.cases().list(filter);
    if (!rows)
        return base::passOn(rows);
    std::optional<EarlierCase> found;
    for (const auto& row : *rows) {
        const bool sameMatter = row.matter == draft->guide.code;
        if (row.id == id || (found && !sameMatter))
            continue;
        auto earlier = m_workplace.cases().load(row.id);
        if (!earlier || earlier->forms.empty())
            continue;  // its people were removed, or it is damaged: then there is nothing to copy
        auto known = m_workplace.catalogue().guide(earlier->guide.sha256);
        if (!known || applicantNumber(**known, *earlier) != number)
            continue;
        found = EarlierCase{earlier->id,
                            earlier->officialNumber.empty() ? earlier->number : earlier->officialNumber,
                            earlier->matterName,
                            std::move(*known),
                            std::move(earlier->forms)};
        if (sameMatter)
            break;
    }
    if (found)
        if (auto recorded = m_workplace.audit().record(*who, "case.view", found->id); !recorded)
            return base::passOn(recorded);
    return found;
}

}  // namespace desk
