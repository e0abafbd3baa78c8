#include "context.h"

#include <offline/data_folder.h>
#include <offline/line_to.h>
#include <offline/vault.h>

#include <iostream>

namespace cli {

Context::Context(Settings settings, const base::Clock& clock, std::stop_token stop)
    : m_settings(std::move(settings))
    , m_clock(clock)
    , m_stop(std::move(stop))
{}

base::Result<offline::Workplace*> Context::workplace()
{
    if (m_workplace)
        return m_workplace.get();
    if (m_settings.data.empty())
        return base::fail(base::ErrorCode::BadArgument,
                          "Say with --data where this workstation's data lies.");
    auto folder = offline::DataFolder::open(m_settings.data);
    if (!folder)
        return base::passOn(folder);
    m_folder = std::make_unique<offline::DataFolder>(std::move(*folder));
    offline::DesktopSecretStore secrets(m_settings.sessionBus);
    auto vault = offline::Vault::open(*m_folder, {&secrets, std::nullopt});
    if (!vault)
        return base::passOn(vault);
    m_vault = std::make_unique<offline::Vault>(std::move(*vault));
    auto workplace = offline::Workplace::open(*m_folder, *m_vault, m_clock);
    if (!workplace)
        return base::passOn(workplace);
    m_workplace = std::make_unique<offline::Workplace>(std::move(*workplace));
    if (const auto& salvage = m_workplace->database().salvage())
        std::cerr << say(
            "The store was damaged and has been salvaged: {count} records are back, the damaged file is kept in {file}.",
            {{"count", std::to_string(salvage->rows)}, {"file", salvage->copy.string()}})
                  << '\n';
    if (m_workplace->sessions().current()) {
        const auto recovered = desk::IntakeDesk(*m_workplace, line()).recoverSpool();
        if (!recovered)
            std::cerr << say(i18n::phraseOf(recovered.error())) << '\n';
        else if (*recovered > 0)
            std::cerr << say("{count} scanned pages of an interrupted batch were found and kept.",
                             {{"count", std::to_string(*recovered)}})
                      << '\n';
    }
    return m_workplace.get();
}

base::Result<offline::SignIn*> Context::signIn()
{
    const auto place = workplace();
    if (!place)
        return base::passOn(place);
    if (!m_signIn)
        m_signIn = std::make_unique<offline::SignIn>(**place, offline::lineTo);
    return m_signIn.get();
}

desk::Line Context::line()
{
    const auto session = m_workplace->sessions().current();
    return session && session->hasToken(m_clock.now()) ? desk::Line::There : desk::Line::Gone;
}

base::Result<desk::IntakeDesk> Context::intake()
{
    const auto place = workplace();
    if (!place)
        return base::passOn(place);
    return desk::IntakeDesk(**place, line());
}

std::unique_ptr<scanner::ScanSource> Context::scanSource() const
{
    scanner::WorkerSettings worker;
    worker.program = m_settings.programs / "onewindow-scan-worker";
    worker.saneConfigPath = m_settings.saneConfigPath;
    return std::make_unique<scanner::WorkerScanSource>(std::move(worker));
}

base::Result<base::CaseId> Context::caseId(const std::string& text)
{
    const auto place = workplace();
    if (!place)
        return base::passOn(place);
    return (*place)->cases().resolve(text);
}

std::string Context::say(const i18n::Phrase& phrase) const
{
    return i18n::translate(phrase, m_settings.language);
}

std::string Context::say(std::string_view message, std::vector<base::Argument> arguments) const
{
    return i18n::translate(i18n::phrase(std::string(message), std::move(arguments)), m_settings.language);
}

}  // namespace cli
