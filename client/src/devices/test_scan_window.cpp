#include <devices/test_scan_window.h>

#include <workbench/action_line.h>
#include <workbench/bench.h>
#include <workbench/pane_texts.h>

#include <desk/test_scan.h>
#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/theme.h>

#include <wx/app.h>
#include <wx/frame.h>
#include <wx/gauge.h>
#include <wx/sizer.h>

#include <memory>
#include <optional>

namespace devices {

namespace {

constexpr double Width = 46;
constexpr double Height = 50;
constexpr double MegaByte = 1'000'000;

class TestScanWindow : public wxFrame
{
  public:
    TestScanWindow(wxWindow* parent, workbench::Bench& bench, const scanner::ScanRequest& request)
        : wxFrame(parent,
                  wxID_ANY,
                  bench.say("Test scan"),
                  wxDefaultPosition,
                  wxDefaultSize,
                  wxDEFAULT_FRAME_STYLE | wxFRAME_FLOAT_ON_PARENT)
        , m_bench(bench)
        , m_request(request)
        , m_self(std::make_shared<TestScanWindow*>(this))
    {
        const widgets::LayoutKit kit(*this);
        SetBackgroundColour(widgets::Theme::fromSystem().panel);
        auto* column = new wxBoxSizer(wxVERTICAL);
        m_gauge = new wxGauge(this, wxID_ANY, 1);
        widgets::setAccessibleName(*m_gauge, bench.say("Scanning"));
        column->Add(m_gauge, wxSizerFlags().Expand().Border(wxALL, kit.gap()));
        m_pane = new kit::PagePane(this, bench.pixels(), workbench::paneTexts(bench));
        m_pane->canvas().onFailed = [this](const base::Error& error) { say(error); };
        column->Add(m_pane, wxSizerFlags(1).Expand());
        m_actions = new workbench::ActionLine(this, bench.say("More"), actions());
        column->Add(m_actions, wxSizerFlags().Expand());
        SetSizer(column);
        SetSize(kit.ems(Width), kit.ems(Height));
        Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
            if (event.GetKeyCode() == WXK_ESCAPE)
                m_ticket ? cancel() : static_cast<void>(Close());
            else if (!m_actions->press(event))
                event.Skip();
        });
        start();
    }

    ~TestScanWindow() override
    {
        *m_self = nullptr;
        if (m_ticket)
            m_bench.scanner().tasks().cancel(*m_ticket);
        DestroyChildren();
    }

  private:
    std::vector<workbench::PageAction> actions()
    {
        using kit::ActionWeight;
        using Where = workbench::PageAction::Where;
        return {
            {"close", m_bench.say("Close"), 0, ActionWeight::Plain, Where::Left, [this] { Close(); }},
            {"cancel", m_bench.say("Cancel"), 0, ActionWeight::Danger, Where::Right, [this] { cancel(); }},
            {"again", m_bench.say("Scan again"), WXK_F6, ActionWeight::Primary, Where::Right, [this] {
                 start();
             }}};
    }

    void start()
    {
        if (m_ticket)
            return;
        m_pane->canvas().clear();
        m_ticket = m_bench.scanner().run(
            this,
            [request = m_request, self = m_self](workbench::Desks& desks,
                                                 std::stop_token stop) -> base::Result<desk::TestPage> {
                return desk::testScan(*desks.scanner,
                                      request,
                                      desks.workplace.folder().bin() / "test-scan",
                                      teller(self),
                                      std::move(stop));
            },
            [this](base::Result<desk::TestPage> page) { ended(std::move(page)); });
        m_actions->setStatus(m_bench.say("The scanner begins…"));
        showRunning();
    }

    /// Called on the scanner's thread; the window is looked at on the UI thread alone.
    static std::function<void(std::uint64_t)> teller(std::shared_ptr<TestScanWindow*> self)
    {
        return [self = std::move(self)](std::uint64_t bytes) {
            wxTheApp->CallAfter([self, bytes] {
                if (*self != nullptr && (*self)->m_ticket)
                    (*self)->read(bytes);
            });
        };
    }

    void read(std::uint64_t bytes)
    {
        m_gauge->Pulse();
        m_actions->setStatus(m_bench.say(
            "{size} MB read",
            {{"size", wxString::Format("%.1f", static_cast<double>(bytes) / MegaByte).utf8_string()}}));
    }

    void ended(base::Result<desk::TestPage> page)
    {
        m_ticket.reset();
        showRunning();
        if (!page) {
            say(page.error());
            return;
        }
        m_actions->setStatus(m_bench.say("{width} × {height} points, {dpi} dpi. Nothing of it is kept.",
                                         {{"width", std::to_string(page->width)},
                                          {"height", std::to_string(page->height)},
                                          {"dpi", std::to_string(page->dpi.value)}}));
        const auto image = std::make_shared<const std::string>(std::move(page->image));
        m_pane->show({"test-scan/" + std::to_string(++m_pages),
                      [image](std::stop_token) -> base::Result<std::string> { return *image; },
                      static_cast<int>(page->dpi.value),
                      kit::Rotation::None},
                     wxString());
    }

    void cancel()
    {
        if (!m_ticket)
            return;
        m_bench.scanner().tasks().cancel(*m_ticket);
        m_ticket.reset();
        m_actions->setStatus(m_bench.say("The test scan was cancelled."));
        showRunning();
    }

    void say(const base::Error& error) { m_actions->setStatus(m_bench.say(i18n::phraseOf(error))); }

    void showRunning()
    {
        const bool running = m_ticket.has_value();
        m_gauge->Show(running);
        if (running)
            m_gauge->Pulse();
        m_actions->showAction("cancel", running);
        m_actions->showAction("again", !running);
        Layout();
    }

    workbench::Bench& m_bench;
    scanner::ScanRequest m_request;
    std::shared_ptr<TestScanWindow*> m_self;  ///< what the scanner's thread tells to; emptied when this goes
    std::optional<kit::UiTasks::Ticket> m_ticket;
    int m_pages = 0;
    wxGauge* m_gauge;
    kit::PagePane* m_pane;
    workbench::ActionLine* m_actions;
};

}  // namespace

void showTestScan(wxWindow* parent, workbench::Bench& bench, const scanner::ScanRequest& request)
{
    auto* window = new TestScanWindow(wxGetTopLevelParent(parent), bench, request);
    window->Show();
    window->CentreOnParent();  // a window manager forgets where a window was put before it was shown
}

}  // namespace devices
