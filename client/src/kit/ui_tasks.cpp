#include <kit/ui_tasks.h>

namespace kit {

UiTasks::UiTasks(unsigned threads)
    : m_pool(std::make_unique<TaskPool>(threads))
{}

UiTasks::~UiTasks()
{
    m_pool.reset();  // after this nobody posts; what was posted goes with the event handler
    m_waiting.clear();
}

void UiTasks::cancel(Ticket ticket)
{
    auto waiting = m_waiting.extract(ticket);
    if (waiting.empty()) {
        return;
    }
    waiting.mapped().stop.request_stop();
    tellNamedChanged(waiting.mapped().title);
}

void UiTasks::deliver(Ticket ticket, void* result)
{
    auto waiting = m_waiting.extract(ticket);
    if (waiting.empty()) {
        return;
    }
    tellNamedChanged(waiting.mapped().title);
    if (waiting.mapped().owner) {
        waiting.mapped().done(result);
    }
}

void UiTasks::tellNamedChanged(const wxString& title) const
{
    if (!title.empty() && m_namedChanged) {
        m_namedChanged();
    }
}

std::vector<UiTasks::Named> UiTasks::named() const
{
    std::vector<Named> tasks;
    for (const auto& [ticket, waiting] : m_waiting) {
        if (!waiting.title.empty()) {
            const float share = waiting.share->load();
            tasks.push_back({ticket, waiting.title, share < 0 ? std::nullopt : std::optional(share)});
        }
    }
    return tasks;
}

bool UiTasks::idle() const
{
    return m_waiting.empty();
}

void UiTasks::onNamedChanged(std::function<void()> listener)
{
    m_namedChanged = std::move(listener);
}

}  // namespace kit
