#include <intake/scan_bar.h>

#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/theme.h>

#include <wx/choice.h>
#include <wx/sizer.h>

#include <algorithm>
#include <array>
#include <utility>

namespace intake {

namespace {

constexpr std::array Sources{
    scanner::PaperSource::Flatbed, scanner::PaperSource::Adf, scanner::PaperSource::AdfDuplex};
constexpr std::array Resolutions{200, 300, 400, 600};
constexpr std::array Modes{
    scanner::ColourMode::Colour, scanner::ColourMode::Gray, scanner::ColourMode::Lineart};

template <class List, class Value>
int placeOf(const List& list, const Value& value)
{
    const auto found = std::find(list.begin(), list.end(), value);
    return found == list.end() ? 0 : static_cast<int>(found - list.begin());
}

}  // namespace

ScanBar::ScanBar(wxWindow* parent, workbench::Bench& bench)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER)
    , m_bench(bench)
{
    SetBackgroundColour(widgets::Theme::fromSystem().ground);
    SetSizer(new wxBoxSizer(wxHORIZONTAL));
    const widgets::LayoutKit kit(*this);
    GetSizer()->AddSpacer(kit.gap());
    m_device = addChoice(bench.say("Scanner"), {});
    GetSizer()->GetItem(m_device)->SetProportion(1);
    m_source = addChoice(bench.say("Paper source"),
                         {bench.say("Flatbed"), bench.say("Feeder"), bench.say("Feeder, both sides")});
    std::vector<wxString> dpi;
    for (const int value : Resolutions)
        dpi.push_back(bench.say("{dpi} dpi", {{"dpi", std::to_string(value)}}));
    m_dpi = addChoice(bench.say("Resolution"), dpi);
    m_mode = addChoice(bench.say("Colour mode"),
                       {bench.say("Colour"), bench.say("Gray"), bench.say("Black and white")});
    const auto remembered = bench.settings().scan();
    m_source->SetSelection(placeOf(Sources, remembered.source));
    m_dpi->SetSelection(placeOf(Resolutions, remembered.dpi.value));
    m_mode->SetSelection(placeOf(Modes, remembered.mode));
    if (!remembered.device.driver.empty())
        m_devices.push_back({remembered.device, {}, remembered.device.toString(), {}});
    showDevices();
}

wxChoice* ScanBar::addChoice(const wxString& name, std::vector<wxString> texts)
{
    const widgets::LayoutKit kit(*this);
    auto* choice = new wxChoice(this, wxID_ANY);
    for (const auto& text : texts)
        choice->Append(text);
    widgets::setAccessibleName(*choice, name);
    choice->SetToolTip(name);
    choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { chosen(); });
    GetSizer()->Add(choice, kit.inRow().Border(wxTOP | wxBOTTOM | wxRIGHT, kit.smallGap()));
    return choice;
}

void ScanBar::showDevices()
{
    m_device->Clear();
    for (const auto& device : m_devices)
        m_device->Append(
            wxString::FromUTF8(device.vendor.empty() ? device.model : device.vendor + " " + device.model));
    m_device->Append(m_looking ? m_bench.say("Looking for scanners…") : m_bench.say("Look for scanners…"));
    const auto wanted = m_bench.settings().scan().device;
    const auto found = std::find_if(m_devices.begin(),
                                    m_devices.end(),
                                    [&wanted](const scanner::Device& each) { return each.id == wanted; });
    m_device->SetSelection(
        static_cast<int>((found == m_devices.end() ? m_devices.begin() : found) - m_devices.begin()));
}

void ScanBar::chosen()
{
    if (m_device->GetSelection() == static_cast<int>(m_devices.size())) {
        look();
        return;
    }
    if (const auto now = request())
        m_bench.settings().remember(*now);
}

std::optional<scanner::ScanRequest> ScanBar::request() const
{
    const auto device = static_cast<std::size_t>(std::max(0, m_device->GetSelection()));
    if (device >= m_devices.size())
        return std::nullopt;
    scanner::ScanRequest request;
    request.device = m_devices[device].id;
    request.source = Sources[static_cast<std::size_t>(m_source->GetSelection())];
    request.dpi = base::Dpi{Resolutions[static_cast<std::size_t>(m_dpi->GetSelection())]};
    request.mode = Modes[static_cast<std::size_t>(m_mode->GetSelection())];
    return request;
}

void ScanBar::enter()
{
    if (m_devices.empty() && !m_looking)
        look();
}

void ScanBar::look()
{
    if (m_looking)
        return;
    m_looking = true;
    showDevices();
    m_bench.scanner().runNamed(
        this,
        m_bench.say("Looking for scanners…"),
        [](workbench::Desks& desks, const kit::TaskControl& control) {
            return desks.scanner->devices(control.stopToken());
        },
        [this](const base::Result<std::vector<scanner::Device>>& devices) { found(devices); });
}

void ScanBar::whenFound(std::function<void()> then)
{
    m_then = std::move(then);
    look();
}

void ScanBar::found(const base::Result<std::vector<scanner::Device>>& devices)
{
    m_looking = false;
    if (devices)
        m_devices = *devices;
    else
        m_bench.tell(devices.error());
    showDevices();
    if (devices && !devices->empty())
        m_bench.hush("no-scanner");
    if (devices && devices->empty())
        m_bench.tell(widgets::Tone::Warn,
                     "no-scanner",
                     m_bench.say("No scanner was found. Check that it is switched on and connected."));
    const auto then = std::exchange(m_then, nullptr);
    if (const auto now = request()) {
        m_bench.settings().remember(*now);
        if (then)
            then();
    }
}

}  // namespace intake
