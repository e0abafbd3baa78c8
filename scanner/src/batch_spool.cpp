#include <scanner/batch_spool.h>

#include "overloaded.h"
#include "page_file.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <variant>

namespace scanner {

namespace {

constexpr std::size_t MostWaiting = std::size_t{4} << 20;
constexpr std::uint32_t MostUnfinished = 2;  ///< one in syncing, one being taken

struct Begin {
    std::uint32_t number = 0;
};

struct Discard {};

using Piece = std::vector<std::byte>;
using Order = std::variant<Begin, Piece, PageFacts, Discard>;

}  // namespace

struct BatchSpool::State {
    State(Spool theSpool, std::function<void(const ScannedPage&)> theAnnounce)
        : spool(std::move(theSpool))
        , announce(std::move(theAnnounce))
        , next(spool.firstNumber)
        , thread([this](const std::stop_token& stop) { run(stop); })
    {}

    /// Hands an order to the thread, waiting for room.
    base::Status give(Order order, std::size_t size)
    {
        std::unique_lock lock(mutex);
        changed.wait(lock,
                     [&] { return failure || waitingBytes == 0 || waitingBytes + size <= MostWaiting; });
        if (failure)
            return tl::unexpected<base::Error>(*failure);
        waitingBytes += size;
        orders.push_back(std::move(order));
        changed.notify_all();
        return {};
    }

    void run(const std::stop_token& stop)
    {
        while (true) {
            std::unique_lock lock(mutex);
            changed.wait(lock, stop, [&] { return !orders.empty(); });
            if (orders.empty())
                return;
            auto order = std::move(orders.front());
            orders.pop_front();
            const bool broken = failure.has_value();
            lock.unlock();
            const auto done = broken ? base::Status() : obey(order);
            const auto* piece = std::get_if<Piece>(&order);
            if (!done || hasFailed())
                page.reset();
            settle(done, piece != nullptr ? piece->size() : 0, std::holds_alternative<Discard>(order));
        }
    }

    /// Until every committed page is whole in its file; it may still be in syncing.
    base::Status waitUntilWhole()
    {
        std::unique_lock lock(mutex);
        changed.wait(lock, [this] { return failure || spool.firstNumber + wholePages == next; });
        return failure ? base::Status(tl::unexpected<base::Error>(*failure)) : base::Status();
    }

    /// From both threads: an order, or the syncing of a page, is done.
    void settle(const base::Status& done, std::size_t bytes, bool endsPage)
    {
        const std::lock_guard lock(mutex);
        waitingBytes -= bytes;
        unfinished -= endsPage ? 1 : 0;
        if (!done && !failure)
            failure = done.error();
        changed.notify_all();
    }

    base::Status obey(Order& order)
    {
        return std::visit(Overloaded{[this](const Begin& begin) { return open(begin.number); },
                                     [this](const Piece& piece) { return page->write(piece); },
                                     [this](PageFacts& facts) { return close(std::move(facts)); },
                                     [this](const Discard&) {
                                         page.reset();
                                         return base::Status();
                                     }},
                          order);
    }

    base::Status open(std::uint32_t number)
    {
        auto created = PageFile::create(spool, number);
        if (!created)
            return passOn(created);
        page.emplace(std::move(*created));
        return {};
    }

    /// The page is synced while the next one is taken, after the one before it was announced.
    base::Status close(PageFacts facts)
    {
        if (auto completed = page->complete(std::move(facts), spool.key); !completed)
            return completed;
        {
            const std::lock_guard lock(mutex);
            ++wholePages;
            changed.notify_all();
        }
        if (syncing.joinable())
            syncing.join();
        if (hasFailed())
            return {};  // no page is kept behind one that is not
        syncing = std::jthread([this, file = std::make_unique<PageFile>(std::move(*page))]() mutable {
            const auto finished = file->finish();
            if (finished)
                tell(*finished);
            file.reset();
            settle(finished ? base::Status() : passOn(finished), 0, true);
        });
        page.reset();
        return {};
    }

    bool hasFailed()
    {
        const std::lock_guard lock(mutex);
        return failure.has_value();
    }

    void tell(const ScannedPage& finished)
    {
        {
            const std::lock_guard lock(mutex);
            ++announcedPages;
        }
        announce(finished);
    }

    const Spool spool;
    const std::function<void(const ScannedPage&)> announce;
    std::uint32_t next;
    bool isBegun = false;

    std::mutex mutex;
    std::condition_variable_any changed;
    std::deque<Order> orders;            // guarded by mutex
    std::uint32_t wholePages = 0;        // guarded by mutex
    std::size_t waitingBytes = 0;        // guarded by mutex
    std::uint32_t unfinished = 0;        // guarded by mutex
    std::uint32_t announcedPages = 0;    // guarded by mutex
    std::optional<base::Error> failure;  // guarded by mutex

    std::optional<PageFile> page;  // of the thread
    std::jthread syncing;          // started by the thread, a page at a time
    std::jthread thread;           // last: it uses all of the above
};

BatchSpool::BatchSpool(Spool spool, std::function<void(const ScannedPage&)> announce)
    : m_state(std::make_unique<State>(std::move(spool), std::move(announce)))
{}

BatchSpool::~BatchSpool()
{
    discard();
    if (m_state->thread.joinable()) {
        m_state->thread.request_stop();
        m_state->thread.join();
    }
}

base::Status BatchSpool::begin()
{
    if (m_state->next > LastPageNumber)
        return base::fail(base::ErrorCode::NoSpace, "A batch has 9999 pages at most: begin a new one.");
    {
        std::unique_lock lock(m_state->mutex);
        m_state->changed.wait(lock, [&] { return m_state->failure || m_state->unfinished < MostUnfinished; });
        ++m_state->unfinished;
    }
    m_state->isBegun = true;
    return m_state->give(Begin{m_state->next}, 0);
}

base::Status BatchSpool::write(std::span<const std::byte> encoded)
{
    return m_state->give(Piece(encoded.begin(), encoded.end()), encoded.size());
}

base::Status BatchSpool::commit(PageFacts facts)
{
    m_state->isBegun = false;
    ++m_state->next;
    if (auto given = m_state->give(std::move(facts), 0); !given)
        return given;
    return m_state->waitUntilWhole();
}

void BatchSpool::discard()
{
    if (!std::exchange(m_state->isBegun, false))
        return;
    // Without an answer: after a failure the page is gone already.
    [[maybe_unused]] const auto given = m_state->give(Discard{}, 0);
}

base::Status BatchSpool::flush()
{
    std::unique_lock lock(m_state->mutex);
    const std::uint32_t open = m_state->isBegun ? 1 : 0;
    m_state->changed.wait(lock, [&] { return m_state->failure || m_state->unfinished <= open; });
    return m_state->failure ? base::Status(tl::unexpected<base::Error>(*m_state->failure)) : base::Status();
}

std::uint32_t BatchSpool::announced() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->announcedPages;
}

const Spool& BatchSpool::spool() const
{
    return m_state->spool;
}

ScanFault writeFault(const base::Error& error)
{
    return error.code == base::ErrorCode::NoSpace ? ScanFault::DiskFull : ScanFault::SpoolFailed;
}

}  // namespace scanner
