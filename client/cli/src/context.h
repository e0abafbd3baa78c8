#pragma once

#include <base/clock.h>
#include <base/result.h>
#include <desk/intake_desk.h>
#include <i18n/language.h>
#include <offline/secret_store.h>
#include <offline/sign_in.h>
#include <offline/workplace.h>
#include <scanner/worker_scan_source.h>

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>

namespace cli {

/// What main found on the command line and in its surroundings.
struct Settings {
    std::filesystem::path data;
    std::string server;
    std::filesystem::path ca;
    i18n::Language language = i18n::Language::SimplifiedChinese;
    std::filesystem::path programs;  ///< folder of onewindow-scan-worker
    std::string saneConfigPath;      ///< SANE_CONFIG_DIR as found
    std::string sessionBus;          ///< address of the session bus, or empty
};

/// The data folder with everything in it, opened when the first verb asks. One thread.
class Context
{
  public:
    Context(Settings settings, const base::Clock& clock, std::stop_token stop);

    [[nodiscard]] const Settings& settings() const { return m_settings; }

    [[nodiscard]] const base::Clock& clock() const { return m_clock; }

    [[nodiscard]] std::stop_token stop() const { return m_stop; }

    /// Opens (or makes) the data folder and keeps pages a crash left in the spool.
    [[nodiscard]] base::Result<offline::Workplace*> workplace();
    [[nodiscard]] base::Result<offline::SignIn*> signIn();
    [[nodiscard]] base::Result<desk::IntakeDesk> intake();

    /// Whether the session has a token: else exemptions by data sharing are not to be had.
    [[nodiscard]] desk::Line line();
    [[nodiscard]] std::unique_ptr<scanner::ScanSource> scanSource() const;

    /// A case by id, its beginning, or its number.
    [[nodiscard]] base::Result<base::CaseId> caseId(const std::string& text);

    [[nodiscard]] std::string say(const i18n::Phrase& phrase) const;
    [[nodiscard]] std::string say(std::string_view message, std::vector<base::Argument> arguments = {}) const;

  private:
    Settings m_settings;
    const base::Clock& m_clock;
    std::stop_token m_stop;
    std::unique_ptr<offline::DataFolder> m_folder;
    std::unique_ptr<offline::Vault> m_vault;
    std::unique_ptr<offline::Workplace> m_workplace;
    std::unique_ptr<offline::SignIn> m_signIn;
};

}  // namespace cli
