// What this workstation knows beside the check of a case: another version of its guide, other cases, old guides.
#include <desk/intake_desk.h>


#include <forms/case_adoption.h>
#include <forms/deferral.h>
#include <forms/marks.h>
#include <forms/same_applicant.h>

#include <algorithm>

namespace desk {

using base::ErrorCode;
using base::passOn;

namespace {

constexpr std::string_view DuplicateId = "duplicate:";
constexpr std::size_t MostDuplicates = 20;

forms::Finding duplicate(const offline::CaseRow& other)
{
    forms::Finding finding;
    finding.id = std::string(DuplicateId) + other.id.toString();
    finding.level = forms::FindingLevel::Ask;
    finding.text =
        i18n::phrase("The same applicant has case {number} of this matter under way: {state}.",
                     {{"number", other.officialNumber.empty() ? other.number : other.officialNumber},
                      base::word("state", forms::titleOf(other.state))});
    return finding;
}

bool mayGoOver(const forms::Case& draft)
{
    return draft.state == forms::CaseState::Draft && draft.revision == 1;
}

}  // namespace

std::optional<base::CaseId> otherCaseOf(const forms::Finding& finding)
{
    if (!finding.id.starts_with(DuplicateId))
        return std::nullopt;
    return base::CaseId::parse(std::string_view(finding.id).substr(DuplicateId.size()));
}

bool awaitsMaterials(const CaseView& view)
{
    const auto& course = view.known.course;
    return forms::takesSupplements(view.draft.state)
           && (view.completeness.verdict == forms::Verdict::AcceptableWithDeferral
               || !forms::openDeferrals(course).empty() || forms::awaitsRescan(course));
}

base::Result<std::shared_ptr<const forms::Guide>> IntakeDesk::newerThan(const forms::Case& draft) const
{
    std::shared_ptr<const forms::Guide> none;
    if (!mayGoOver(draft))
        return none;
    auto current =
        m_workplace.catalogue().current(draft.guide.code, base::hallDate(m_workplace.clock().now()));
    if (!current && current.error().code == ErrorCode::NotFound)
        return none;
    if (current && (*current)->sha256 == draft.guide.sha256)
        return none;
    return current;
}

/// Found by keyed hash among all people of all cases; then the other's applicant is compared, since an agent stands in
/// many cases.
base::Result<std::vector<forms::Finding>> IntakeDesk::duplicatesOf(const CaseView& view) const
{
    std::vector<forms::Finding> found;
    if (!forms::isUnderWay(view.draft.state))
        return found;
    for (const auto& number : forms::applicantNumbers(*view.guide, view.draft)) {
        offline::CaseFilter filter;
        filter.matter = view.draft.guide.code;
        filter.idNumber = number;
        filter.limit = MostDuplicates;
        const auto rows = m_workplace.cases().list(filter);
        if (!rows)
            return passOn(rows);
        for (const auto& row : *rows) {
            if (row.id == view.draft.id || !forms::isUnderWay(row.state)
                || view.draft.replaces == row.id.toString())
                continue;
            const auto other = m_workplace.cases().load(row.id);
            const auto guide = other ? m_workplace.catalogue().guide(other->guide.sha256)
                                     : base::Result<std::shared_ptr<const forms::Guide>>(passOn(other));
            if (!guide)
                continue;  // its content is gone from here
            const auto numbers = forms::applicantNumbers(**guide, *other);
            if (std::find(numbers.begin(), numbers.end(), number) != numbers.end())
                found.push_back(duplicate(row));
        }
    }
    return found;
}

base::Status IntakeDesk::lookBeside(CaseView& view) const
{
    auto newer = newerThan(view.draft);
    if (!newer)
        return passOn(newer);
    auto duplicates = duplicatesOf(view);
    if (!duplicates)
        return passOn(duplicates);
    const auto age = m_workplace.catalogue().age(base::hallDate(m_workplace.clock().now()));
    if (!age)
        return passOn(age);
    view.newer = std::move(*newer);
    view.beside = std::move(*duplicates);
    view.age = *age;
    return {};
}

base::Status IntakeDesk::lookAtCourse(CaseView& view) const
{
    auto known = courseOf(m_workplace, view.draft);
    if (!known)
        return passOn(known);
    const auto calendar = m_workplace.catalogue().calendar();
    if (!calendar)
        return passOn(calendar);
    const auto office = m_workplace.catalogue().office();
    if (!office)
        return passOn(office);
    view.known = std::move(*known);
    const auto now = m_workplace.clock().now();
    const auto& course = view.known.course;
    view.clocks = clocksAtWindow(*view.guide, course, *calendar, *office, now);
    view.waits = forms::waitsFor(*view.guide, course);
    view.papersDue = forms::papersDue(*view.guide, course, *office);
    view.told = toldOf(*view.guide, view.draft, course, view.known.marks);
    view.todo = todoOf(*view.guide, view.draft, course, view.papersDue);
    if (view.draft.state != forms::CaseState::Draft)
        return {};
    const auto open = forms::unansweredMarks(view.known.marks, view.draft);
    for (const auto& mark : view.known.marks)
        if (std::find(open.begin(), open.end(), mark.id) != open.end())
            view.unanswered.push_back(mark);
    const auto sealable =
        forms::checkSealable(*view.guide, view.draft, view.completeness, base::hallDate(now));
    if (!sealable)
        view.unsealable = sealable.error();
    return {};
}

base::Result<std::optional<VersionOffer>> IntakeDesk::versionOffer(base::CaseId id) const
{
    const auto draft = m_workplace.cases().load(id);
    if (!draft)
        return passOn(draft);
    auto newer = newerThan(*draft);
    if (!newer)
        return passOn(newer);
    if (!*newer)
        return std::optional<VersionOffer>();
    const auto before = m_workplace.catalogue().guide(draft->guide.sha256);
    if (!before)
        return passOn(before);
    auto adopted = forms::adoptGuide(*draft, **before, **newer);
    if (!adopted)
        return passOn(adopted);
    auto differences = forms::differencesOf(**before, **newer);
    return VersionOffer{std::move(*newer), std::move(differences), std::move(adopted->dropped)};
}

base::Result<AdoptedView> IntakeDesk::adopt(base::CaseId id)
{
    std::vector<i18n::Phrase> dropped;
    auto view = step(id, "case.adopt", [&](forms::Case& draft, const forms::Guide& before) -> base::Status {
        const auto newer = newerThan(draft);
        if (!newer)
            return passOn(newer);
        if (!*newer && mayGoOver(draft))
            return base::fail(ErrorCode::NotFound,
                              "Case {number} already has the version of its guide that is in force.",
                              {{"number", draft.number}});
        auto adopted = forms::adoptGuide(draft, before, *newer ? **newer : before);
        if (!adopted)
            return passOn(adopted);
        draft = std::move(adopted->draft);
        dropped = std::move(adopted->dropped);
        return {};
    });
    if (!view)
        return passOn(view);
    return AdoptedView{std::move(*view), std::move(dropped)};
}

}  // namespace desk
