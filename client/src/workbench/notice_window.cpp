#include <workbench/notice_window.h>

#include <workbench/action_line.h>
#include <workbench/bench.h>
#include <workbench/pane_texts.h>
#include <workbench/print_command.h>

#include <base/durable_file.h>
#include <kit/pdf_pages.h>
#include <widgets/layout_kit.h>
#include <widgets/theme.h>

#include <wx/filedlg.h>
#include <wx/frame.h>
#include <wx/sizer.h>

#include <memory>

namespace workbench {

namespace {

constexpr int Dpi = 150;
constexpr double Width = 58;
constexpr double Height = 50;

class NoticeWindow : public wxFrame
{
  public:
    NoticeWindow(wxWindow* parent,
                 Bench& bench,
                 const wxString& title,
                 std::string pdf,
                 const std::optional<NoticeDecision>& decision)
        : wxFrame(parent,
                  wxID_ANY,
                  title,
                  wxDefaultPosition,
                  wxDefaultSize,
                  wxDEFAULT_FRAME_STYLE | wxFRAME_FLOAT_ON_PARENT)
        , m_bench(bench)
        , m_pdf(std::make_shared<const std::string>(std::move(pdf)))
        , m_pages(kit::countPdfPages(*m_pdf).value_or(0))
    {
        const widgets::LayoutKit kit(*this);
        SetBackgroundColour(widgets::Theme::fromSystem().panel);
        auto* column = new wxBoxSizer(wxVERTICAL);
        m_pane = new kit::PagePane(this, bench.pixels(), paneTexts(bench));
        m_pane->onTurn = [this](int by) { turn(by); };
        column->Add(m_pane, wxSizerFlags(1).Expand());
        m_actions = new ActionLine(this, bench.say("More"), actions(decision));
        if (decision)
            m_actions->setStatus(decision->text);
        column->Add(m_actions, wxSizerFlags().Expand());
        SetSizer(column);
        SetSize(kit.ems(Width), kit.ems(Height));
        Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
            if (event.GetKeyCode() == WXK_ESCAPE)
                Close();
            else if (!m_actions->press(event))
                event.Skip();
        });
        turn(0);
    }

    ~NoticeWindow() override { DestroyChildren(); }

  private:
    [[nodiscard]] std::vector<PageAction> actions(const std::optional<NoticeDecision>& decision)
    {
        using kit::ActionWeight;
        using Where = PageAction::Where;
        const auto weight = decision ? ActionWeight::Plain : ActionWeight::Primary;
        const auto where = decision ? Where::Left : Where::Right;
        std::vector<PageAction> all{
            {"close", m_bench.say("Close"), 0, ActionWeight::Plain, Where::Left, [this] { Close(); }},
            {"save", m_bench.say("Save…"), WXK_F2, ActionWeight::Plain, Where::Left, [this] { save(); }},
            {"print", m_bench.say("Print"), WXK_F9, weight, where, [this] { print(); }}};
        if (decision)
            all.push_back({"decide",
                           decision->button,
                           WXK_F12,
                           ActionWeight::Danger,
                           Where::Right,
                           [this, act = decision->act] {
                               Close();
                               act();
                           }});
        return all;
    }

    void turn(int by)
    {
        const auto next = static_cast<long>(m_page) + by;
        if (next < 0 || next >= static_cast<long>(m_pages))
            return;
        m_page = static_cast<std::size_t>(next);
        kit::PageSource source;
        source.key = GetTitle().utf8_string() + "/" + std::to_string(m_page);
        source.read = [pdf = m_pdf, page = m_page](std::stop_token) {
            return kit::drawPdfPage(*pdf, page, Dpi);
        };
        source.dpi = Dpi;
        m_pane->show(std::move(source), wxString::Format("%zu / %zu", m_page + 1, m_pages));
        m_pane->setMarks({});
    }

    void save()
    {
        wxFileDialog dialog(this,
                            m_bench.say("Save the notice"),
                            wxString(),
                            GetTitle() + ".pdf",
                            "PDF (*.pdf)|*.pdf",
                            wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
        if (dialog.ShowModal() != wxID_OK)
            return;
        m_bench.scanner().run(
            this,
            [file = dialog.GetPath().utf8_string(), pdf = m_pdf](Desks&, std::stop_token) {
                return base::writeDurably(file, *pdf);
            },
            [this](const base::Status& saved) { said(saved, m_bench.say("Saved.")); });
    }

    void print()
    {
        m_actions->enable("print", false);
        m_actions->setStatus(m_bench.say("Printing…"));
        m_bench.pixels().run(
            this,
            [pdf = m_pdf](std::stop_token stop) { return printPdf(*pdf, stop); },
            [this](const base::Status& printed) {
                m_actions->enable("print", true);
                said(printed, m_bench.say("Handed to the printer."));
            });
    }

    void said(const base::Status& status, const wxString& good)
    {
        m_actions->setStatus(status ? good : m_bench.say(i18n::phraseOf(status.error())));
    }

    Bench& m_bench;
    std::shared_ptr<const std::string> m_pdf;  // shared with the worker that draws
    std::size_t m_pages;
    std::size_t m_page = 0;
    kit::PagePane* m_pane;
    ActionLine* m_actions;
};

}  // namespace

void showNotice(wxWindow* parent,
                Bench& bench,
                const wxString& title,
                std::string pdf,
                std::optional<NoticeDecision> decision)
{
    auto* window = new NoticeWindow(wxGetTopLevelParent(parent), bench, title, std::move(pdf), decision);
    window->Show();
    window->CentreOnParent();  // a window manager forgets where a window was put before it was shown
}

}  // namespace workbench
