#include "revision_intake.h"

#include "sealed_check.h"

#include <api/put_revision.h>
#include <fmt/format.h>
#include <forms/applicant.h>
#include <forms/arrival.h>
#include <forms/deferral.h>
#include <forms/jws.h>
#include <forms/marks.h>
#include <forms/masking.h>
#include <forms/same_applicant.h>
#include <forms/step.h>
#include <server/annotation_store.h>
#include <server/applicant_store.h>
#include <server/audit_store.h>
#include <server/case_store.h>
#include <server/clerk_key_store.h>
#include <server/counter_store.h>
#include <server/document_store.h>
#include <server/office_store.h>
#include <server/revision_store.h>

#include <algorithm>

namespace server {

/// A revision about which everything but its place in the order is known to be right.
struct RevisionIntake::Arrival {
    const forms::SealedCase& sealed;
    std::shared_ptr<const forms::Guide> guide;
    base::Timestamp now;

    [[nodiscard]] const forms::Manifest& manifest() const { return sealed.manifest(); }

    [[nodiscard]] const forms::Case& content() const { return sealed.manifest().sealed; }
};

namespace {

using forms::CaseState;

std::string maskedApplicant(const forms::Guide& guide, const forms::Case& content)
{
    const auto applicants = forms::applicantsOf(guide, content);
    if (!applicants.empty())
        return forms::maskedName(applicants.front());
    return content.parties.empty() ? std::string() : forms::maskedName(content.parties.front());
}

std::string nextOfficialNumber(Transaction& transaction, const std::string& division, base::Timestamp now)
{
    auto day = base::formatDate(base::hallDate(now));
    std::erase(day, '-');
    const auto seq = CounterStore(transaction).next("official " + division + " " + day);
    return fmt::format("{}-{}-{:05}", division, day, seq);
}

base::Status checkFirst(Transaction& transaction, const forms::Case& content)
{
    if (content.previous)
        return base::fail(base::ErrorCode::Conflict, "The first revision of a case names none before it.");
    if (content.replaces.empty())
        return {};
    const auto old = base::CaseId::parse(content.replaces);
    const auto record = old ? CaseStore(transaction).find(*old) : std::nullopt;
    if (!record || record->division != content.division)
        return base::fail(base::ErrorCode::Conflict, "The case that this one resubmits is not known here.");
    return {};
}

/// After acceptance only what the course awaits may still come.
base::Status checkLate(const CaseCourse& course, const StoredRevision& before, const forms::Case& content)
{
    const auto opened = forms::peekJws(before.jws);  // verified when it came
    if (!opened)
        return base::passOn(opened);
    const auto manifest = forms::manifestFromJson(opened->payload);
    if (!manifest)
        return base::passOn(manifest);
    return forms::checkSupplement(course.course(), manifest->sealed, content);
}

base::Status checkNext(Transaction& transaction,
                       const CaseCourse& course,
                       const forms::Case& content,
                       const forms::Guide& guide)
{
    const auto& record = course.record();
    if (content.revision != record.revision + 1)
        return base::fail(base::ErrorCode::Conflict,
                          "Revisions come in order: the next one is {next}.",
                          {{"next", std::to_string(record.revision + 1)}});
    const auto before = RevisionStore(transaction).find(record.id, record.revision);
    if (!before || content.previous != before->manifest)
        return base::fail(base::ErrorCode::Conflict,
                          "The revision does not name the one before it by its digest.");
    const auto state = forms::stateOf(course.course());
    if (forms::traitsOf(state).takesSupplements)
        return checkLate(course, *before, content);
    if (!forms::traitsOf(state).takesRevision)
        return base::fail(base::ErrorCode::NotAllowed,
                          "No revision is asked for while the case is {state}.",
                          {base::word("state", forms::titleOf(state))});
    if (state == CaseState::CorrectionRequested && guide.limits.correction.resubmissionIsNewCase())
        return base::fail(
            base::ErrorCode::NotAllowed,
            "Under the rule of this matter a resubmission is a new case that names the old one.");
    if (guide.code != record.matter || content.division != record.division)
        return base::fail(base::ErrorCode::NotAllowed, "A revision stays with its matter and its division.");
    if (!forms::unansweredMarks(AnnotationStore(transaction).ofCase(record.id), course.course(), content)
             .empty())
        return base::fail(
            base::ErrorCode::NotAcceptable,
            "A correction is answered mark by mark: say of each mark what became of it, and seal it again.");
    return {};
}

/// The local sub-item the case was taken in as keeps its name; any other name is the guide's own.
const std::string& matterNameOf(const forms::Guide& guide, const std::string& sealedAs)
{
    for (const auto& item : guide.localSubItems)
        if (item.name == sealedAs)
            return item.name;
    return guide.name();
}

}  // namespace

tl::expected<forms::SealedCase, api::Problem> RevisionIntake::verify(const std::string& jws) const
{
    const auto finder = [&](std::string_view kid) -> std::optional<base::PublicKey> {
        const auto key =
            m_office.database->read([&](Transaction& transaction) -> base::Result<std::optional<ClerkKey>> {
                return ClerkKeyStore(transaction).find(std::string(kid));
            });
        return key && *key ? std::optional((*key)->key) : std::nullopt;
    };
    auto sealed = forms::SealedCase::verify(jws, finder);
    if (!sealed && sealed.error().code == base::ErrorCode::NotAllowed)
        return refuse(api::ProblemCode::BadSignature,
                      "The manifest is not signed with a key that is enrolled here.");
    if (!sealed)
        return refuse(sealed.error());
    return std::move(*sealed);
}

tl::expected<void, api::Problem> RevisionIntake::checkPeople(const forms::SealedCase& sealed) const
{
    const auto& content = sealed.manifest().sealed;
    const auto found =
        m_office.database->read([&](Transaction& transaction) -> base::Result<std::optional<ClerkKey>> {
            return ClerkKeyStore(transaction).find(sealed.kid());
        });
    if (!found)
        return refuse(found.error());
    const auto& key = *found;
    if (!key || key->user != content.clerk || key->workstation != content.workstation)
        return refuse(api::ProblemCode::BadSignature,
                      "The manifest names another clerk or workstation than the key that signed it.");
    const auto author =
        m_office.database->read([&](Transaction& transaction) -> base::Result<std::optional<Account>> {
            return AccountStore(transaction).find(key->user);
        });
    if (!author)
        return refuse(author.error());
    if (!*author || (*author)->division != content.division || m_carrier.division != content.division)
        return refuse(api::ProblemCode::Forbidden,
                      "The case is of another division than its author or its carrier.");
    return {};
}

base::Result<std::optional<GivenReceipt>> RevisionIntake::givenBefore(Transaction& transaction,
                                                                      const forms::SealedCase& sealed)
{
    const auto& content = sealed.manifest().sealed;
    auto known = RevisionStore(transaction).find(content.id, content.revision);
    if (!known)
        return std::optional<GivenReceipt>();
    if (known->manifest != sealed.digest())
        return base::fail(base::ErrorCode::Conflict,
                          "This revision was handed in already with other content.");
    return std::optional(GivenReceipt{std::move(known->receipt), false});
}

tl::expected<void, api::Problem> RevisionIntake::checkPages(const forms::Manifest& manifest) const
{
    const auto missing =
        m_office.database->read([&](Transaction& transaction) -> base::Result<std::vector<base::Digest>> {
            PageIndexStore pages(transaction);
            std::vector<base::Digest> lacking;
            const auto look = [&](const base::Digest& sha256) {
                if (!pages.find(sha256) && std::find(lacking.begin(), lacking.end(), sha256) == lacking.end())
                    lacking.push_back(sha256);
            };
            for (const auto& page : manifest.sealed.pages)
                look(page.sha256);
            // Earlier versions sent no papers, and told no size of them.
            for (const auto& notice : manifest.sealed.notices)
                if (notice.bytes.value > 0)
                    look(notice.sha256);
            return lacking;
        });
    if (!missing)
        return refuse(missing.error());
    if (missing->empty())
        return {};
    auto problem = refuse(api::ProblemCode::MissingPages,
                          "Pages of the case are not here yet. Send them, then the manifest again.")
                       .value();
    problem.missing = *missing;
    return tl::unexpected(std::move(problem));
}

/// Earlier windows name no office document. Which release it was does not matter: papers stay as they were made.
tl::expected<void, api::Problem> RevisionIntake::checkOffice(const forms::Case& content) const
{
    if (!content.office)
        return {};
    const auto known = m_office.database->read([&](Transaction& transaction) -> base::Result<bool> {
        return OfficeStore(transaction).knows(content.division, *content.office);
    });
    if (!known)
        return refuse(known.error());
    if (!*known)
        return refuse(
            api::ProblemCode::BadRequest,
            "The office document that the papers of this case were made by was never published here.");
    return {};
}

std::string RevisionIntake::sign(const CaseRecord& record, CaseState state, const Arrival& arrival) const
{
    api::Receipt receipt;
    receipt.caseId = record.id;
    receipt.revision = record.revision;
    receipt.manifest = arrival.sealed.digest();
    receipt.number = record.official;
    receipt.state = state;
    receipt.received = arrival.now;
    receipt.server = m_office.settings.server;
    return forms::signJws(api::toJson(receipt), api::ReceiptFormat, m_office.keys.receipt);
}

namespace {

/// What the line of the case says from this revision on. What comes after acceptance changes nothing of it.
void describe(CaseRecord& record, const forms::Guide& guide, const forms::Case& content)
{
    record.matter = guide.code;
    record.matterName = matterNameOf(guide, content.matterName);
    record.guide = content.guide.sha256;
    record.applicant = maskedApplicant(guide, content);
    record.received = content.received;
    record.replaces = content.replaces;
}

/// The papers of the manifest whose bytes came with it.
void keepPapers(Transaction& transaction, const forms::Manifest& manifest, base::Timestamp now)
{
    const auto& content = manifest.sealed;
    DocumentStore documents(transaction);
    auto known = documents.ofCase(content.id);
    for (const auto& notice : content.notices) {
        const auto kind = forms::parsePaperKind(notice.kind);
        const auto page = PageIndexStore(transaction).find(notice.sha256);
        const bool here = std::any_of(
            known.begin(), known.end(), [&](const auto& one) { return one.sha256 == notice.sha256; });
        if (!kind || !page || here)
            continue;
        api::DocumentRecord record;
        record.id = base::DocumentId::make(now);
        record.kind = *kind;
        record.number = notice.number;
        record.sha256 = notice.sha256;
        record.type = page->mediaType;
        record.bytes = {page->bytes};
        record.made = notice.made.value_or(manifest.sealedAt);
        record.by = content.clerk;
        record.copies = std::max(1, notice.copies);
        record.handed = notice.handed;
        record.signedPages = notice.signedPages;
        documents.add(content.id, record);
        known.push_back(std::move(record));
    }
}

/// Marks that a manifest of earlier versions says it has done. What `answers_to` says is judged by the reviewer.
void settleMarks(Transaction& transaction, const forms::Case& content)
{
    AnnotationStore annotations(transaction);
    for (const auto& settled : content.settled)
        annotations.settle(content.id, settled, Settled::Yes);
}

}  // namespace

/// A second case of the same applicant and matter is taken in like any other; somebody is to look at it.
bool RevisionIntake::isDuplicate(Transaction& transaction,
                                 const Arrival& arrival,
                                 const CaseRecord& record) const
{
    ApplicantStore applicants(transaction, m_office.keys.pages);
    applicants.remember(record.id, forms::applicantNumbers(*arrival.guide, arrival.content()));
    return arrival.content().revision == 1 && !applicants.othersUnderWay(record).empty();
}

base::Result<GivenReceipt> RevisionIntake::enter(Transaction& transaction,
                                                 CaseCourse& course,
                                                 const Arrival& arrival) const
{
    const auto& content = arrival.content();
    const auto& record = course.record();
    const bool late = forms::traitsOf(forms::stateOf(course.course())).takesSupplements;
    auto entries = forms::arrivalEntries(course.guide(),
                                         course.course(),
                                         arrival.manifest(),
                                         course.rules().calendar,
                                         course.rules().office,
                                         arrival.now);
    if (isDuplicate(transaction, arrival, record))
        entries.push_back(
            forms::flagEntry(forms::FlagCause::Duplicate,
                             {content.clerk, forms::Role::Clerk, {}, arrival.now, content.revision}));
    auto after = course.course();
    for (const auto& entry : entries)
        append(after, entry);
    GivenReceipt given{sign(record, forms::stateOf(after), arrival), true};
    RevisionStore(transaction)
        .add({record.id,
              record.revision,
              arrival.sealed.digest(),
              arrival.sealed.jws(),
              given.jws,
              content.clerk,
              m_carrier.name,
              content.workstation,
              arrival.now},
             content.pages);
    if (auto written = course.write(std::move(entries), arrival.now); !written)
        return base::passOn(written);
    if (late)
        if (auto arranged = course.arrangeChildren(arrival.now); !arranged)
            return base::passOn(arranged);
    keepPapers(transaction, arrival.manifest(), arrival.now);
    settleMarks(transaction, content);
    course.close(api::ChangeKind::Receipt, arrival.now);
    audit(transaction, arrival);
    return given;
}

void RevisionIntake::audit(Transaction& transaction, const Arrival& arrival) const
{
    const auto& content = arrival.content();
    AuditStore(transaction)
        .add(arrival.now,
             m_carrier.name,
             fmt::format("arrive {} sealed-by {} from {} via {} manifest {}",
                         content.revision,
                         content.clerk,
                         content.workstation,
                         m_workstation.empty() ? "-" : m_workstation,
                         arrival.sealed.digest().toString()),
             content.id);
}

base::Result<RevisionIntake::Outcome> RevisionIntake::enterFirst(Transaction& transaction,
                                                                 const Arrival& arrival) const
{
    const auto& content = arrival.content();
    if (content.revision != 1)
        return base::fail(base::ErrorCode::Conflict,
                          "Revisions come in order: the first one is not here yet.");
    if (auto first = checkFirst(transaction, content); !first)
        return base::passOn(first);
    CaseRecord record;
    record.id = content.id;
    record.division = content.division;
    record.official = nextOfficialNumber(transaction, content.division, arrival.now);
    describe(record, *arrival.guide, content);
    auto rules = m_office.guides.rules(transaction, content.division);
    if (!rules)
        return base::passOn(rules);
    auto course = CaseCourse::begin(transaction, {std::move(record), arrival.guide, std::move(*rules)});
    auto given = enter(transaction, course, arrival);
    if (!given)
        return base::passOn(given);
    return Outcome{std::move(*given), {}};
}

base::Result<RevisionIntake::Outcome> RevisionIntake::enterNext(Transaction& transaction,
                                                                CaseRecord known,
                                                                const Arrival& arrival) const
{
    auto context = contextOf(m_office, transaction, std::move(known));
    if (!context)
        return base::passOn(context);
    auto course = CaseCourse::open(transaction, std::move(*context), arrival.now);
    if (!course)
        return base::passOn(course);
    const auto& content = arrival.content();
    if (const auto next = checkNext(transaction, *course, content, *arrival.guide); !next)
        return Outcome{{}, next.error()};
    auto record = course->record();
    record.revision = content.revision;
    if (!forms::traitsOf(forms::stateOf(course->course())).takesSupplements)
        describe(record, *arrival.guide, content);
    course->revise(std::move(record), arrival.guide);
    auto given = enter(transaction, *course, arrival);
    if (!given)
        return base::passOn(given);
    return Outcome{std::move(*given), {}};
}

base::Result<RevisionIntake::Outcome> RevisionIntake::writeDown(const Arrival& arrival) const
{
    return m_office.database->write([&](Transaction& transaction) -> base::Result<Outcome> {
        auto before = givenBefore(transaction, arrival.sealed);
        if (!before)
            return base::passOn(before);
        if (*before)
            return Outcome{std::move(**before), {}};
        auto known = CaseStore(transaction).find(arrival.content().id);
        return known ? enterNext(transaction, std::move(*known), arrival) : enterFirst(transaction, arrival);
    });
}

tl::expected<GivenReceipt, api::Problem> RevisionIntake::take(base::CaseId id,
                                                              int revision,
                                                              const std::string& jws)
{
    const auto sealed = verify(jws);
    if (!sealed)
        return tl::unexpected(sealed.error());
    const auto& manifest = sealed->manifest();
    const auto& content = manifest.sealed;
    if (content.id != id || content.revision != revision)
        return refuse(api::ProblemCode::BadRequest,
                      "The manifest is of another case or revision than the address says.");
    if (auto people = checkPeople(*sealed); !people)
        return tl::unexpected(people.error());
    auto before =
        m_office.database->read([&](Transaction& transaction) { return givenBefore(transaction, *sealed); });
    if (!before)
        return refuse(before.error());
    if (*before)
        return std::move(**before);
    const auto now = m_office.clock.now();
    if (const auto times = forms::checkTimes(manifest, now); !times)
        return refuse(times.error());
    const auto guide = m_office.guides.find(content.guide.sha256);
    if (!guide && guide.error().code != base::ErrorCode::NotFound)
        return refuse(guide.error());
    if (!guide || (*guide)->code != content.guide.code || (*guide)->version != content.guide.version)
        return refuse(api::ProblemCode::UnknownGuide,
                      "The guide version of this case was never published here.");
    if (auto published = checkOffice(content); !published)
        return tl::unexpected(published.error());
    if (auto pages = checkPages(manifest); !pages)
        return tl::unexpected(pages.error());
    if (auto checked = checkSealed(**guide, manifest); !checked)
        return tl::unexpected(checked.error());
    auto outcome = writeDown({*sealed, *guide, now});
    if (!outcome)
        return refuse(outcome.error());
    if (outcome->refusal)
        return refuse(*outcome->refusal);
    return std::move(*outcome->given);
}

}  // namespace server
