#include <desk/earlier_case.h>
#include <desk/intake_desk.h>

#include <forms/same_applicant.h>

namespace desk {

namespace {

constexpr std::size_t MostLookedAt = 50;

}  // namespace

EarlierCase earlierOf(forms::Case earlier, std::shared_ptr<const forms::Guide> guide)
{
    auto number = earlier.officialNumber.empty() ? earlier.number : earlier.officialNumber;
    return {earlier.id,
            std::move(number),
            std::move(earlier.matterName),
            std::move(guide),
            std::move(earlier.forms),
            std::move(earlier.answers)};
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
    const auto number = forms::firstApplicantNumber(**guide, *draft);
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
        if (!known || forms::firstApplicantNumber(**known, *earlier) != number)
            continue;
        found = earlierOf(std::move(*earlier), std::move(*known));
        if (sameMatter)
            break;
    }
    if (found)
        if (auto recorded = m_workplace.audit().record(*who, "case.view", found->id); !recorded)
            return base::passOn(recorded);
    return found;
}

}  // namespace desk
