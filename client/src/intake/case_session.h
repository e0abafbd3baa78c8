#pragma once

#include <workbench/bench.h>

#include <desk/case_view.h>
#include <forms/deferral.h>

#include <wx/timer.h>
#include <wx/window.h>

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace intake {

/// One case that lies open: the draft as last saved with what was typed since. Every verb is done by the desk on the
/// counter lane and shown when it is on disk; typing is judged at once and saved when the hands rest, and while they
/// do not rest every second. What could not be saved is kept here and tried again. UI thread.
class CaseSession
{
  public:
    /// `owner` lives as long as the session.
    CaseSession(wxWindow& owner, workbench::Bench& bench, desk::CaseView view);

    [[nodiscard]] const desk::CaseView& view() const { return m_view; }

    [[nodiscard]] base::CaseId id() const { return m_view.draft.id; }

    [[nodiscard]] bool isDraft() const { return m_view.draft.state == forms::CaseState::Draft; }

    /// The situation and the forms may be changed.
    [[nodiscard]] bool takesAnswers() const { return forms::takesAnswers(m_view.draft); }

    [[nodiscard]] bool takesPages(const std::string& material) const
    {
        return forms::takesPages(m_view.draft, material);
    }

    [[nodiscard]] bool isSaved() const { return m_typed.empty() && m_running == 0; }

    /// Where the attention bar keeps what concerns this case: "case/<id>/<what>".
    [[nodiscard]] std::string attention(const std::string& what) const;

    /// Called after anything changed; the flag: the person only typed, nothing else can look different but findings.
    enum class Change { Typed, Saved };
    std::function<void(Change)> onChange;

    /// Called before a save: who holds typed text back hands it over now.
    std::function<void()> onCollect;

    /// `verb(desk::IntakeDesk&) -> base::Result<desk::CaseView>`; then `done` when it worked. What was typed is saved
    /// before it.
    template <class Verb>
    void step(Verb verb, std::function<void()> done = {})
    {
        saveTyped();
        run(std::move(verb), [this, done = std::move(done)](base::Result<desk::CaseView>&& view) {
            finished(std::move(view), done);
        });
    }

    /// A form as it is being typed.
    void type(const std::string& form, const forms::FormData& data);

    /// As the store has it now: pages came from the scanner's thread.
    void reload(std::function<void()> done = {});

    /// `done` when everything typed is on disk, or with the reason why it is not.
    void save(const std::function<void(const base::Status&)>& done);

    /// Asks the desk something that changes nothing shown here, or makes all that is shown anew:
    /// `verb(desk::IntakeDesk&) -> base::Result<T>` when everything typed is on disk, then `done(base::Result<T>)`. Nothing
    /// happens where it could not be saved: why, is told already.
    template <class Verb, class Done>
    void ask(Verb verb, Done done)
    {
        save([this, verb = std::move(verb), done = std::move(done)](const base::Status& saved) {
            if (!saved)
                return;
            m_bench.counter().run(
                &m_owner,
                [verb](workbench::Desks& desks, const std::stop_token&) { return verb(desks.intake); },
                done);
        });
    }

  private:
    template <class Verb>
    void run(Verb verb, std::function<void(base::Result<desk::CaseView>&&)> landed)
    {
        ++m_running;
        m_bench.counter().run(
            &m_owner,
            [verb = std::move(verb)](workbench::Desks& desks, const std::stop_token&) mutable
            -> base::Result<desk::CaseView> { return verb(desks.intake); },
            [this, landed = std::move(landed)](base::Result<desk::CaseView> view) {
                --m_running;
                landed(std::move(view));
            });
    }

    void saveTyped();
    void typedSaved(const std::string& form, base::Result<desk::CaseView> view);
    void finished(base::Result<desk::CaseView> view, const std::function<void()>& done);
    void take(desk::CaseView view);
    void judge();

    wxWindow& m_owner;
    workbench::Bench& m_bench;
    desk::CaseView m_view;
    wxTimer m_pause;                ///< runs out when the hands rest
    wxTimer m_limit;                ///< runs out although they do not
    std::set<std::string> m_typed;  ///< forms changed since they were handed to the desk
    std::optional<base::Error> m_unsaved;
    int m_running = 0;
};

}  // namespace intake
