#include "interrupt.h"
#include "verbs.h"

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>

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
    const auto runtime = environment("XDG_RUNTIME_DIR");
    const auto socket = std::filesystem::path(runtime) / "bus";
    std::error_code ignored;
    return !runtime.empty() && std::filesystem::exists(socket, ignored) ? "unix:path=" + socket.string() : "";
}

i18n::Language languageOf(const std::string& asked)
{
    for (const auto& tag : {asked, environment("ONEWINDOW_LANG")})
        if (const auto language = i18n::parseLanguage(tag))
            return *language;
    return i18n::Language::SimplifiedChinese;
}

struct GlobalOptions {
    std::string data;
    std::string server;
    std::string ca;
    std::string language;
    bool json = false;
};

void addGlobalOptions(CLI::App& program, GlobalOptions& options)
{
    program.add_option("--data", options.data, "Folder with this workstation's data")->type_name("DIR");
    program.add_option("--server", options.server, "Back office, remembered by login")->type_name("URL");
    program.add_option("--ca", options.ca, "Certificate the back office must show, remembered by login")
        ->type_name("FILE");
    program.add_option("--language", options.language, "Language of messages: zh_CN or en")->type_name("TAG");
    program.add_flag("--json", options.json, "Print one JSON document");
    program.require_subcommand(1);
    program.set_help_flag("-h,--help", i18n::translate("Print this help and exit", i18n::Language::English));
    program.set_version_flag("--version", "onewindow-cli " OW_VERSION);
}

void addVerbs(CLI::App& program, cli::Command& command)
{
    cli::addAccountVerbs(program, command);
    cli::addGuideVerbs(program, command);
    cli::addOfficeVerb(program, command);
    cli::addScanVerbs(program, command);
    auto* cases = program.add_subcommand("case", "Work on a case from the first question to the seal");
    cases->require_subcommand(1);
    cli::addCaseVerbs(*cases, command);
    cli::addMaterialVerbs(*cases, command);
    cli::addPageVerbs(*cases, command);
    cli::addPaperVerbs(*cases, command);
    cli::addCaseScanVerb(*cases, command);
    cli::addOutboxVerbs(program, command);
    cli::addReviewVerbs(program, command);
    cli::addAuditVerbs(program, command);
    cli::addNumberVerbs(program, command);
}

/// The help speaks the user's language; CLI11 wants it before anything is parsed.
void translateDescriptions(CLI::App& app, i18n::Language language)
{
    app.description(i18n::translate(app.get_description(), language));
    for (auto* option : app.get_options())
        option->description(i18n::translate(option->get_description(), language));
    for (auto* verb : app.get_subcommands([](CLI::App*) { return true; }))
        translateDescriptions(*verb, language);
}

std::string askedLanguage(int argc, char** argv)
{
    for (int i = 1; i + 1 < argc; ++i)
        if (std::string_view(argv[i]) == "--language")
            return argv[i + 1];
    return {};
}

cli::Settings settingsOf(const GlobalOptions& options)
{
    cli::Settings settings;
    settings.data = options.data;
    settings.server = options.server;
    settings.ca = options.ca;
    settings.language = languageOf(options.language);
    settings.programs = std::filesystem::read_symlink("/proc/self/exe").parent_path();
    settings.saneConfigPath = environment("SANE_CONFIG_DIR");
    settings.sessionBus = sessionBus();
    return settings;
}

}  // namespace

int main(int argc, char** argv)
{
    cli::Interrupt interrupt;
    GlobalOptions options;
    cli::Command command;
    CLI::App program{
        i18n::phrase("OneWindow without windows: cases, scanning, outbox and review from the command line.")
            .id};
    addGlobalOptions(program, options);
    addVerbs(program, command);
    translateDescriptions(program, languageOf(askedLanguage(argc, argv)));
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return program.exit(error) == 0 ? cli::exit_code::Done : cli::exit_code::Usage;
    }

    const base::SystemClock clock;
    const auto settings = settingsOf(options);
    const auto format = options.json ? cli::Format::Json : cli::Format::Text;
    cli::Context context(settings, clock, interrupt.token());
    const auto report = command.run(context);
    if (!report) {
        cli::print(report.error(), format, settings.language);
        return cli::exitCodeOf(report.error().code, command.asked);
    }
    cli::print(*report, format);
    return report->exit;
}
