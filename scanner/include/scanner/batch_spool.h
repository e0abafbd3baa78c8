#pragma once

#include <scanner/scan_fault.h>
#include <scanner/scanned_page.h>
#include <scanner/spool.h>

#include <base/result.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace scanner {

/// What a driver knows of a page when its last byte is there.
struct PageFacts {
    ImageType type = ImageType::Jpeg;
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    base::Dpi dpi;
    Side side = Side::Front;
    std::vector<PageFlag> flags;
};

/// The writing end of a spool folder. Hashing, encryption and writing happen on a thread of its own and syncing on
/// another, so that the device is read meanwhile; at most one page is in syncing while the next is taken, and at
/// most 4 MiB wait. Used by one thread.
class BatchSpool
{
  public:
    /// `announce` is called on a thread of the spool, once for each page and in their order, after file and folder
    /// are synced.
    BatchSpool(Spool spool, std::function<void(const ScannedPage&)> announce);

    /// A page that was begun and not committed is deleted; committed ones are waited for and announced.
    ~BatchSpool();
    BatchSpool(const BatchSpool&) = delete;
    BatchSpool& operator=(const BatchSpool&) = delete;

    /// The next page. Waits until the page before the last is announced. Any call's error may be that of an
    /// earlier page: nothing after it is kept. Error NoSpace for a full disk.
    [[nodiscard]] base::Status begin();
    [[nodiscard]] base::Status write(std::span<const std::byte> encoded);  ///< of the page begun

    /// The page is whole: sync and announce it. When this returns the page survives the death of this process
    /// (recoverSpool finds it), so that a driver's crash in the next page does not cost this one as well.
    [[nodiscard]] base::Status commit(PageFacts facts);
    void discard();  ///< the page begun is not wanted

    /// Waits until every committed page is announced, or says why one is not.
    [[nodiscard]] base::Status flush();

    [[nodiscard]] std::uint32_t announced() const;  ///< pages so far

    /// Where a driver may put rows that it must see twice: an encrypted file, not a page, removed by the driver.
    [[nodiscard]] const Spool& spool() const;

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// The fault that a failed write to the disk is for the operator.
[[nodiscard]] ScanFault writeFault(const base::Error& error);

}  // namespace scanner
