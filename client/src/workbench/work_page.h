#pragma once

#include <workbench/bench.h>

#include <wx/event.h>
#include <wx/panel.h>

#include <functional>

namespace workbench {

/// One place of the navigation. It is made when it is first opened and lives until the window is made anew. A page
/// whose children work on lanes calls DestroyChildren() in its destructor.
class WorkPage : public wxPanel
{
  public:
    WorkPage(wxWindow* parent, Bench& bench)
        : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER)
        , m_bench(bench)
    {}

    /// It came in front: show what is true now, and put the focus where work begins.
    virtual void enter() = 0;

    /// Somebody was sent here. `enter` was called before.
    virtual void arrive(const Destination&) {}

    /// Something changed in the outbox or at the back office; also called while another page is in front.
    virtual void news() {}

    /// Everything typed is to be on disk, because the window closes, locks or changes its language; then `done`, with
    /// the reason when something is not.
    using Saved = std::function<void(const base::Status&)>;

    virtual void save(const Saved& done) { done({}); }

    /// A function key or a key with Ctrl. True: taken.
    virtual bool press(const wxKeyEvent&) { return false; }

  protected:
    [[nodiscard]] Bench& bench() { return m_bench; }

    [[nodiscard]] const Bench& bench() const { return m_bench; }

    [[nodiscard]] wxString say(std::string_view id, std::vector<base::Argument> arguments = {}) const
    {
        return m_bench.say(id, std::move(arguments));
    }

    [[nodiscard]] wxString say(const i18n::Phrase& phrase) const { return m_bench.say(phrase); }

  private:
    Bench& m_bench;
};

}  // namespace workbench
