#include <forms/deferral.h>

#include <algorithm>

namespace forms {

namespace {

bool wasPutOff(const std::vector<OpenDeferral>& open, const std::string& material)
{
    return std::any_of(open.begin(), open.end(), [&material](const OpenDeferral& deferral) {
        return deferral.need.material == material;
    });
}

bool isSupplement(const Case& draft, std::string_view material)
{
    return std::find(draft.supplements.begin(), draft.supplements.end(), material) != draft.supplements.end();
}

bool hasAllPagesOf(const CaseMaterial& before, const CaseMaterial* after)
{
    return before.pages.empty()
           || (after != nullptr
               && std::all_of(before.pages.begin(), before.pages.end(), [after](base::PageId page) {
                      return std::find(after->pages.begin(), after->pages.end(), page) != after->pages.end();
                  }));
}

/// The proof of a form filled here is made anew with every seal.
bool sameProof(const std::optional<Proof>& before, const std::optional<Proof>& after)
{
    if (!before || !after)
        return before.has_value() == after.has_value();
    return before->by == after->by && before->reference == after->reference;
}

bool saysTheSame(const CaseMaterial& before, const CaseMaterial* after)
{
    return after != nullptr && before.pages == after->pages && sameProof(before.proof, after->proof)
           && before.facts == after->facts && before.deferredUntil == after->deferredUntil;
}

tl::unexpected<base::Error> notASupplement()
{
    return base::fail(base::ErrorCode::NotAllowed,
                      "After acceptance only what was put off is handed in: nothing else may be different.");
}

constexpr int UsualDays = 5;
constexpr int LongestDays = 20;

std::optional<base::Date> workdaysAfter(base::Date today, int days, const Calendar& calendar)
{
    const auto due = dueDate(today, {days, TimeUnit::Workday, {}}, calendar);
    return due ? std::optional(*due) : std::nullopt;
}

}  // namespace

DeferralRange deferralRange(const Material& material, base::Date today, const Calendar& calendar)
{
    const int usual = material.deferralDays.value_or(UsualDays);
    const auto weeks = std::chrono::days(usual * 7 / 5);  // as the calendar would have it without holidays
    return {workdaysAfter(today, usual, calendar).value_or(std::chrono::sys_days(today) + weeks),
            workdaysAfter(today, material.deferralDays.value_or(LongestDays), calendar)};
}

std::vector<OpenDeferral> openDeferrals(const Guide& guide, const Case& sealed, const CheckContext& context)
{
    std::vector<OpenDeferral> open;
    const auto completeness = check(guide, sealed, context);
    if (!completeness.sealable())
        return open;
    for (const auto& need : completeness.missing)
        if (const auto due = sealed.deferredUntil(need.material, need.party))
            open.push_back({need, *due});
    return open;
}

bool takesSupplements(CaseState state)
{
    return state == CaseState::Accepted || state == CaseState::UnderReview || state == CaseState::Suspended
           || state == CaseState::Approved || state == CaseState::Certified;
}

bool takesAnswers(const Case& draft)
{
    return draft.state == CaseState::Draft && draft.supplements.empty();
}

bool takesPages(const Case& draft, std::string_view material)
{
    return draft.state == CaseState::Draft
           && (draft.supplements.empty() || material.empty() || isSupplement(draft, material));
}

base::Status checkSupplementStep(const Case& before, const Case& after)
{
    if (before.guide != after.guide || before.answers != after.answers || before.forms != after.forms
        || before.parties != after.parties || before.matterName != after.matterName)
        return notASupplement();
    for (const auto& entry : before.materials) {
        const auto* next = after.findMaterial(entry.id, entry.party);
        if (!isSupplement(before, entry.id) && (next == nullptr || *next != entry))
            return notASupplement();
    }
    for (const auto& entry : after.materials)
        if (!isSupplement(before, entry.id) && before.findMaterial(entry.id, entry.party) == nullptr)
            return notASupplement();
    return {};
}

base::Status checkSupplement(const std::vector<OpenDeferral>& open, const Case& before, const Case& after)
{
    if (open.empty())
        return base::fail(base::ErrorCode::NotAllowed, "Nothing of this case is to be handed in later.");
    if (before.guide != after.guide || before.answers != after.answers || before.forms != after.forms)
        return notASupplement();
    for (const auto& entry : before.materials) {
        const auto* next = after.findMaterial(entry.id, entry.party);
        if (wasPutOff(open, entry.id) ? !hasAllPagesOf(entry, next) : !saysTheSame(entry, next))
            return notASupplement();
    }
    for (const auto& entry : after.materials)
        if (before.findMaterial(entry.id, entry.party) == nullptr && !wasPutOff(open, entry.id)
            && (!entry.pages.empty() || entry.proof))
            return notASupplement();
    return {};
}

}  // namespace forms
