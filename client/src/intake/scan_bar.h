#pragma once

#include <workbench/bench.h>

#include <scanner/scan_request.h>

#include <wx/panel.h>

#include <functional>
#include <optional>
#include <vector>

class wxChoice;

namespace intake {

/// With which device and how is scanned; remembered. Devices are looked for when none is known, and when asked.
class ScanBar : public wxPanel
{
  public:
    ScanBar(wxWindow* parent, workbench::Bench& bench);

    /// Nothing while no device is chosen.
    [[nodiscard]] std::optional<scanner::ScanRequest> request() const;

    /// Looks for devices when none is known yet.
    void enter();
    void look();

    /// Once, when a search that found a device is over; begins one if none runs.
    void whenFound(std::function<void()> then);

  private:
    wxChoice* addChoice(const wxString& name, std::vector<wxString> texts);
    void showDevices();
    void chosen();
    void found(const base::Result<std::vector<scanner::Device>>& devices);

    workbench::Bench& m_bench;
    std::vector<scanner::Device> m_devices;
    bool m_looking = false;
    std::function<void()> m_then;
    wxChoice* m_device;
    wxChoice* m_source;
    wxChoice* m_dpi;
    wxChoice* m_mode;
};

}  // namespace intake
