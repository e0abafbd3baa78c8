#include <widgets/form_history.h>

namespace widgets {
namespace {

constexpr std::size_t MostSteps = 300;

}  // namespace

void FormHistory::restart(const forms::FormData& data)
{
    m_steps.clear();
    m_steps.push_back({data, {}});
    m_at = 0;
    m_run.reset();
}

bool FormHistory::continues(const std::string& pointer, Direction direction) const
{
    return m_run == direction && direction != Direction::Replaced && m_at > 0 && m_at + 1 == m_steps.size()
           && m_steps[m_at].pointer == pointer;
}

void FormHistory::record(const forms::FormData& data, const std::string& pointer, Direction direction)
{
    if (m_steps.empty()) {
        restart(forms::FormData());
    }
    if (continues(pointer, direction)) {
        m_steps[m_at].data = data;
        return;
    }
    m_steps.resize(m_at + 1);
    m_steps.push_back({data, pointer});
    if (m_steps.size() > MostSteps) {
        m_steps.erase(m_steps.begin());
    }
    m_at = m_steps.size() - 1;
    m_run = direction;
}

void FormHistory::endRun()
{
    m_run.reset();
}

bool FormHistory::canUndo() const
{
    return m_at > 0;
}

bool FormHistory::canRedo() const
{
    return m_at + 1 < m_steps.size();
}

std::optional<FormHistory::Step> FormHistory::undo()
{
    if (!canUndo()) {
        return std::nullopt;
    }
    endRun();
    --m_at;
    return Step{m_steps[m_at].data, m_steps[m_at + 1].pointer};
}

std::optional<FormHistory::Step> FormHistory::redo()
{
    if (!canRedo()) {
        return std::nullopt;
    }
    endRun();
    ++m_at;
    return m_steps[m_at];
}

}  // namespace widgets
