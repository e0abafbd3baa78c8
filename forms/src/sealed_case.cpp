#include <forms/sealed_case.h>

#include "parties.h"
#include "people_papers.h"

#include <forms/applicant.h>
#include <forms/law.h>
#include <forms/paper_kind.h>

#include <algorithm>
#include <set>
#include <utility>

namespace forms {

namespace {

using base::ErrorCode;

bool hasNotice(const Case& draft, std::string_view kind)
{
    return std::any_of(draft.notices.begin(), draft.notices.end(), [kind](const NoticeRecord& made) {
        return made.kind == kind;
    });
}

base::Status checkDraft(const Case& draft, const Guide& guide)
{
    if (draft.guide.sha256 != guide.sha256)
        return base::fail(
            ErrorCode::BadArgument,
            "The case was begun with version {version} of the guide {guide} and is sealed with no other.",
            {{"version", draft.guide.version}, {"guide", draft.guide.code}});
    const bool open = draft.state == CaseState::Draft || draft.state == CaseState::CorrectionRequested
                      || draft.state == CaseState::Returned;
    if (!open)
        return base::fail(
            ErrorCode::NotAllowed,
            "A case that is {state} is not sealed again: reopen it when a correction was asked for.",
            {base::word("state", titleOf(draft.state))});
    if (draft.previous.has_value() != (draft.revision > 1))
        return base::fail(ErrorCode::BadArgument,
                          "Revision {revision} does not name the revision it follows.",
                          {{"revision", std::to_string(draft.revision)}});
    return {};
}

/// What is still missing may be handed in later only by a date the applicant committed to.
bool everyDeferralHasItsDate(const Case& draft, const Completeness& completeness, base::Date today)
{
    return std::all_of(
        completeness.missing.begin(), completeness.missing.end(), [&](const MaterialNeed& need) {
            const auto due = draft.deferredUntil(need.material, need.party);
            return due && *due >= today;
        });
}

base::Status notAcceptable(const Completeness& completeness, std::string message)
{
    return base::fail(ErrorCode::NotAcceptable,
                      std::move(message),
                      {{"verdict", std::string(nameOf(completeness.verdict))},
                       {"count", std::to_string(completeness.findings.size())}});
}

/// The applicant commits in writing before anything is put off (容缺受理承诺书), and the signed paper is kept.
bool hasSignedCommitment(const Case& draft)
{
    const auto kind = nameOf(PaperKind::DeferralCommitment);
    const auto* entry = draft.findMaterial(kind);
    const bool lies =
        entry != nullptr && std::any_of(entry->pages.begin(), entry->pages.end(), [&draft](base::PageId id) {
            const auto* page = draft.findPage(id);
            return page != nullptr && !page->discarded;
        });
    return std::any_of(draft.notices.begin(), draft.notices.end(), [&](const NoticeRecord& made) {
        return made.kind == kind && (lies || !made.signedPages.empty());
    });
}

base::Status checkDeferrals(const Case& draft, const Completeness& completeness, base::Date today)
{
    if (!everyDeferralHasItsDate(draft, completeness, today))
        return notAcceptable(
            completeness,
            "The case is {verdict}, but a material to be handed in later has no date to come: "
            "defer it with its date.");
    if (!hasNotice(draft, nameOf(PaperKind::DeferralCommitment)))
        return notAcceptable(
            completeness, "The case is {verdict}: print the deferral commitment and have it signed first.");
    if (!hasSignedCommitment(draft))
        return notAcceptable(
            completeness,
            "The case is {verdict}: scan the deferral commitment that the applicant signed first.");
    return {};
}

bool mayInsist(const Guide& guide, const Completeness& completeness)
{
    return completeness.verdict == Verdict::Refused && law(regimeOf(guide)).insistAllowed;
}

bool insists(const Guide& guide, const Case& draft, const Completeness& completeness)
{
    return mayInsist(guide, completeness) && draft.insisted && draft.insistedRoute == completeness.route;
}

base::Status checkVerdict(const Guide& guide,
                          const Case& draft,
                          const Completeness& completeness,
                          base::Date today)
{
    switch (completeness.verdict) {
    case Verdict::Acceptable: return {};
    case Verdict::AcceptableWithDeferral: return checkDeferrals(draft, completeness, today);
    case Verdict::NeedsCorrection:
        if (hasNotice(draft, OneTimeNoticeKind))
            return {};
        return notAcceptable(
            completeness,
            "The case is not acceptable: the verdict is {verdict}, with {count} findings. Correct "
            "them, or make the one-time notice first.");
    case Verdict::NotNeeded:
    case Verdict::NotCompetent:
    case Verdict::Refused:
        if (hasNotice(draft, NotAcceptedNoticeKind) || insists(guide, draft, completeness))
            return {};
        if (mayInsist(guide, completeness))
            return notAcceptable(
                completeness,
                "The case is not acceptable: the verdict is {verdict}. A condition that is not met is no ground for not "
                "accepting: the applicant leaves, or insists and is refused in writing.");
        return notAcceptable(
            completeness,
            "The case is not acceptable: the verdict is {verdict}. Make the written notice for the "
            "applicant first.");
    }
    return notAcceptable(completeness, "The case is not acceptable: the verdict is {verdict}.");
}

/// A form filled here stands for the material it makes.
void proveGenerated(Case& sealed, const Guide& guide, const Completeness& completeness, base::Timestamp now)
{
    for (const auto& need : completeness.exempt) {
        const auto* material = guide.findMaterial(need.material);
        auto& entry = sealed.materialEntry(need.material, need.party);
        if (!entry.proof && material && !material->generatedFrom.empty())
            entry.proof = Proof{std::string(GeneratedProof), material->generatedFrom, now};
    }
}

/// Receipt is never blocked: the applicant's clock runs from it.
base::Status checkAge(const Completeness& completeness, const SealContext& context)
{
    const bool accepts = completeness.sealable() && context.purpose == SealPurpose::Acceptance;
    if (!accepts || context.age != CatalogueAge::Stale)
        return {};
    return notAcceptable(
        completeness,
        "The guides here are too old to accept by. Update them, or seal the case for receipt "
        "only: the back office then accepts it.");
}

bool isEmpty(const CaseMaterial& material)
{
    return material.pages.empty() && !material.proof && !material.deferredUntil
           && material.paper == PaperCount() && material.facts.empty() && material.points.empty();
}

/// The list of all people names somebody once, under the key that the form gives. What counted for him under the key he has
/// by hand goes along; the rest of it counted for nobody.
void nameOnce(Case& sealed, const std::vector<Seat>& seats)
{
    for (const auto& seat : seats) {
        if (seat.kind != SeatKind::Hand || !seat.sameAs || seat.handKey.empty())
            continue;
        const auto& key = seats[*seat.sameAs].party.key;
        const bool anothers = std::any_of(seats.begin(), seats.end(), [&seat](const Seat& other) {
            return &other != &seat && other.party.key == seat.handKey;
        });
        for (auto& entry : sealed.materials) {
            if (anothers || entry.party != seat.handKey)
                continue;
            auto* known = sealed.findMaterial(entry.id, key);
            if (known == nullptr)
                entry.party = key;
            else if (known->pages.empty() && !known->proof)
                addPapers(*known, std::exchange(entry, CaseMaterial()));
        }
    }
    std::erase_if(sealed.materials, [](const CaseMaterial& entry) { return entry == CaseMaterial(); });
}

/// Proofs and facts of who went are nobody's business any more. Pages are: none is left out unseen.
void leaveOutOfNobody(Case& sealed, const Guide& guide, const std::vector<Seat>& seats)
{
    std::erase_if(sealed.materials, [&](const CaseMaterial& entry) {
        return entry.pages.empty() && isOfNobody(guide, seats, entry);
    });
}

/// What lies under the name of a paper is that paper, signed.
void putSignedPapers(Case& sealed)
{
    for (auto& notice : sealed.notices)
        if (const auto* entry = sealed.findMaterial(notice.kind); entry != nullptr)
            notice.signedPages = entry->pages;
    std::erase_if(sealed.materials,
                  [](const CaseMaterial& entry) { return parsePaperKind(entry.id).has_value(); });
}

void leaveOutDiscarded(Case& sealed)
{
    std::erase_if(sealed.pages, [](const Page& page) { return page.discarded; });
    std::set<base::PageId> kept;
    for (const auto& page : sealed.pages)
        kept.insert(page.id);
    for (auto& material : sealed.materials)
        std::erase_if(material.pages, [&](base::PageId page) { return !kept.contains(page); });
}

Manifest manifestOf(const Case& draft,
                    const Guide& guide,
                    const Completeness& completeness,
                    const SealContext& context)
{
    Manifest manifest;
    manifest.sealed = draft;
    manifest.sealed.state = CaseState::Sealed;
    manifest.sealed.gone.clear();
    manifest.sealed.answers = visibleAnswers(guide, draft.answers);
    proveGenerated(manifest.sealed, guide, completeness, context.now);
    leaveOutDiscarded(manifest.sealed);
    const auto seats = seatsOf(guide, placesOf(draft));
    nameOnce(manifest.sealed, seats);
    leaveOutOfNobody(manifest.sealed, guide, seats);
    manifest.sealed.parties = partiesOf(guide, draft);
    putSignedPapers(manifest.sealed);
    std::erase_if(manifest.sealed.materials, isEmpty);
    manifest.sealedAt = context.now;
    manifest.today = base::hallDate(context.now);
    manifest.offline = context.offline;
    manifest.verdict = completeness.verdict;
    manifest.purpose = context.purpose;
    return manifest;
}

}  // namespace

base::Status checkSealable(const Guide& guide,
                           const Case& draft,
                           const Completeness& completeness,
                           base::Date today)
{
    if (auto named = checkApplicant(guide, draft); !named)
        return named;
    return checkVerdict(guide, draft, completeness, today);
}

SealedCase::SealedCase(Manifest manifest, std::string jws, std::string payload, std::string kid)
    : m_manifest(std::move(manifest))
    , m_jws(std::move(jws))
    , m_payload(std::move(payload))
    , m_kid(std::move(kid))
{}

base::Result<SealedCase> SealedCase::verify(std::string_view jws, const KeyFinder& keys)
{
    auto verified = verifyJws(jws, ManifestFormat, keys);
    if (!verified)
        return base::passOn(verified);
    auto manifest = manifestFromJson(verified->payload);
    if (!manifest)
        return base::passOn(manifest);
    return SealedCase(
        *std::move(manifest), std::string(jws), std::move(verified->payload), std::move(verified->kid));
}

base::Result<SealedCase> seal(const Case& draft, const Guide& guide, const SealContext& context)
{
    if (const auto status = checkDraft(draft, guide); !status)
        return base::passOn(status);
    const auto today = base::hallDate(context.now);
    const auto completeness = check(guide, draft, CheckContext{today, context.offline});
    if (const auto status = checkSealable(guide, draft, completeness, today); !status)
        return base::passOn(status);
    if (const auto status = checkAge(completeness, context); !status)
        return base::passOn(status);
    auto manifest = manifestOf(draft, guide, completeness, context);
    auto payload = manifestToJson(manifest);
    auto jws = signJws(payload, ManifestFormat, context.key);
    return SealedCase(
        std::move(manifest), std::move(jws), std::move(payload), context.key.publicKey().thumbprint());
}

}  // namespace forms
