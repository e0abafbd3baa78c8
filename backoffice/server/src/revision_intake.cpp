#include "revision_intake.h"

#include "case_context.h"
#include "sealed_check.h"

#include <api/put_revision.h>
#include <fmt/format.h>
#include <forms/applicant.h>
#include <forms/deferral.h>
#include <forms/jws.h>
#include <forms/masking.h>
#include <forms/same_applicant.h>
#include <server/action_store.h>
#include <server/annotation_store.h>
#include <server/applicant_store.h>
#include <server/audit_store.h>
#include <server/case_children.h>
#include <server/case_clock.h>
#include <server/case_store.h>
#include <server/change_store.h>
#include <server/clerk_key_store.h>
#include <server/counter_store.h>
#include <server/office_store.h>
#include <server/revision_store.h>

#include <algorithm>

namespace server {

/// A revision about which everything but its place in the order is known to be right.
struct RevisionIntake::Arrival {
    const forms::SealedCase& sealed;
    const forms::Guide& guide;
    const forms::Calendar& calendar;
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

/// After acceptance what was put off may still come, and nothing else.
base::Status checkLate(const StoredRevision& before, const forms::Case& content, const forms::Guide& guide)
{
    const auto opened = forms::peekJws(before.jws);  // verified when it came
    if (!opened)
        return base::passOn(opened);
    const auto manifest = forms::manifestFromJson(opened->payload);
    if (!manifest)
        return base::passOn(manifest);
    return forms::checkSupplement(forms::openDeferrals(guide,
                                                       forms::checkableCase(*manifest, guide),
                                                       {manifest->today, manifest->offline}),
                                  manifest->sealed,
                                  content);
}

base::Status checkNext(Transaction& transaction,
                       const CaseRecord& record,
                       const forms::Case& content,
                       const forms::Guide& guide)
{
    if (content.revision != record.revision + 1)
        return base::fail(base::ErrorCode::Conflict,
                          "Revisions come in order: the next one is {next}.",
                          {{"next", std::to_string(record.revision + 1)}});
    const auto before = RevisionStore(transaction).find(record.id, record.revision);
    if (!before || content.previous != before->manifest)
        return base::fail(base::ErrorCode::Conflict,
                          "The revision does not name the one before it by its digest.");
    if (forms::takesSupplements(record.state))
        return checkLate(*before, content, guide);
    if (record.state != CaseState::CorrectionRequested && record.state != CaseState::Returned)
        return base::fail(base::ErrorCode::NotAllowed,
                          "No revision is asked for while the case is {state}.",
                          {base::word("state", forms::titleOf(record.state))});
    if (record.state == CaseState::CorrectionRequested && guide.limits.correction.resubmissionIsNewCase())
        return base::fail(
            base::ErrorCode::NotAllowed,
            "Under the rule of this matter a resubmission is a new case that names the old one.");
    if (guide.code != record.matter || content.division != record.division)
        return base::fail(base::ErrorCode::NotAllowed, "A revision stays with its matter and its division.");
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

base::Result<std::optional<GivenReceipt>> RevisionIntake::givenBefore(const forms::SealedCase& sealed) const
{
    return m_office.database->read(
        [&](Transaction& transaction) -> base::Result<std::optional<GivenReceipt>> {
            const auto& content = sealed.manifest().sealed;
            auto known = RevisionStore(transaction).find(content.id, content.revision);
            if (!known)
                return std::optional<GivenReceipt>();
            if (known->manifest != sealed.digest())
                return base::fail(base::ErrorCode::Conflict,
                                  "This revision was handed in already with other content.");
            return std::optional(GivenReceipt{std::move(known->receipt), false});
        });
}

tl::expected<void, api::Problem> RevisionIntake::checkPages(const forms::Manifest& manifest) const
{
    const auto missing =
        m_office.database->read([&](Transaction& transaction) -> base::Result<std::vector<base::Digest>> {
            PageIndexStore pages(transaction);
            std::vector<base::Digest> lacking;
            for (const auto& page : manifest.sealed.pages)
                if (!pages.find(page.sha256)
                    && std::find(lacking.begin(), lacking.end(), page.sha256) == lacking.end())
                    lacking.push_back(page.sha256);
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

std::string RevisionIntake::sign(const CaseRecord& record,
                                 const forms::SealedCase& sealed,
                                 base::Timestamp now) const
{
    api::Receipt receipt;
    receipt.caseId = record.id;
    receipt.revision = record.revision;
    receipt.manifest = sealed.digest();
    receipt.number = record.official;
    receipt.state = record.state;
    receipt.received = now;
    receipt.server = m_office.settings.server;
    return forms::signJws(api::toJson(receipt), api::ReceiptFormat, m_office.keys.receipt);
}

/// What the line of the case says from this revision on.
void RevisionIntake::arrange(Transaction& transaction, const Arrival& arrival, CaseRecord& record) const
{
    const auto& content = arrival.content();
    const bool late = content.revision > 1 && forms::takesSupplements(record.state);
    record.revision = content.revision;
    if (late)
        return;  // the case stands where it stood, and its clock runs on
    record.matter = arrival.guide.code;
    record.matterName = matterNameOf(arrival.guide, content.matterName);
    record.guide = content.guide.sha256;
    record.applicant = maskedApplicant(arrival.guide, content);
    record.received = content.received;
    // Corrected papers open the window anew on the day they were handed in.
    record.currentFrom = content.revision == 1 ? content.received : arrival.manifest().sealedAt;
    record.state = arrivalState(arrival.manifest().verdict);
    record.stateSince = arrival.now;
    record.claimedBy.clear();
    if (record.state == CaseState::CorrectionRequested)
        ++record.corrections;
    record.replaces = content.replaces;
    record.due = dueOf(record, arrival.guide, arrival.calendar, ActionStore(transaction).ofCase(record.id));
}

/// After acceptance the children of a bundle are those the newest revision calls for.
base::Status RevisionIntake::arrangeChildren(Transaction& transaction,
                                             const Arrival& arrival,
                                             const CaseRecord& record) const
{
    if (!forms::settlesChildren(record.state))
        return {};
    CaseChildren children(transaction, record.id);
    if (auto arranged = children.arrange(record, arrival.guide, arrival.calendar, arrival.now); !arranged)
        return arranged;
    children.keep(arrival.now);
    return {};
}

/// A second case of the same applicant and matter is taken in like any other; somebody is to look at it.
void RevisionIntake::lookForDuplicates(Transaction& transaction,
                                       const Arrival& arrival,
                                       CaseRecord& record) const
{
    ApplicantStore applicants(transaction, m_office.keys.pages);
    applicants.remember(record.id, forms::applicantNumbers(arrival.guide, arrival.content()));
    if (arrival.content().revision != 1 || applicants.othersUnderWay(record).empty())
        return;
    record.flagged = true;
    CaseStore(transaction).update(record);
    FlagStore(transaction).add(record.id, arrival.now, "duplicate");
    AuditStore(transaction).add(arrival.now, "program", "flag duplicate", record.id);
}

base::Result<GivenReceipt> RevisionIntake::writeDown(const Arrival& arrival) const
{
    return m_office.database->write([&](Transaction& transaction) -> base::Result<GivenReceipt> {
        const auto& content = arrival.content();
        RevisionStore revisions(transaction);
        if (auto known = revisions.find(content.id, content.revision)) {
            if (known->manifest == arrival.sealed.digest())
                return GivenReceipt{std::move(known->receipt), false};
            return base::fail(base::ErrorCode::Conflict,
                              "This revision was handed in already with other content.");
        }
        CaseStore cases(transaction);
        auto record = cases.find(content.id);
        const bool isFirst = !record.has_value();
        if (isFirst && content.revision != 1)
            return base::fail(base::ErrorCode::Conflict,
                              "Revisions come in order: the first one is not here yet.");
        auto inOrder = isFirst ? checkFirst(transaction, content)
                               : checkNext(transaction, *record, content, arrival.guide);
        if (!inOrder)
            return base::passOn(inOrder);
        if (isFirst) {
            record.emplace();
            record->id = content.id;
            record->division = content.division;
            record->official = nextOfficialNumber(transaction, content.division, arrival.now);
        }
        arrange(transaction, arrival, *record);
        if (isFirst)
            cases.add(*record);
        else
            cases.update(*record);
        auto receipt = sign(*record, arrival.sealed, arrival.now);
        revisions.add({record->id,
                       record->revision,
                       arrival.sealed.digest(),
                       arrival.sealed.jws(),
                       receipt,
                       content.clerk,
                       m_carrier.name,
                       content.workstation,
                       arrival.now},
                      content.pages);
        if (auto arranged = arrangeChildren(transaction, arrival, *record); !arranged)
            return base::passOn(arranged);
        lookForDuplicates(transaction, arrival, *record);
        for (const auto& settled : content.settled)
            AnnotationStore(transaction).settle(record->id, settled, Settled::Yes);
        ChangeStore(transaction)
            .add(record->division,
                 {{}, record->id, record->revision, api::ChangeKind::Receipt, record->state, arrival.now});
        AuditStore(transaction)
            .add(arrival.now,
                 m_carrier.name,
                 fmt::format("arrive {} sealed-by {} from {} via {} manifest {}",
                             record->revision,
                             content.clerk,
                             content.workstation,
                             m_workstation.empty() ? "-" : m_workstation,
                             arrival.sealed.digest().toString()),
                 record->id);
        return GivenReceipt{std::move(receipt), true};
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
    auto before = givenBefore(*sealed);
    if (!before)
        return refuse(before.error());
    if (*before)
        return std::move(**before);
    if (manifest.today != base::hallDate(manifest.sealedAt) || content.received > manifest.sealedAt)
        return refuse(api::ProblemCode::BadRequest, "The times of the manifest contradict each other.");
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
    const auto calendar = m_office.guides.calendar(content.division);
    if (!calendar)
        return refuse(calendar.error());
    auto given = writeDown({*sealed, **guide, *calendar, m_office.clock.now()});
    if (!given)
        return refuse(given.error());
    return std::move(*given);
}

}  // namespace server
