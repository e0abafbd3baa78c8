// onewindow: the program of the counter. Everything is made here, once, and handed on.
#include <cases/cases_page.h>
#include <devices/devices_page.h>
#include <inbox/inbox_page.h>
#include <intake/intake_page.h>
#include <outbox/outbox_page.h>
#include <review/review_page.h>
#include <shell/main_frame.h>

#include <base/durable_file.h>
#include <forms/form_data.h>
#include <offline/secret_store.h>
#include <widgets/looks.h>

#include <wx/app.h>
#include <wx/cmdline.h>
#include <wx/image.h>
#include <wx/msgdlg.h>
#include <wx/stdpaths.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>

namespace {

std::string environment(const char* name)
{
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

/// The session bus as the desktop announces it, or where systemd puts it.
std::string sessionBus()
{
    if (auto address = environment("DBUS_SESSION_BUS_ADDRESS"); !address.empty())
        return address;
    const auto socket = std::filesystem::path(environment("XDG_RUNTIME_DIR")) / "bus";
    std::error_code ignored;
    return std::filesystem::exists(socket, ignored) ? "unix:path=" + socket.string() : "";
}

/// Where the data of this workstation lies when nobody said.
std::filesystem::path usualFolder()
{
    const auto data = environment("XDG_DATA_HOME");
    return (data.empty() ? std::filesystem::path(environment("HOME")) / ".local" / "share"
                         : std::filesystem::path(data))
           / "onewindow";
}

/// The users of a demonstration, in the order of the work; none when the file is not there.
std::vector<shell::DemoUser> readDemoUsers(const std::string& file)
{
    constexpr std::size_t Largest = 64 * 1024;
    std::vector<shell::DemoUser> users;
    const auto text = base::readFile(file, Largest);
    const auto data = text ? forms::FormData::parse(*text) : base::passOn(text);
    if (!data)
        return users;
    for (const auto role : forms::allRoles())
        if (const auto password = data->text("/" + std::string(forms::nameOf(role))))
            users.push_back({std::string(forms::nameOf(role)), *password});
    return users;
}

template <class Page>
workbench::WorkPage* make(wxWindow* parent, workbench::Bench& bench)
{
    return new Page(parent, bench);
}

std::vector<shell::Place> places()
{
    using i18n::messageId;
    using widgets::Icon;
    namespace place = workbench::place;
    constexpr auto Intake = desk::Activity::Intake;
    return {
        {place::Intake, Icon::Intake, messageId("Intake"), Intake, make<intake::IntakePage>},
        {place::Cases, Icon::Cases, messageId("Cases"), Intake, make<cases::CasesPage>},
        {place::Outbox, Icon::Outbox, messageId("Outbox"), Intake, make<outbox::OutboxPage>},
        {place::Inbox, Icon::Inbox, messageId("Inbox"), Intake, make<inbox::InboxPage>},
        {place::Review, Icon::Review, messageId("Review"), desk::Activity::Review, make<review::ReviewPage>},
        {place::Devices, Icon::Devices, messageId("Devices"), std::nullopt, make<devices::DevicesPage>}};
}

class OneWindow : public wxApp
{
  public:
    bool OnInit() override
    {
        SetAppName("onewindow");
        SetVendorName("onewindow");
        if (!wxApp::OnInit())
            return false;
        wxInitAllImageHandlers();
        if (const auto opened = open(); !opened) {
            complain(opened.error());
            return false;
        }
        m_looks.emplace(widgets::Theme::fromSystem());
        showFrame();
        return true;
    }

    int OnExit() override
    {
        m_bench.reset();  // joins its threads
        return wxApp::OnExit();
    }

    void OnInitCmdLine(wxCmdLineParser& parser) override
    {
        parser.SetSwitchChars("-");
        parser.AddSwitch("h", "help", wxString(), wxCMD_LINE_OPTION_HELP);
        parser.AddLongOption("data", "folder with this workstation's data");
        parser.AddLongOption("server", "back office for the first login");
        parser.AddLongOption("ca", "certificate the back office must show");
        parser.AddLongOption("demo-users", "file with the users of a demonstration");
        parser.AddLongOption("language", "zh_CN or en");
    }

    bool OnCmdLineParsed(wxCmdLineParser& parser) override
    {
        const auto option = [&parser](const char* name) {
            wxString value;
            return parser.Found(name, &value) ? value.utf8_string() : std::string();
        };
        m_data = option("data").empty() ? usualFolder() : std::filesystem::path(option("data"));
        m_login = {option("server"), option("ca"), readDemoUsers(option("demo-users"))};
        m_asked = option("language");
        return true;
    }

  private:
    base::Status open()
    {
        auto folder = offline::DataFolder::open(m_data);
        if (!folder)
            return base::passOn(folder);
        m_folder = std::move(*folder);
        offline::DesktopSecretStore secrets(sessionBus());
        auto vault = offline::Vault::open(*m_folder, {&secrets, std::nullopt});
        if (!vault)
            return base::passOn(vault);
        m_vault = std::move(*vault);
        m_surroundings.emplace(workbench::Surroundings{*m_folder, *m_vault, m_clock, scanWorker()});
        m_settings.emplace(m_folder->root() / "window.ini");
        m_bench.emplace(*m_surroundings, *m_settings, language());
        return {};
    }

    [[nodiscard]] scanner::WorkerSettings scanWorker() const
    {
        scanner::WorkerSettings worker;
        const std::filesystem::path own = wxStandardPaths::Get().GetExecutablePath().utf8_string();
        worker.program = own.parent_path() / "onewindow-scan-worker";
        worker.saneConfigPath = environment("SANE_CONFIG_DIR");
        return worker;
    }

    [[nodiscard]] i18n::Language language() const
    {
        if (const auto asked = i18n::parseLanguage(m_asked))
            return *asked;
        if (const auto remembered = m_settings ? m_settings->language() : std::nullopt)
            return *remembered;
        return i18n::parseLanguage(environment("ONEWINDOW_LANG")).value_or(i18n::Language::SimplifiedChinese);
    }

    /// Before there is a window to say it in.
    void complain(const base::Error& error) const
    {
        const auto text = i18n::translate(i18n::phraseOf(error), language());
        std::cerr << text << '\n';
        wxMessageBox(wxString::FromUTF8(text),
                     wxString::FromUTF8(i18n::translate("OneWindow", language())),
                     wxICON_ERROR | wxOK);
    }

    shell::MainFrame* showFrame()
    {
        auto* frame = new shell::MainFrame(*m_bench, places(), m_login);
        frame->onRebuild = [this, frame] {
            CallAfter([this, frame] {
                frame->Destroy();
                showFrame()->resume();
            });
        };
        SetTopWindow(frame);
        frame->Show();
        return frame;
    }

    std::filesystem::path m_data;
    shell::LoginSettings m_login;
    std::string m_asked;
    base::SystemClock m_clock;
    std::optional<offline::DataFolder> m_folder;
    std::optional<offline::Vault> m_vault;
    std::optional<workbench::Surroundings> m_surroundings;
    std::optional<workbench::WindowSettings> m_settings;
    std::optional<widgets::LookBook> m_looks;
    std::optional<workbench::Bench> m_bench;
};

}  // namespace

wxIMPLEMENT_APP(OneWindow);
