#pragma once

#include <kit/task_pool.h>

#include <wx/event.h>
#include <wx/string.h>
#include <wx/weakref.h>
#include <wx/window.h>

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <type_traits>
#include <utility>
#include <vector>

namespace kit {

/// What a long piece of work is handed: whether to stop, and where to say how far it is. Used on the worker.
class TaskControl
{
  public:
    TaskControl(std::stop_token stop, std::shared_ptr<std::atomic<float>> share)
        : m_stop(std::move(stop))
        , m_share(std::move(share))
    {}

    [[nodiscard]] bool stopRequested() const { return m_stop.stop_requested(); }

    [[nodiscard]] std::stop_token stopToken() const { return m_stop; }

    void progress(float share) const { m_share->store(share); }  ///< 0..1

  private:
    std::stop_token m_stop;
    std::shared_ptr<std::atomic<float>> m_share;  // the worker writes it, the UI thread reads it
};

/// Work that lands back on a window. Only a ticket and the result cross threads: the window and what follows
/// stay on the UI thread, and when the window died meanwhile the result is dropped in silence. Every function
/// is for the UI thread; only `work` runs elsewhere. `work` must not throw and must not touch a window.
class UiTasks : private wxEvtHandler
{
  public:
    using Ticket = std::uint64_t;

    /// A running task that was given a title.
    struct Named {
        Ticket ticket;
        wxString title;
        std::optional<float> share;  ///< nothing until the work says how far it is
    };

    explicit UiTasks(unsigned threads);

    /// Stops and joins what runs, then forgets; no `done` is called any more.
    ~UiTasks() override;

    /// `work(std::stop_token) -> R`, then `done(R)` unless `owner` died or the ticket was cancelled.
    template <class Work, class Done>
    Ticket run(wxWindow* owner, Work work, Done done);

    /// The same for what may last over a second: the title stands in the busy strip, with a way to cancel.
    /// `work(const TaskControl&) -> R`.
    template <class Work, class Done>
    Ticket runNamed(wxWindow* owner, const wxString& title, Work work, Done done);

    /// Asks the work to stop and drops its result. Nothing happens for a ticket that is done.
    void cancel(Ticket ticket);

    [[nodiscard]] std::vector<Named> named() const;  ///< oldest first
    [[nodiscard]] bool idle() const;

    /// Called when a named task begins or ends. One listener; nullptr takes it away.
    void onNamedChanged(std::function<void()> listener);

  private:
    struct Waiting {
        wxWeakRef<wxWindow> owner;
        std::function<void(void*)> done;
        std::stop_source stop;
        wxString title;
        std::shared_ptr<std::atomic<float>> share;  // shared with the worker's TaskControl
    };

    template <class Work, class Done>
    Ticket start(Waiting waiting, Work work, Done done);
    void deliver(Ticket ticket, void* result);
    void tellNamedChanged(const wxString& title) const;

    Ticket m_last = 0;
    std::map<Ticket, Waiting> m_waiting;
    std::function<void()> m_namedChanged;
    std::unique_ptr<TaskPool> m_pool;
};

template <class Work, class Done>
UiTasks::Ticket UiTasks::run(wxWindow* owner, Work work, Done done)
{
    return start({owner, {}, {}, {}, {}}, std::move(work), std::move(done));
}

template <class Work, class Done>
UiTasks::Ticket UiTasks::runNamed(wxWindow* owner, const wxString& title, Work work, Done done)
{
    auto share = std::make_shared<std::atomic<float>>(-1.0F);
    auto controlled = [work = std::move(work), share](std::stop_token stop) mutable {
        return work(TaskControl(std::move(stop), share));
    };
    const Ticket ticket = start({owner, {}, {}, title, share}, std::move(controlled), std::move(done));
    tellNamedChanged(title);
    return ticket;
}

template <class Work, class Done>
UiTasks::Ticket UiTasks::start(Waiting waiting, Work work, Done done)
{
    using Outcome = std::invoke_result_t<Work, std::stop_token>;
    const Ticket ticket = ++m_last;
    waiting.done = [done = std::move(done)](void* outcome) mutable {
        done(std::move(*static_cast<Outcome*>(outcome)));
    };
    // Shared, because the event that carries it back must be copyable.
    auto shared = std::make_shared<Work>(std::move(work));
    waiting.stop = m_pool->submit([this, ticket, shared](std::stop_token stop) {
        auto outcome = std::make_shared<Outcome>((*shared)(std::move(stop)));
        CallAfter([this, ticket, outcome] { deliver(ticket, outcome.get()); });
    });
    m_waiting.emplace(ticket, std::move(waiting));
    return ticket;
}

}  // namespace kit
