#include <kit/busy_strip.h>

#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/theme.h>

#include <wx/button.h>
#include <wx/gauge.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <cmath>

namespace kit {
namespace {

constexpr int PatienceMs = 1000;
constexpr int TickMs = 120;
constexpr int GaugeRange = 1000;

}  // namespace

BusyStrip::BusyStrip(wxWindow* parent, UiTasks& tasks, const wxString& cancelLabel)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER)
    , m_tasks(tasks)
    , m_title(new wxStaticText(this, wxID_ANY, wxString()))
    , m_gauge(new wxGauge(this, wxID_ANY, GaugeRange))
    , m_cancel(new wxButton(this, wxID_ANY, cancelLabel, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT))
    , m_timer(this)
{
    const widgets::LayoutKit kit(*this);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->AddSpacer(kit.padding());
    row->Add(m_title, kit.inRow());
    row->Add(m_gauge, kit.inRow().Proportion(1));
    m_cancel->SetMinSize(kit.buttonSize(*m_cancel, cancelLabel));
    row->Add(m_cancel, kit.inRow());
    auto* edge = new wxBoxSizer(wxVERTICAL);
    edge->Add(row, wxSizerFlags(1).Expand().Border(wxTOP | wxBOTTOM, kit.smallGap()));
    SetSizer(edge);
    SetBackgroundColour(widgets::Theme::fromSystem().soft(widgets::Tone::Info));
    Hide();
    m_cancel->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { m_tasks.cancel(m_ticket); });
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { tick(); });
    m_tasks.onNamedChanged([this] { namedChanged(); });
}

BusyStrip::~BusyStrip()
{
    m_tasks.onNamedChanged(nullptr);
}

void BusyStrip::namedChanged()
{
    const auto named = m_tasks.named();
    if (named.empty()) {
        m_timer.Stop();
        m_ticket = 0;
        setShown(false);
    } else if (named.front().ticket != m_ticket) {
        m_ticket = named.front().ticket;
        m_timer.StartOnce(PatienceMs);
        setShown(false);
    }
}

void BusyStrip::tick()
{
    for (const auto& task : m_tasks.named()) {
        if (task.ticket == m_ticket) {
            showTask(task);
            m_timer.StartOnce(TickMs);
            return;
        }
    }
}

void BusyStrip::showTask(const UiTasks::Named& task)
{
    if (m_title->GetLabelText() != task.title) {
        m_title->SetLabelText(task.title);
        widgets::setAccessibleName(*m_gauge, task.title);
        widgets::setAccessibleDescription(*m_cancel, task.title);  // of several strips at once
    }
    if (task.share) {
        m_gauge->SetValue(static_cast<int>(std::lround(*task.share * GaugeRange)));
    } else {
        m_gauge->Pulse();
    }
    setShown(true);
}

void BusyStrip::setShown(bool shown)
{
    if (IsShown() != shown) {
        Show(shown);
        Layout();
        GetParent()->Layout();
    }
}

}  // namespace kit
