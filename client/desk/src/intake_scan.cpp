#include <desk/intake_desk.h>

#include "material_place.h"

#include <base/digest.h>
#include <scanner/spool.h>

#include <algorithm>

namespace desk {

using base::ErrorCode;
using base::fail;

namespace {

constexpr std::size_t Last = static_cast<std::size_t>(-1);

/// The id of the n-th page of a batch follows from both, so that a page found again after a crash is the same page
/// and not a second one: the batch's time, then bits of a digest.
base::PageId pageIdOf(base::BatchId batch, std::uint32_t number)
{
    auto text = batch.toString();
    const auto bits = base::Digest::of(text + "/" + std::to_string(number)).toString();
    text.replace(15, 3, bits.substr(0, 3));
    text.replace(20, 3, bits.substr(3, 3));
    text.replace(24, 12, bits.substr(6, 12));
    return *base::PageId::parse(text);
}

forms::Page pageOf(const scanner::ScannedPage& scanned, base::BatchId batch)
{
    forms::Page page;
    page.id = pageIdOf(batch, scanned.number);
    page.sha256 = scanned.sha256;
    page.type = scanner::mediaTypeOf(scanned.type);
    page.bytes = scanned.bytes;
    page.width = static_cast<int>(scanned.width);
    page.height = static_cast<int>(scanned.height);
    page.dpi = scanned.dpi;
    page.side = scanned.side == scanner::Side::Back ? forms::PageSide::Back : forms::PageSide::Front;
    page.from = forms::PageOrigin::Scan;
    for (const auto flag : scanned.flags)
        page.flags.emplace_back(scanner::nameOf(flag));
    return page;
}

void addPage(const forms::Guide& guide,
             forms::Case& draft,
             const forms::Page& page,
             const MaterialPlace& place)
{
    if (draft.findPage(page.id) != nullptr)
        return;
    draft.pages.push_back(page);
    putPage(draft, page.id, placeIn(guide, draft, place), Last);
}

void removePage(forms::Case& draft, base::PageId page)
{
    for (auto& material : draft.materials)
        std::erase(material.pages, page);
    std::erase_if(draft.pages, [page](const forms::Page& known) { return known.id == page; });
}

}  // namespace

/// Takes each page over from the spool as it comes. The case names the page before the spool file moves: dying in
/// between leaves the file in the spool, where recoverSpool finds it and its case.
class IntakeDesk::Keeper final : public scanner::ScanSink
{
  public:
    Keeper(IntakeDesk& desk,
           const offline::SpoolBatch& batch,
           ScanProgress* progress,
           std::stop_source& stop,
           std::optional<base::PageId> instead)
        : m_desk(desk)
        , m_batch(batch)
        , m_progress(progress)
        , m_stop(stop)
        , m_instead(instead)
    {}

    void progress(std::uint64_t bytes) override
    {
        if (m_progress != nullptr)
            m_progress->bytes(bytes);
    }

    void page(const scanner::ScannedPage& scanned) override
    {
        if (!m_status)
            return;
        const auto page = pageOf(scanned, m_batch.id);
        m_status = keep(page, scanned);
        if (!m_status) {
            m_stop.request_stop();
            return;
        }
        m_outcome.pages.push_back(page.id);
        if (m_progress != nullptr)
            m_progress->kept(page);
    }

    void fault(scanner::ScanFault fault) override
    {
        if (m_progress != nullptr)
            m_progress->fault(fault);
    }

    void end(const scanner::BatchEnd& end) override { m_outcome.end = end; }

    [[nodiscard]] base::Result<ScanOutcome> outcome() const
    {
        return m_status ? base::Result<ScanOutcome>(m_outcome) : base::passOn(m_status);
    }

    [[nodiscard]] base::Status keep(const forms::Page& page, const scanner::ScannedPage& scanned)
    {
        const MaterialPlace place{m_batch.material, m_batch.party};
        auto named =
            m_desk.step(m_batch.caseId, "case.scan", [&](forms::Case& draft, const forms::Guide& guide) {
                addPage(guide, draft, page, place);
                if (m_instead && draft.findPage(*m_instead) != nullptr)
                    replace(draft, page.id);
                return base::Status{};
            });
        if (!named)
            return base::passOn(named);
        m_instead.reset();
        if (auto kept = m_desk.m_workplace.pages().keepSpooled(scanned.file, scanned.sha256); !kept) {
            // The image does not open: the case must not name what is not there.
            std::ignore =
                m_desk.step(m_batch.caseId, "case.scan", [&](forms::Case& draft, const forms::Guide&) {
                    removePage(draft, page.id);
                    return base::Status{};
                });
            return base::passOn(kept);
        }
        return scanner::removeFromSpool(m_batch.folder, scanned.number);
    }

  private:
    void replace(forms::Case& draft, base::PageId next)
    {
        for (auto& material : draft.materials)
            for (std::size_t i = 0; i < material.pages.size(); ++i)
                if (material.pages[i] == *m_instead) {
                    putPage(draft, next, {material.id, material.party}, i);
                    std::erase(material.pages, *m_instead);
                    break;
                }
        draft.findPage(*m_instead)->discarded = true;
    }

    IntakeDesk& m_desk;
    const offline::SpoolBatch& m_batch;
    ScanProgress* m_progress;
    std::stop_source& m_stop;
    std::optional<base::PageId> m_instead;
    base::Status m_status;
    ScanOutcome m_outcome;
};

base::Result<ScanOutcome> IntakeDesk::scan(base::CaseId id,
                                           const MaterialPlace& place,
                                           scanner::ScanSource& source,
                                           const scanner::ScanRequest& request,
                                           ScanProgress& progress,
                                           std::stop_token stop,
                                           std::optional<base::PageId> instead)
{
    const auto known =
        step(id, "case.scan", [&](forms::Case& draft, const forms::Guide& guide) -> base::Status {
            if (instead && draft.findPage(*instead) == nullptr)
                return fail(
                    ErrorCode::NotFound, "The case has no page {page}.", {{"page", instead->toString()}});
            return checkPlace(guide, place);
        });
    if (!known)
        return base::passOn(known);
    const auto batch = m_workplace.spool().begin(id, place.material, place.party);
    if (!batch)
        return base::passOn(batch);
    std::stop_source own;
    const std::stop_callback passOnStop(stop, [&own] { own.request_stop(); });
    Keeper keeper(*this, *batch, &progress, own, instead);
    source.acquire(request, {batch->folder, batch->key, 1}, keeper, own.get_token());
    auto outcome = keeper.outcome();
    // A batch that still holds a page is left for recoverSpool.
    if (outcome)
        std::ignore = m_workplace.spool().end(batch->id);
    return outcome;
}

base::Result<int> IntakeDesk::recoverBatch(const offline::SpoolLeftover& leftover)
{
    if (leftover.pages.empty()) {
        const auto ended = m_workplace.spool().end(leftover.batch.id);
        return ended ? base::Result<int>(0) : base::passOn(ended);
    }
    const auto found = scanner::recoverSpool(leftover.batch.folder, leftover.batch.key);
    if (!found)
        return base::passOn(found);
    std::stop_source unused;
    Keeper keeper(*this, leftover.batch, nullptr, unused, std::nullopt);
    for (const auto& page : found->pages)
        keeper.page(page);
    const auto outcome = keeper.outcome();
    if (!outcome)
        return base::passOn(outcome);
    if (auto ended = m_workplace.spool().end(leftover.batch.id); !ended && found->damaged.empty())
        return base::passOn(ended);
    return static_cast<int>(outcome->pages.size());
}

base::Result<int> IntakeDesk::recoverSpool()
{
    const auto leftovers = m_workplace.spool().leftovers();
    if (!leftovers)
        return base::passOn(leftovers);
    int kept = 0;
    for (const auto& leftover : *leftovers) {
        const auto count = recoverBatch(leftover);
        if (!count)
            return count;
        kept += *count;
    }
    return kept;
}

}  // namespace desk
