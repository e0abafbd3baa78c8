#pragma once

#include <workbench/work_page.h>

#include <kit/ui_tasks.h>
#include <offline/catalogue_store.h>
#include <scanner/device.h>

#include <filesystem>
#include <string>
#include <vector>

class wxStaticText;

namespace kit {
class CardList;
class FactSheet;
}  // namespace kit

namespace workbench {
class ActionLine;
}

namespace devices {

/// The scanners of this workstation and its settings: language, lock, catalogue of guides, where the key lies.
class DevicesPage : public workbench::WorkPage
{
  public:
    DevicesPage(wxWindow* parent, workbench::Bench& bench);
    ~DevicesPage() override;

    void enter() override;
    bool press(const wxKeyEvent& event) override;

  private:
    [[nodiscard]] wxSizer* buildScanners();
    [[nodiscard]] wxSizer* buildSettings();
    void addRow(wxSizer& column, const wxString& label, wxWindow* control);
    void look();
    void found(const base::Result<std::vector<scanner::Device>>& devices);
    void choose(const std::string& id);
    void showAbilities(const scanner::DeviceId& device);
    void showWorkstation();
    void testScan();
    void importGuide();
    void importFrom(const std::filesystem::path& file);
    bool stopImport();  ///< false: none is running
    void updateCatalogue();
    void checkAudit();

    // Releases of the guides (release_steps.cpp).
    void chooseRelease();
    void askRelease(const std::vector<offline::CatalogueRow>& rows);
    void rollBack();
    void inForce(const base::Result<offline::CatalogueRow>& row);

    std::vector<scanner::Device> m_devices;
    kit::CardList* m_list = nullptr;
    wxStaticText* m_abilities = nullptr;
    kit::FactSheet* m_workstation = nullptr;
    workbench::ActionLine* m_actions = nullptr;
    kit::UiTasks::Ticket m_import = 0;  ///< of the last one
};

}  // namespace devices
