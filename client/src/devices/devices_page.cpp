#include <devices/devices_page.h>

#include <devices/test_scan_window.h>
#include <kit/card_list.h>
#include <kit/divider.h>
#include <kit/fact_sheet.h>
#include <kit/section_header.h>
#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/theme.h>
#include <workbench/action_line.h>
#include <workbench/guide_update.h>

#include <wx/choice.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/spinctrl.h>
#include <wx/stattext.h>

#include <algorithm>
#include <filesystem>

namespace devices {

namespace {

constexpr double SettingsWidth = 40;
constexpr double LabelWidth = 7;
constexpr int MostLockMinutes = 120;

/// What is known of this workstation.
struct Workstation {
    std::string name;
    std::string backOffice;  ///< empty: none yet
    offline::KeyStrength key;
    std::optional<offline::CatalogueRow> guides;  ///< none: no catalogue yet
    std::optional<int> held;                      ///< a newer release that is held back here by hand
};

std::vector<kit::FactGroup> factsOf(const workbench::Bench& bench, const Workstation& station)
{
    kit::FactGroup group{{}, {{bench.say("Name"), wxString::FromUTF8(station.name)}}};
    if (!station.backOffice.empty())
        group.facts.push_back({bench.say("Back office"), wxString::FromUTF8(station.backOffice)});
    group.facts.push_back(
        {bench.say("Guides"),
         station.guides ? bench.say("release {release}, confirmed on {date}",
                                    {{"release", std::to_string(station.guides->release)},
                                     {"date", base::formatDate(base::hallDate(station.guides->confirmed))}})
                        : bench.say("no catalogue yet")});
    if (station.held)
        group.facts.push_back({bench.say("Held back"),
                               bench.say("release {release}", {{"release", std::to_string(*station.held)}}),
                               widgets::Tone::Warn});
    const bool weak = station.key == offline::KeyStrength::Weak;
    group.facts.push_back(
        {bench.say("Key"),
         weak ? bench.say("in a file beside the data: weaker than the desktop's secret store")
              : bench.say("in the desktop's secret store or behind a passphrase"),
         weak ? widgets::Tone::Warn : widgets::Tone::Ok});
    return {std::move(group)};
}

}  // namespace

DevicesPage::DevicesPage(wxWindow* parent, workbench::Bench& bench)
    : WorkPage(parent, bench)
{
    const widgets::LayoutKit kit(*this);
    SetBackgroundColour(widgets::Theme::fromSystem().panel);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(buildScanners(), wxSizerFlags(1).Expand());
    row->Add(new kit::Divider(this, wxVERTICAL), wxSizerFlags().Expand());
    row->Add(buildSettings(), wxSizerFlags(1).Expand());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(row, wxSizerFlags(1).Expand());
    column->Add(new kit::Divider(this, wxHORIZONTAL), wxSizerFlags().Expand());
    using workbench::PageAction;
    const auto plain = kit::ActionWeight::Plain;
    m_actions = new workbench::ActionLine(
        this,
        say("More"),
        {{"look", say("Look for scanners"), WXK_F5, plain, PageAction::Where::Left, [this] { look(); }},
         {"test", say("Test scan"), WXK_F3, plain, PageAction::Where::Left, [this] { testScan(); }},
         {"update",
          say("Update the guides"),
          WXK_F6,
          plain,
          PageAction::Where::Left,
          [this] { updateCatalogue(); }},
         {"import",
          say("Import a guide…"),
          WXK_F4,
          plain,
          PageAction::Where::Left,
          [this] { importGuide(); }},
         {"audit",
          say("Check the audit log"),
          WXK_F7,
          plain,
          PageAction::Where::Left,
          [this] { checkAudit(); }},
         {"back",
          say("Back to the release of the guides before"),
          0,
          plain,
          PageAction::Where::Menu,
          [this] { rollBack(); }},
         {"release", say("Choose a release of the guides…"), 0, plain, PageAction::Where::Menu, [this] {
              chooseRelease();
          }}});
    column->Add(m_actions, wxSizerFlags().Expand());
    SetSizer(column);
}

DevicesPage::~DevicesPage()
{
    DestroyChildren();
}

wxSizer* DevicesPage::buildScanners()
{
    const widgets::LayoutKit kit(*this);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(new kit::SectionHeader(this, say("Scanners")), wxSizerFlags().Expand());
    m_list = new kit::CardList(this, say("Scanners"), kit::CardShape::Edge);
    m_list->onChosen([this](const std::string& id) { choose(id); });
    column->Add(m_list, wxSizerFlags(1).Expand());
    m_abilities =
        new wxStaticText(this, wxID_ANY, say("Choose the scanner of this window. F5 looks for scanners."));
    m_abilities->SetForegroundColour(widgets::Theme::fromSystem().muted);
    column->Add(m_abilities, wxSizerFlags().Expand().Border(wxALL, kit.padding()));
    return column;
}

void DevicesPage::addRow(wxSizer& column, const wxString& label, wxWindow* control)
{
    const widgets::LayoutKit kit(*this);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(new wxStaticText(this, wxID_ANY, label), wxSizerFlags(1).CentreVertical());
    widgets::setAccessibleName(*control, label);
    row->Add(control, wxSizerFlags(1));
    column.Add(row, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, kit.padding()));
}

wxSizer* DevicesPage::buildSettings()
{
    const widgets::LayoutKit kit(*this);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->SetMinSize(wxSize(kit.ems(SettingsWidth), -1));
    column->Add(new kit::SectionHeader(this, say("Settings")), wxSizerFlags().Expand());
    auto* language = new wxChoice(this, wxID_ANY);
    const auto languages = i18n::allLanguages();
    for (const auto each : languages) {
        language->Append(wxString::FromUTF8(each == i18n::Language::English ? "English" : "简体中文"));
        if (each == bench().language())
            language->SetSelection(static_cast<int>(language->GetCount()) - 1);
    }
    language->Bind(wxEVT_CHOICE, [this, languages](wxCommandEvent& event) {
        const auto chosen = languages[static_cast<std::size_t>(event.GetSelection())];
        if (chosen == bench().language())
            return;
        bench().settings().remember(chosen);
        bench().setLanguage(chosen);
        bench().stage().rebuild();
    });
    addRow(*column, say("Language"), language);
    auto* minutes = new wxSpinCtrl(this,
                                   wxID_ANY,
                                   wxString(),
                                   wxDefaultPosition,
                                   wxDefaultSize,
                                   wxSP_ARROW_KEYS,
                                   1,
                                   MostLockMinutes,
                                   bench().settings().lockAfterMinutes());
    minutes->Bind(wxEVT_SPINCTRL,
                  [this](wxSpinEvent& event) { bench().settings().rememberLock(event.GetPosition()); });
    addRow(*column, say("Minutes until the window locks itself"), minutes);
    column->Add(new kit::SectionHeader(this, say("This workstation")), wxSizerFlags().Expand());
    m_workstation = new kit::FactSheet(this, say("This workstation"), LabelWidth);
    column->Add(m_workstation, wxSizerFlags(1).Expand());
    return column;
}

void DevicesPage::enter()
{
    showWorkstation();
    if (m_devices.empty())
        look();
    m_list->SetFocus();
}

bool DevicesPage::press(const wxKeyEvent& event)
{
    return (event.GetKeyCode() == WXK_ESCAPE && stopImport()) || m_actions->press(event);
}

void DevicesPage::look()
{
    m_actions->setStatus(say("Looking for scanners…"));
    bench().scanner().runNamed(
        this,
        say("Looking for scanners…"),
        [](workbench::Desks& desks, const kit::TaskControl& control) {
            return desks.scanner->devices(control.stopToken());
        },
        [this](const base::Result<std::vector<scanner::Device>>& devices) { found(devices); });
}

void DevicesPage::found(const base::Result<std::vector<scanner::Device>>& devices)
{
    m_actions->setStatus(wxString());
    if (!devices) {
        bench().tell(devices.error());
        return;
    }
    m_devices = *devices;
    std::vector<kit::Card> cards;
    for (const auto& device : m_devices)
        cards.push_back({device.id.toString(),
                         widgets::Tone::Info,
                         {},
                         {},
                         wxString::FromUTF8(device.vendor),
                         wxString::FromUTF8(device.model),
                         wxString::FromUTF8(device.id.toString()),
                         {},
                         widgets::Tone::Neutral});
    m_list->show(std::move(cards));
    if (m_devices.empty())
        m_abilities->SetLabelText(say("No scanner was found. Check that it is switched on and connected."));
    const auto remembered = bench().settings().scan().device;
    m_list->choose(remembered.toString());
    if (!remembered.driver.empty())
        showAbilities(remembered);
    Layout();
}

void DevicesPage::choose(const std::string& id)
{
    const auto device = scanner::DeviceId::parse(id);
    if (!device)
        return;
    auto request = bench().settings().scan();
    request.device = *device;
    bench().settings().remember(request);
    showAbilities(*device);
}

void DevicesPage::showAbilities(const scanner::DeviceId& device)
{
    bench().scanner().run(
        this,
        [device](workbench::Desks& desks, std::stop_token stop) {
            return desks.scanner->abilities(device, stop);
        },
        [this](const base::Result<scanner::Abilities>& abilities) {
            if (!abilities) {
                m_abilities->SetLabelText(say(i18n::phraseOf(abilities.error())));
                return;
            }
            const bool feeder = std::any_of(
                abilities->sources.begin(), abilities->sources.end(), [](scanner::PaperSource source) {
                    return source != scanner::PaperSource::Flatbed;
                });
            m_abilities->SetLabelText(feeder ? say("This window scans with it. It has a feeder.")
                                             : say("This window scans with it. It has no feeder."));
            Layout();
        });
}

void DevicesPage::showWorkstation()
{
    bench().counter().run(
        this,
        [](workbench::Desks& desks, std::stop_token) -> base::Result<Workstation> {
            auto& place = desks.workplace;
            const auto name = place.sessions().workstation();
            const auto address = place.sessions().backOffice();
            const auto catalogue = place.catalogue().active();
            if (!name || !address || !catalogue)
                return !name      ? base::passOn(name)
                       : !address ? base::passOn(address)
                                  : base::passOn(catalogue);
            Workstation station{*name, {}, place.vault().keyStrength(), *catalogue, std::nullopt};
            if (*address)
                station.backOffice = (*address)->url;
            if (const auto newest = place.catalogue().newest(); newest && *newest && (*newest)->held)
                station.held = (*newest)->release;
            return station;
        },
        [this](const base::Result<Workstation>& station) {
            if (station)
                m_workstation->show(factsOf(bench(), *station));
            else
                bench().tell(station.error());
        });
}

void DevicesPage::testScan()
{
    const auto request = bench().settings().scan();
    if (request.device.driver.empty())
        bench().tell(
            widgets::Tone::Warn, "no-scanner", say("Choose a scanner first. F5 looks for scanners."));
    else
        showTestScan(this, bench(), request);
}

void DevicesPage::updateCatalogue()
{
    bench().guides().runNamed(
        this,
        say("Updating the catalogue of guides"),
        &workbench::updateGuides,
        [this](const base::Result<offline::CatalogueUpdate>& update) {
            if (!update) {
                bench().tell(update.error());
                return;
            }
            m_actions->setStatus(say("Release {release} of the guides is in force.",
                                     {{"release", std::to_string(update->release)}}));
            if (update->held > 0)
                bench().tell(widgets::Tone::Info,
                             "held",
                             say("The back office offers release {release}, which is held back here by hand.",
                                 {{"release", std::to_string(update->held)}}));
            workbench::tellLeftOut(bench(), update->leftOut);
            showWorkstation();
            if (update->changed)
                bench().stage().guidesChanged();
        });
}

void DevicesPage::importGuide()
{
    wxFileDialog dialog(this,
                        say("Import a guide"),
                        wxString(),
                        wxString(),
                        say("Guides and catalogues") + " (*.json;*.owc)|*.json;*.owc",
                        wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() != wxID_OK)
        return;
    importFrom(dialog.GetPath().utf8_string());
}

void DevicesPage::importFrom(const std::filesystem::path& file)
{
    m_actions->setStatus(wxString());
    m_import = bench().guides().runNamed(
        this,
        say("Importing the guide"),
        [file](workbench::Desks& desks, const kit::TaskControl& control) {
            return desks.guides.import(file, workbench::importControl(control));
        },
        [this](const base::Result<desk::GuideImport>& imported) {
            if (!imported) {
                bench().tell(imported.error());
                return;
            }
            m_actions->setStatus(bench().sayCount("{count} guide was imported.",
                                                  "{count} guides were imported.",
                                                  static_cast<std::uint64_t>(imported->guides)));
            if (!imported->leftOut.empty())
                workbench::tellLeftOut(bench(), imported->leftOut);
            showWorkstation();
            bench().stage().guidesChanged();
        });
}

bool DevicesPage::stopImport()
{
    auto& tasks = bench().guides().tasks();
    const auto running = tasks.named();
    if (std::none_of(
            running.begin(), running.end(), [this](const auto& each) { return each.ticket == m_import; }))
        return false;
    tasks.cancel(m_import);
    m_actions->setStatus(say("The import was cancelled. The guides are as before."));
    return true;
}

void DevicesPage::checkAudit()
{
    bench().review().runNamed(
        this,
        say("Checking the audit log"),
        [](workbench::Desks& desks, const kit::TaskControl& control) {
            return desks.audit.verify(control.stopToken());
        },
        [this](const base::Result<desk::AuditProof>& proof) {
            if (!proof)
                bench().tell(proof.error());
            else if (proof->whole())
                bench().tell(
                    widgets::Tone::Ok, "audit", say("The audit log is whole, here and at the back office."));
            else
                bench().tell(
                    widgets::Tone::Danger,
                    "audit",
                    say("The audit log was changed or could not be read whole. Tell the administrator."));
        });
}

}  // namespace devices
