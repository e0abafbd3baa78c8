#pragma once

#include <offline/back_office_client.h>
#include <offline/outbox_store.h>
#include <offline/page_store.h>
#include <offline/retry_plan.h>

#include <base/clock.h>
#include <forms/jws.h>

#include <stop_token>

namespace offline {

/// Brings one outbox entry as far as it goes now (DESIGN section 4). The server is asked what it lacks before anything
/// is sent, for the offset before anything is sent again, and by digest after a lost answer; so a death at any point
/// costs nothing but what was in flight, and exactly one case arrives. Every state is on disk before the step it names.
class Uploader
{
  public:
    /// What the uploader asks of its surroundings.
    class Ports
    {
      public:
        virtual ~Ports() = default;
        [[nodiscard]] virtual base::Timestamp now() const = 0;
        [[nodiscard]] virtual BackOfficeClient& backOffice() = 0;
        [[nodiscard]] virtual forms::KeyFinder receiptKeys() const = 0;  ///< pinned
        [[nodiscard]] virtual double jitter() = 0;                       ///< in [0, 1)
        virtual void changed(const OutboxEntry& entry) = 0;  ///< for progress; on the calling thread

        /// The receipt was verified: keeps it and lets the case know, in one transaction (OutboxStore::receive).
        [[nodiscard]] virtual base::Status arrived(const OutboxEntry& entry,
                                                   const api::Receipt& receipt,
                                                   std::string_view receiptJws) = 0;
    };

    /// Small enough that a poor line loses little with a piece, large enough for most pages to go in one.
    static constexpr std::size_t ChunkSize = std::size_t{256} << 10;

    Uploader(Ports& ports, OutboxStore& outbox, PageStore& pages, RetryPlan plan = {});

    /// The entry as it stands afterwards: Received, Parked, Waiting or Asking with `nextTry`. Errors end the whole run
    /// without parking anything: LoginNeeded (no valid session), Cancelled, Damaged or NoSpace of our own store.
    [[nodiscard]] base::Result<OutboxEntry> send(const OutboxEntry& entry, std::stop_token stop = {});

  private:
    class Run;

    Ports& m_ports;
    OutboxStore& m_outbox;
    PageStore& m_pages;
    RetryPlan m_plan;
};

}  // namespace offline
