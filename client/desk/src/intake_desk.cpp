#include <desk/intake_desk.h>

#include "at_window.h"
#include "draft_course.h"

#include <desk/derived_answers.h>

#include <forms/arrival.h>
#include <forms/deferral.h>
#include <forms/law.h>
#include <forms/marks.h>
#include <offline/outbox.h>

#include <algorithm>

namespace desk {

using base::ErrorCode;
using base::fail;
using base::passOn;

namespace {

base::Status mustBeDraft(const forms::Case& draft)
{
    if (draft.state == forms::CaseState::Draft)
        return {};
    return fail(ErrorCode::NotAllowed,
                "Case {number} is sealed or over and cannot be changed. If it came back, reopen it first.",
                {{"number", draft.number}});
}

void addOnce(std::vector<std::string>& all, const std::string& one)
{
    if (std::find(all.begin(), all.end(), one) == all.end())
        all.push_back(one);
}

/// What an accepted case still waits for: what was put off, and pages that were returned for a new scan.
std::vector<std::string> supplementsOf(const forms::Case& before,
                                       const forms::Guide& guide,
                                       const forms::Course& course,
                                       base::Date today)
{
    std::vector<std::string> materials;
    if (!forms::takesSupplements(before.state))
        return materials;
    for (const auto& deferral : forms::openDeferrals(course))
        addOnce(materials, deferral.material);
    for (const auto& deferral : forms::openDeferrals(guide, before, {today, false}))
        addOnce(materials, deferral.need.material);
    const auto* returned = forms::findLast(course, forms::Act::Returned);
    if (!returned || !forms::awaitsRescan(course))
        return materials;
    for (const auto& cite : returned->cites)
        addOnce(materials, cite.substr(0, cite.find('/')));
    if (returned->cites.empty())
        for (const auto& entry : before.materials)
            addOnce(materials, entry.id);
    return materials;
}

/// A case that came back, or one that was accepted and still has something to come.
base::Status mayReopen(const forms::Case& before, const std::vector<std::string>& supplements)
{
    if (forms::traitsOf(before.state).takesRevision || !supplements.empty())
        return {};
    return fail(
        ErrorCode::NotAllowed,
        "Only a case that came back, or one of which a material is still to come, can be reopened; case "
        "{number} is neither.",
        {{"number", before.number}});
}

/// What was changed at a mark of the reviewer answers it.
base::Status followMarks(offline::Workplace& workplace, forms::Case& draft)
{
    if (draft.revision == 1)
        return {};
    const auto known = courseOf(workplace, draft);
    if (!known)
        return passOn(known);
    if (known->marks.empty())
        return {};
    const auto before = revisionBefore(workplace, draft);
    forms::followMarks(known->marks, before ? &*before : nullptr, draft);
    return {};
}

base::Status checkAnswered(const std::vector<forms::Annotation>& marks, const forms::Case& draft)
{
    const auto open = forms::unansweredMarks(marks, draft);
    if (open.empty())
        return {};
    return fail(
        ErrorCode::NotAcceptable,
        "{count} marks of the reviewer are not answered yet. Put right what is marked, or say why it stays.",
        {{"count", std::to_string(open.size())}});
}

/// The papers that went with a revision stay at hand when the next one begins.
base::Status keepSealedPapers(offline::Workplace& workplace, const forms::Case& sealed)
{
    const auto detail = workplace.inbox().detail(sealed.id);
    if (!detail)
        return detail.error().code == ErrorCode::NotFound ? base::Status() : base::Status(passOn(detail));
    const auto known = workplace.papers().ofCase(sealed.id);
    if (!known)
        return passOn(known);
    for (const auto& document : detail->documents) {
        const bool ours =
            std::any_of(sealed.notices.begin(), sealed.notices.end(), [&](const forms::NoticeRecord& notice) {
                return notice.sha256 == document.sha256;
            });
        const bool there = std::any_of(known->begin(), known->end(), [&](const offline::PaperEntry& entry) {
            return entry.record.id == document.id;
        });
        if (ours && !there)
            if (auto put = workplace.papers().put(sealed.id, document, offline::PaperState::Kept); !put)
                return put;
    }
    return {};
}

/// A resubmission begins as the case it replaces, under its own id and number.
forms::Case copyFor(const forms::Case& before, base::CaseId id, std::string number)
{
    forms::Case next = before;
    next.id = id;
    next.number = std::move(number);
    next.officialNumber.clear();
    next.revision = 1;
    next.previous.reset();
    next.replaces = before.id.toString();
    next.supplements.clear();
    return next;
}

}  // namespace

IntakeDesk::IntakeDesk(offline::Workplace& workplace, Line line)
    : m_workplace(workplace)
    , m_line(line)
{}

base::Result<std::string> IntakeDesk::user() const
{
    const auto session = m_workplace.sessions().current();
    if (!session)
        return passOn(session);
    return session->user.name;
}

base::Result<forms::Completeness> IntakeDesk::check(const forms::Case& draft, const forms::Guide& guide) const
{
    return forms::check(guide, draft, {base::hallDate(m_workplace.clock().now()), m_line == Line::Gone});
}

base::Result<CaseView> IntakeDesk::viewOf(forms::Case draft) const
{
    auto guide = m_workplace.catalogue().guide(draft.guide.sha256);
    if (!guide)
        return passOn(guide);
    auto completeness = check(draft, **guide);
    if (!completeness)
        return passOn(completeness);
    const auto calendar = m_workplace.catalogue().calendar();
    if (!calendar)
        return passOn(calendar);
    CaseView view{std::move(draft), std::move(*guide), std::move(*completeness)};
    view.deadlines = forms::deadlinesOf(view.guide->limits, {view.draft.received, {}, {}, {}}, *calendar);
    view.children = forms::planChildren(
        *view.guide, forms::visibleAnswers(*view.guide, view.draft.answers), view.draft.received, *calendar);
    if (auto looked = lookBeside(view); !looked)
        return passOn(looked);
    if (auto looked = lookAtCourse(view); !looked)
        return passOn(looked);
    return view;
}

base::Result<CaseView> IntakeDesk::step(base::CaseId id, std::string_view what, const Change& change)
{
    const auto by = atWindow(m_workplace);
    if (!by)
        return passOn(by);
    forms::Case saved;
    forms::PeopleChange people;
    const auto done = m_workplace.database().transact([&]() -> base::Status {
        auto changed = m_workplace.cases().change(id, [&](forms::Case& draft) -> base::Status {
            if (auto editable = mustBeDraft(draft); !editable)
                return editable;
            const auto guide = m_workplace.catalogue().guide(draft.guide.sha256);
            if (!guide)
                return passOn(guide);
            if (!draft.supplements.empty()) {
                const auto before = draft;
                if (auto made = change(draft, **guide); !made)
                    return made;
                return forms::checkSupplementStep(before, draft);
            }
            const auto deferred = deferralsOf(draft);
            forms::nameRows(**guide, draft);
            const auto before = forms::peopleBefore(draft);
            if (auto made = change(draft, **guide); !made)
                return made;
            const auto now = m_workplace.catalogue().guide(draft.guide.sha256);  // it may have gone over
            if (!now)
                return passOn(now);
            people = forms::followPeople(**now, before, draft);
            deriveAnswers(**now, draft, base::hallDate(by->now));
            followDeferrals(deferred, draft, *by);
            return followMarks(m_workplace, draft);
        });
        if (!changed)
            return passOn(changed);
        saved = std::move(*changed);
        return m_workplace.audit().record(by->user, what, id);
    });
    if (!done)
        return passOn(done);
    auto view = viewOf(std::move(saved));
    if (view)
        view->people = std::move(people);
    return view;
}

base::Result<CaseView> IntakeDesk::open(std::string_view matter)
{
    const auto session = m_workplace.sessions().current();
    if (!session)
        return passOn(session);
    const auto now = m_workplace.clock().now();
    const auto today = base::hallDate(now);
    const auto guide = m_workplace.catalogue().current(matter, today);
    if (!guide)
        return passOn(guide);
    auto workstation = m_workplace.sessions().workstation();
    if (!workstation)
        return passOn(workstation);

    const auto by = atWindow(m_workplace);
    if (!by)
        return passOn(by);
    forms::Case draft;
    draft.id = base::CaseId::make(now);
    draft.division = session->user.division;
    draft.workstation = *workstation;
    draft.clerk = session->user.name;
    draft.guide = {(*guide)->code, (*guide)->version, (*guide)->sha256};
    draft.matterName = (*guide)->name();
    draft.received = now;
    for (const auto& form : (*guide)->forms)
        if (!form.initialData().empty())
            draft.forms[form.id()] = form.initialData();
    noteReceived(draft, *by);
    const auto done = m_workplace.database().transact([&]() -> base::Status {
        auto number = m_workplace.cases().nextNumber(*workstation, today);
        if (!number)
            return passOn(number);
        draft.number = *number;
        if (auto created = m_workplace.cases().create(draft); !created)
            return created;
        if (auto counted = m_workplace.matterUse().count(session->user.name, draft.guide.code, now); !counted)
            return counted;
        return m_workplace.audit().record(session->user.name, "case.new", draft.id);
    });
    if (!done)
        return passOn(done);
    return viewOf(std::move(draft));
}

base::Result<CaseView> IntakeDesk::view(base::CaseId id)
{
    const auto who = user();
    if (!who)
        return passOn(who);
    auto draft = m_workplace.cases().load(id);
    if (!draft)
        return passOn(draft);
    if (auto recorded = m_workplace.audit().record(*who, "case.view", id); !recorded)
        return passOn(recorded);
    return viewOf(std::move(*draft));
}

base::Result<CaseView> IntakeDesk::reload(base::CaseId id) const
{
    auto draft = m_workplace.cases().load(id);
    if (!draft)
        return passOn(draft);
    return viewOf(std::move(*draft));
}

base::Result<forms::SealedCase> IntakeDesk::seal(base::CaseId id,
                                                 forms::SealPurpose purpose,
                                                 Insistence insistence)
{
    const auto session = m_workplace.sessions().current();
    if (!session)
        return passOn(session);
    const auto by = atWindow(m_workplace);
    if (!by)
        return passOn(by);
    base::Result<forms::SealedCase> sealed = fail(ErrorCode::Failed, "Nothing was sealed.");
    // Loading, checking, signing and putting are one step: nothing that is kept meanwhile is left out.
    const auto done = m_workplace.database().transact([&]() -> base::Status {
        auto draft = m_workplace.cases().load(id);
        if (!draft)
            return passOn(draft);
        const auto guide = m_workplace.catalogue().guide(draft->guide.sha256);
        if (!guide)
            return passOn(guide);
        if (auto ready = prepareSeal(*draft, **guide, session->user.name, insistence); !ready)
            return ready;
        const auto age = m_workplace.catalogue().age(base::hallDate(by->now));
        if (!age)
            return passOn(age);
        const bool offline = m_line == Line::Gone;
        if (offline && !(*guide)->offlineAcceptance)
            purpose = forms::SealPurpose::Receipt;
        noteSealed(*draft, *by);
        sealed = forms::seal(*draft, **guide, {session->key, by->now, offline, purpose, *age});
        if (!sealed)
            return passOn(sealed);
        if (auto right = forms::checkTimes(sealed->manifest(), by->now); !right)
            return right;
        const auto noted = m_workplace.cases().change(id, [&draft](forms::Case& stored) -> base::Status {
            stored = *draft;
            return {};
        });
        if (!noted)
            return passOn(noted);
        return offline::putSealed(m_workplace, *sealed, session->user.name);
    });
    if (!done)
        return passOn(done);
    return sealed;
}

/// Whether it may be sealed beside what the check says, and who seals it, by what.
base::Status IntakeDesk::prepareSeal(forms::Case& draft,
                                     const forms::Guide& guide,
                                     const std::string& user,
                                     Insistence insistence) const
{
    if (auto editable = mustBeDraft(draft); !editable)
        return editable;
    const auto known = courseOf(m_workplace, draft);
    if (!known)
        return passOn(known);
    if (auto answered = checkAnswered(known->marks, draft); !answered)
        return answered;
    const auto office = m_workplace.catalogue().officeDigest();
    if (!office)
        return passOn(office);
    draft.clerk = user;
    draft.office = *office;
    draft.insisted = false;
    draft.insistedRoute.clear();
    if (insistence == Insistence::No)
        return {};
    const auto completeness = check(draft, guide);
    if (!completeness)
        return passOn(completeness);
    if (completeness->verdict == forms::Verdict::Refused && forms::law(forms::regimeOf(guide)).insistAllowed)
    {
        draft.insisted = true;
        draft.insistedRoute = completeness->route;
    }
    return {};
}

base::Result<CaseView> IntakeDesk::reopen(base::CaseId id)
{
    const auto by = atWindow(m_workplace);
    if (!by)
        return passOn(by);
    const auto before = m_workplace.cases().load(id);
    if (!before)
        return passOn(before);
    const auto guide = m_workplace.catalogue().guide(before->guide.sha256);
    if (!guide)
        return passOn(guide);
    const auto known = courseOf(m_workplace, *before);
    if (!known)
        return passOn(known);
    const auto supplements = supplementsOf(*before, **guide, known->course, base::hallDate(by->now));
    if (auto allowed = mayReopen(*before, supplements); !allowed)
        return passOn(allowed);
    const auto entry = m_workplace.outbox().find(id, before->revision);
    if (!entry)
        return passOn(entry);

    forms::Case next = *before;
    next.supplements = supplements;
    const bool newCase = (*guide)->limits.correction.resubmissionIsNewCase()
                         && before->state == forms::CaseState::CorrectionRequested;
    const auto done = m_workplace.database().transact([&]() -> base::Status {
        if (newCase) {
            const auto now = m_workplace.clock().now();
            auto number = m_workplace.cases().nextNumber(before->workstation, base::hallDate(now));
            if (!number)
                return passOn(number);
            next = copyFor(*before, base::CaseId::make(now), *number);
            next.received = now;
        } else {
            next.revision = before->revision + 1;
            if (*entry)
                next.previous = (*entry)->manifest;
        }
        next.state = forms::CaseState::Draft;
        if (auto kept = keepSealedPapers(m_workplace, *before); !kept)
            return kept;
        beginRevision(next);
        if (newCase)
            noteReceived(next, *by);
        const auto stored = newCase ? m_workplace.cases().create(next)
                                    : base::Status(m_workplace.cases()
                                                       .change(id,
                                                               [&next](forms::Case& draft) -> base::Status {
                                                                   draft = next;
                                                                   return {};
                                                               })
                                                       .map([](const forms::Case&) {}));
        if (!stored)
            return stored;
        return m_workplace.audit().record(by->user, "case.reopen", next.id);
    });
    if (!done)
        return passOn(done);
    return viewOf(std::move(next));
}

base::Result<CaseView> IntakeDesk::answerMark(base::CaseId id, const forms::MarkAnswer& answer)
{
    return step(id, "case.answer-mark", [&](forms::Case& draft, const forms::Guide&) -> base::Status {
        const auto known = courseOf(m_workplace, draft);
        if (!known)
            return passOn(known);
        const auto mark =
            std::find_if(known->marks.begin(), known->marks.end(), [&answer](const forms::Annotation& each) {
                return each.id == answer.annotation;
            });
        if (mark == known->marks.end())
            return fail(ErrorCode::NotFound,
                        "The case has no mark {mark}.",
                        {{"mark", answer.annotation.toString()}});
        const auto before = revisionBefore(m_workplace, draft);
        if (auto allowed = forms::checkAnswer(*mark, answer, before ? &*before : nullptr, draft); !allowed)
            return allowed;
        std::erase_if(draft.answersTo, [&answer](const forms::MarkAnswer& given) {
            return given.annotation == answer.annotation;
        });
        draft.answersTo.push_back(answer);
        return {};
    });
}

bool isOnlyHere(forms::CaseState state, int revision)
{
    return state == forms::CaseState::Draft && revision == 1;
}

base::Result<CaseView> IntakeDesk::withdrawDraft(base::CaseId id, std::string_view reason)
{
    if (reason.empty())
        return fail(ErrorCode::BadArgument, "Say why the case is withdrawn.");
    return step(id, "case.withdraw", [](forms::Case& draft, const forms::Guide&) -> base::Status {
        if (!isOnlyHere(draft.state, draft.revision))
            return fail(ErrorCode::NotAllowed,
                        "The back office has case {number}. Withdraw it in the list of cases.",
                        {{"number", draft.number}});
        draft.state = forms::CaseState::Withdrawn;
        return {};
    });
}

}  // namespace desk
