#include <desk/intake_desk.h>

#include <forms/same_applicant.h>

#include <algorithm>

namespace desk {

namespace {

using base::ErrorCode;
using base::fail;
using base::passOn;

constexpr std::size_t MostOffered = 20;

void append(std::vector<offline::CaseRow>& all, std::vector<offline::CaseRow> rows)
{
    std::erase_if(rows, [](const offline::CaseRow& row) {
        return row.applicant.empty() || row.state == forms::CaseState::Withdrawn;
    });
    all.insert(all.end(), rows.begin(), rows.end());
}

void keepNewest(std::vector<offline::CaseRow>& rows)
{
    std::stable_sort(
        rows.begin(), rows.end(), [](const offline::CaseRow& one, const offline::CaseRow& other) {
            return one.received > other.received;
        });
    rows.resize(std::min(rows.size(), MostOffered));
}

}  // namespace

base::Result<OtherCases> IntakeDesk::otherCases(base::CaseId id) const
{
    const auto draft = m_workplace.cases().load(id);
    if (!draft)
        return passOn(draft);
    const auto guide = m_workplace.catalogue().guide(draft->guide.sha256);
    if (!guide)
        return passOn(guide);
    offline::CaseFilter filter;
    filter.idNumber = forms::firstApplicantNumber(**guide, *draft);
    filter.limit = MostOffered * 2;  // some may have nobody in them any more
    OtherCases others;
    for (const auto& matter : mattersTakenFrom(**guide)) {
        filter.matter = matter;
        auto rows = m_workplace.cases().list(filter);
        if (!rows)
            return passOn(rows);
        append(others.cases, std::move(*rows));
        const auto known = m_workplace.catalogue().current(matter, base::hallDate(m_workplace.clock().now()));
        others.matters.push_back(known ? (*known)->name() : matter);
    }
    keepNewest(others.cases);
    return others;
}

base::Result<EarlierCase> IntakeDesk::otherCase(base::CaseId id, std::string_view named)
{
    const auto who = user();
    if (!who)
        return passOn(who);
    const auto draft = m_workplace.cases().load(id);
    if (!draft)
        return passOn(draft);
    const auto guide = m_workplace.catalogue().guide(draft->guide.sha256);
    if (!guide)
        return passOn(guide);
    const auto otherId = m_workplace.cases().resolve(named);
    if (!otherId)
        return passOn(otherId);
    auto other = m_workplace.cases().load(*otherId);
    if (!other)
        return passOn(other);
    const auto matters = mattersTakenFrom(**guide);
    if (std::find(matters.begin(), matters.end(), other->guide.code) == matters.end())
        return fail(ErrorCode::BadArgument,
                    "Nothing in {matter} is filled from a case of {other}.",
                    {{"matter", (*guide)->name()}, {"other", other->matterName}});
    auto otherGuide = m_workplace.catalogue().guide(other->guide.sha256);
    if (!otherGuide)
        return passOn(otherGuide);
    if (auto recorded = m_workplace.audit().record(*who, "case.view", *otherId); !recorded)
        return passOn(recorded);
    return earlierOf(std::move(*other), std::move(*otherGuide));
}

base::Result<CaseView> IntakeDesk::takeFrom(base::CaseId id, base::CaseId otherId)
{
    const auto other = otherCase(id, otherId.toString());
    if (!other)
        return passOn(other);
    return step(id, "case.take", [&other](forms::Case& draft, const forms::Guide& guide) -> base::Status {
        for (const auto& form : guide.forms) {
            const auto known = draft.forms.find(form.id());
            auto filled =
                takenInto(form, known == draft.forms.end() ? forms::FormData() : known->second, *other);
            if (!filled.pointers.empty())
                draft.forms.insert_or_assign(form.id(), std::move(filled.data));
        }
        return readAnswers(guide, takenAnswers(guide, draft.answers, *other), draft.answers);
    });
}

}  // namespace desk
