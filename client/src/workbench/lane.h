#pragma once

#include <kit/ui_tasks.h>
#include <workbench/desks.h>

#include <atomic>
#include <memory>
#include <type_traits>
#include <utility>

namespace workbench {

/// One thread with desks of its own, for one kind of work; work is done in the order given, and lands back on the
/// window that asked. A lane for each kind keeps a scan or an upload from delaying what the clerk types. Every
/// function is for the UI thread.
class Lane
{
  public:
    /// `online` is written by the UI thread and read on the lane's.
    Lane(const Surroundings& surroundings, const std::atomic<bool>& online)
        : m_surroundings(surroundings)
        , m_online(online)
    {}

    /// For a busy strip.
    [[nodiscard]] kit::UiTasks& tasks() { return m_tasks; }

    /// `work(Desks&, std::stop_token) -> base::Result<T>`, then `done(base::Result<T>)` unless `owner` died.
    template <class Work, class Done>
    kit::UiTasks::Ticket run(wxWindow* owner, Work work, Done done)
    {
        using Outcome = std::invoke_result_t<Work, Desks&, std::stop_token>;
        return m_tasks.run(
            owner,
            [this, work = std::move(work)](std::stop_token stop) mutable -> Outcome {
                auto desks = open();
                if (!desks)
                    return base::passOn(desks);
                return work(**desks, std::move(stop));
            },
            std::move(done));
    }

    /// The same for what may last over a second: its title stands in the busy strip, with a way to cancel.
    /// `work(Desks&, const kit::TaskControl&) -> base::Result<T>`.
    template <class Work, class Done>
    kit::UiTasks::Ticket runNamed(wxWindow* owner, const wxString& title, Work work, Done done)
    {
        using Outcome = std::invoke_result_t<Work, Desks&, const kit::TaskControl&>;
        return m_tasks.runNamed(
            owner,
            title,
            [this, work = std::move(work)](const kit::TaskControl& control) mutable -> Outcome {
                auto desks = open();
                if (!desks)
                    return base::passOn(desks);
                return work(**desks, control);
            },
            std::move(done));
    }

  private:
    [[nodiscard]] base::Result<Desks*> open()
    {
        if (!m_desks) {
            auto opened = Desks::open(m_surroundings);
            if (!opened)
                return base::passOn(opened);
            m_desks = std::move(*opened);
        }
        m_desks->setLine(m_online ? desk::Line::There : desk::Line::Gone);
        return m_desks.get();
    }

    const Surroundings& m_surroundings;
    const std::atomic<bool>& m_online;
    std::unique_ptr<Desks> m_desks;  // the lane's thread alone touches it
    kit::UiTasks m_tasks{1};         // last: joined before the desks go
};

}  // namespace workbench
