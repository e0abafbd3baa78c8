#include <intake/case_session.h>

namespace intake {

namespace {

constexpr int PauseMs = 250;
constexpr int LimitMs = 800;
constexpr int AgainMs = 4000;

}  // namespace

CaseSession::CaseSession(wxWindow& owner, workbench::Bench& bench, desk::CaseView view)
    : m_owner(owner)
    , m_bench(bench)
    , m_view(std::move(view))
{
    m_pause.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { saveTyped(); });
    m_limit.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { saveTyped(); });
}

std::string CaseSession::attention(const std::string& what) const
{
    return "case/" + id().toString() + "/" + what;
}

void CaseSession::type(const std::string& form, const forms::FormData& data)
{
    m_view.draft.forms[form] = data;
    m_typed.insert(form);
    judge();
    m_pause.StartOnce(PauseMs);
    if (!m_limit.IsRunning())
        m_limit.StartOnce(LimitMs);
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
    m_limit.Stop();
    const auto typed = std::exchange(m_typed, {});
    for (const auto& form : typed)
        run([id = id(), form, data = m_view.draft.forms[form]](
                desk::IntakeDesk& desk) { return desk.fillForm(id, form, data); },
            [this, form](base::Result<desk::CaseView>&& view) { typedSaved(form, std::move(view)); });
}

void CaseSession::typedSaved(const std::string& form, base::Result<desk::CaseView> view)
{
    if (view) {
        if (std::exchange(m_unsaved, std::nullopt)) {
            m_bench.hush(attention("unsaved"));
            m_bench.hush(workbench::attention::Closing);
        }
        take(std::move(*view));
        return;
    }
    m_typed.insert(form);
    m_unsaved = view.error();
    if (!m_pause.IsRunning())
        m_pause.StartOnce(AgainMs);
    m_bench.tell(widgets::Tone::Danger,
                 attention("unsaved"),
                 m_bench.say("What was typed could not be saved yet; it is tried again by itself. {reason}",
                             {{"reason", m_bench.say(i18n::phraseOf(*m_unsaved)).utf8_string()}}));
}

void CaseSession::finished(base::Result<desk::CaseView> view, const std::function<void()>& done)
{
    if (!view) {
        m_bench.tell(view.error(), attention("step"));
        return;
    }
    m_bench.hush(attention("step"));
    take(std::move(*view));
    if (done)
        done();
}

void CaseSession::take(desk::CaseView view)
{
    // What is being typed is newer than what comes back.
    const auto typing = m_view.draft.forms;
    m_view = std::move(view);
    if (m_running > 0 || !m_typed.empty()) {
        m_view.draft.forms = typing;
        judge();
    }
    if (onChange)
        onChange(Change::Saved);
}

void CaseSession::reload(std::function<void()> done)
{
    step([id = id()](desk::IntakeDesk& desk) { return desk.reload(id); }, std::move(done));
}

void CaseSession::save(const std::function<void(const base::Status&)>& done)
{
    if (!isDraft()) {
        done({});
        return;
    }
    if (onCollect)
        onCollect();
    saveTyped();
    // The lane is in order: when this comes back, everything before it was tried.
    m_bench.counter().run(
        &m_owner,
        [](workbench::Desks&, std::stop_token) -> base::Status { return {}; },
        [this, done](const base::Status& opened) {
            if (m_unsaved && !m_typed.empty())
                done(tl::unexpected<base::Error>(*m_unsaved));
            else
                done(opened);
        });
}

}  // namespace intake
