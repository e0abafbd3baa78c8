#include <forms/deferral.h>

#include <algorithm>
#include <set>

namespace forms {

namespace {

/// What may differ from the revision before.
class Awaited
{
  public:
    explicit Awaited(const std::vector<OpenDeferral>& open)
    {
        for (const auto& deferral : open)
            m_putOff.insert(deferral.need.material);
    }

    explicit Awaited(std::span<const CourseEntry> course)
        : m_rescan(awaitsRescan(course))
    {
        for (const auto& deferral : openDeferrals(course))
            m_putOff.insert(deferral.material);
        const auto* returned = m_rescan ? findLast(course, Act::Returned) : nullptr;
        if (returned != nullptr)
            for (const auto& cited : returned->cites)
                m_returned.insert(cited.substr(0, cited.find('/')));
    }

    [[nodiscard]] bool nothing() const { return m_putOff.empty() && !m_rescan; }

    [[nodiscard]] bool wasPutOff(const std::string& material) const { return m_putOff.contains(material); }

    [[nodiscard]] bool isScannedAgain(const std::string& material) const
    {
        return m_rescan && (m_returned.empty() || m_returned.contains(material));
    }

  private:
    std::set<std::string, std::less<>> m_putOff;
    std::set<std::string, std::less<>> m_returned;  ///< empty with a rescan: any
    bool m_rescan = false;
};

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

/// Other pages of the same paper; none at all would take it back.
bool isScannedAgain(const CaseMaterial& before, const CaseMaterial* after)
{
    return after != nullptr && before.pages.empty() == after->pages.empty()
           && sameProof(before.proof, after->proof) && before.deferredUntil == after->deferredUntil;
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

/// The day by which the matter is promised to be decided, were it accepted today; nothing where it promises none.
std::optional<base::Date> promisedDay(const Guide& guide, base::Date today, const Calendar& calendar)
{
    constexpr int HoursOfADay = 24;
    constexpr int WorkHoursOfADay = 8;
    const auto& promised = guide.limits.promised;
    const int n = promised.n.value_or(0);
    switch (promised.unit) {
    case TimeUnit::None: return std::nullopt;
    case TimeUnit::Minute:
    case TimeUnit::OnSpot: return today;
    case TimeUnit::Hour: return std::chrono::sys_days(today) + std::chrono::days(n / HoursOfADay);
    case TimeUnit::WorkHour: return workdaysAfter(today, n / WorkHoursOfADay, calendar);
    case TimeUnit::Workday:
    case TimeUnit::Day:
    case TimeUnit::Month: break;
    }
    const auto due = dueDate(today, promised, calendar);
    return due ? std::optional(*due) : std::nullopt;
}

}  // namespace

DeferralRange deferralRange(const Guide& guide,
                            const Material& material,
                            base::Date today,
                            const Calendar& calendar)
{
    const int usual = material.deferralDays.value_or(UsualDays);
    const auto weeks = std::chrono::days(usual * 7 / 5);  // as the calendar would have it without holidays
    DeferralRange range{workdaysAfter(today, usual, calendar).value_or(std::chrono::sys_days(today) + weeks),
                        workdaysAfter(today, material.deferralDays.value_or(LongestDays), calendar)};
    if (const auto promised = promisedDay(guide, today, calendar)) {
        range.latest = range.latest ? std::min(*range.latest, *promised) : *promised;
        range.usual = std::min(range.usual, *range.latest);
    }
    return range;
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
    return traitsOf(state).takesSupplements;
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

namespace {

bool mayFollow(const CaseMaterial& before, const CaseMaterial* after, const Awaited& awaited)
{
    if (awaited.wasPutOff(before.id))
        return hasAllPagesOf(before, after);
    return saysTheSame(before, after) || (awaited.isScannedAgain(before.id) && isScannedAgain(before, after));
}

base::Status checkSupplement(const Awaited& awaited, const Case& before, const Case& after)
{
    if (awaited.nothing())
        return base::fail(base::ErrorCode::NotAllowed, "Nothing of this case is to be handed in later.");
    if (before.guide != after.guide || before.answers != after.answers || before.forms != after.forms)
        return notASupplement();
    for (const auto& entry : before.materials) {
        const auto* next = after.findMaterial(entry.id, entry.party);
        if (!mayFollow(entry, next, awaited))
            return notASupplement();
    }
    for (const auto& entry : after.materials)
        if (before.findMaterial(entry.id, entry.party) == nullptr && !awaited.wasPutOff(entry.id)
            && (!entry.pages.empty() || entry.proof))
            return notASupplement();
    return {};
}

}  // namespace

base::Status checkSupplement(const std::vector<OpenDeferral>& open, const Case& before, const Case& after)
{
    return checkSupplement(Awaited(open), before, after);
}

base::Status checkSupplement(std::span<const CourseEntry> course, const Case& before, const Case& after)
{
    return checkSupplement(Awaited(course), before, after);
}

}  // namespace forms
