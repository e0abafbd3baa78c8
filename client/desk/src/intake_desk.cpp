#include <desk/intake_desk.h>

#include <desk/derived_answers.h>

#include <forms/deferral.h>
#include <offline/outbox.h>

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

/// A case that came back, or one that was accepted and still has something to come.
base::Status mayReopen(const forms::Case& before, const forms::Guide& guide, base::Date today)
{
    if (before.state == forms::CaseState::Returned || before.state == forms::CaseState::CorrectionRequested)
        return {};
    if (forms::takesSupplements(before.state) && !forms::openDeferrals(guide, before, {today, false}).empty())
        return {};
    return fail(
        ErrorCode::NotAllowed,
        "Only a case that came back, or one of which a material is still to come, can be reopened; case "
        "{number} is neither.",
        {{"number", before.number}});
}

/// What a revision may bring: nothing for one that comes before acceptance, which may change everything.
std::vector<std::string> supplementsOf(const forms::Case& before, const forms::Guide& guide, base::Date today)
{
    std::vector<std::string> materials;
    if (forms::takesSupplements(before.state))
        for (const auto& deferral : forms::openDeferrals(guide, before, {today, false}))
            materials.push_back(deferral.need.material);
    return materials;
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
    return view;
}

base::Result<CaseView> IntakeDesk::step(base::CaseId id, std::string_view what, const Change& change)
{
    const auto who = user();
    if (!who)
        return passOn(who);
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
            forms::nameRows(**guide, draft);
            const auto before = forms::peopleBefore(draft);
            if (auto made = change(draft, **guide); !made)
                return made;
            const auto now = m_workplace.catalogue().guide(draft.guide.sha256);  // it may have gone over
            if (!now)
                return passOn(now);
            people = forms::followPeople(**now, before, draft);
            deriveAnswers(**now, draft, base::hallDate(m_workplace.clock().now()));
            return {};
        });
        if (!changed)
            return passOn(changed);
        saved = std::move(*changed);
        return m_workplace.audit().record(*who, what, id);
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

base::Result<forms::SealedCase> IntakeDesk::seal(base::CaseId id, forms::SealPurpose purpose)
{
    const auto session = m_workplace.sessions().current();
    if (!session)
        return passOn(session);
    const auto draft = m_workplace.cases().load(id);
    if (!draft)
        return passOn(draft);
    if (auto editable = mustBeDraft(*draft); !editable)
        return passOn(editable);
    const auto guide = m_workplace.catalogue().guide(draft->guide.sha256);
    if (!guide)
        return passOn(guide);
    const auto now = m_workplace.clock().now();
    const auto age = m_workplace.catalogue().age(base::hallDate(now));
    if (!age)
        return passOn(age);
    const bool offline = m_line == Line::Gone;
    if (offline && !(*guide)->offlineAcceptance)
        purpose = forms::SealPurpose::Receipt;
    const auto office = m_workplace.catalogue().officeDigest();
    if (!office)
        return passOn(office);
    forms::Case sealing = *draft;
    sealing.clerk = session->user.name;
    sealing.office = *office;
    auto sealed = forms::seal(sealing, **guide, {session->key, now, offline, purpose, *age});
    if (!sealed)
        return passOn(sealed);
    if (auto put = offline::putSealed(m_workplace, *sealed, session->user.name); !put)
        return passOn(put);
    return sealed;
}

base::Result<CaseView> IntakeDesk::reopen(base::CaseId id)
{
    const auto who = user();
    if (!who)
        return passOn(who);
    const auto before = m_workplace.cases().load(id);
    if (!before)
        return passOn(before);
    const auto guide = m_workplace.catalogue().guide(before->guide.sha256);
    if (!guide)
        return passOn(guide);
    if (auto allowed = mayReopen(*before, **guide, base::hallDate(m_workplace.clock().now())); !allowed)
        return passOn(allowed);
    const auto entry = m_workplace.outbox().find(id, before->revision);
    if (!entry)
        return passOn(entry);

    forms::Case next = *before;
    next.supplements = supplementsOf(*before, **guide, base::hallDate(m_workplace.clock().now()));
    const bool newCase = (*guide)->limits.correction.resubmissionIsNewCase()
                         && before->state == forms::CaseState::CorrectionRequested;
    const auto done = m_workplace.database().transact([&]() -> base::Status {
        if (newCase) {
            const auto now = m_workplace.clock().now();
            auto number = m_workplace.cases().nextNumber(before->workstation, base::hallDate(now));
            if (!number)
                return passOn(number);
            next = copyFor(*before, base::CaseId::make(now), *number);
        } else {
            next.revision = before->revision + 1;
            if (*entry)
                next.previous = (*entry)->manifest;
        }
        next.state = forms::CaseState::Draft;
        next.notices.clear();
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
        return m_workplace.audit().record(*who, "case.reopen", next.id);
    });
    if (!done)
        return passOn(done);
    return viewOf(std::move(next));
}

base::Result<CaseView> IntakeDesk::settle(base::CaseId id, base::AnnotationId annotation)
{
    return step(id, "case.settle", [annotation](forms::Case& draft, const forms::Guide&) -> base::Status {
        for (const auto& settled : draft.settled)
            if (settled == annotation)
                return {};
        draft.settled.push_back(annotation);
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
