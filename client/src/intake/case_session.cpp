#include <intake/case_session.h>

namespace intake {

namespace {

constexpr int PauseMs = 250;

}  // namespace

CaseSession::CaseSession(wxWindow& owner, workbench::Bench& bench, desk::CaseView view)
    : m_owner(owner)
    , m_bench(bench)
    , m_view(std::move(view))
{
    m_pause.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { saveTyped(); });
}

void CaseSession::type(const std::string& form, const forms::FormData& data)
{
    m_view.draft.forms[form] = data;
    m_typed.insert(form);
    judge();
    m_pause.StartOnce(PauseMs);
    if (onChange)
        onChange(Change::Typed);
}

void CaseSession::judge()
{
    m_view.completeness = forms::check(*m_view.guide, m_view.draft, {m_bench.today(), !m_bench.online()});
}

void CaseSession::saveTyped()
{
    m_pause.Stop();
    const auto typed = std::exchange(m_typed, {});
    for (const auto& form : typed)
        step([id = id(), form, data = m_view.draft.forms[form]](desk::IntakeDesk& desk) {
            return desk.fillForm(id, form, data);
        });
}

void CaseSession::finished(base::Result<desk::CaseView> view, const std::function<void()>& done)
{
    --m_running;
    if (!view) {
        m_bench.tell(view.error());
        return;
    }
    // What is being typed is newer than what comes back.
    const auto typing = m_view.draft.forms;
    m_view = std::move(*view);
    if (m_running > 0 || !m_typed.empty()) {
        m_view.draft.forms = typing;
        judge();
    }
    if (onChange)
        onChange(Change::Saved);
    if (done)
        done();
}

void CaseSession::reload(std::function<void()> done)
{
    step([id = id()](desk::IntakeDesk& desk) { return desk.reload(id); }, std::move(done));
}

void CaseSession::save(std::function<void()> done)
{
    if (!isDraft()) {
        done();
        return;
    }
    saveTyped();
    // The lane is in order: when this comes back, everything before it is on disk, also when it failed.
    m_bench.counter().run(
        &m_owner,
        [](workbench::Desks&, std::stop_token) -> base::Status { return {}; },
        [done = std::move(done)](const base::Status&) { done(); });
}

}  // namespace intake
