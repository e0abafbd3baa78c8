#include <workbench/bench.h>

#include <wx/datetime.h>

#include <chrono>
#include <cstdlib>

namespace workbench {

namespace {

constexpr int Quarter = 90;

}  // namespace

Bench::Bench(const Surroundings& surroundings, WindowSettings& settings, i18n::Language language)
    : m_surroundings(surroundings)
    , m_settings(settings)
    , m_language(language)
    , m_reader(surroundings)
    , m_counter(surroundings, m_online)
    , m_search(surroundings, m_online)
    , m_guides(surroundings, m_online)
    , m_scanner(surroundings, m_online)
    , m_line(surroundings, m_online)
    , m_review(surroundings, m_online)
{}

wxString Bench::say(std::string_view id, std::vector<base::Argument> arguments) const
{
    return say(i18n::Phrase{std::string(id), std::move(arguments)});
}

wxString Bench::say(const i18n::Phrase& phrase) const
{
    return wxString::FromUTF8(i18n::translate(phrase, m_language));
}

wxString Bench::sayCount(std::string_view one, std::string_view other, std::uint64_t count) const
{
    return wxString::FromUTF8(i18n::translatePlural(one, other, count, m_language));
}

std::string Bench::timeText(base::Timestamp time)
{
    constexpr long HallOffset = 8 * 3600;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count();
    return wxDateTime(static_cast<time_t>(seconds))
        .Format("%Y-%m-%d %H:%M", wxDateTime::TimeZone(HallOffset))
        .utf8_string();
}

kit::PageSource Bench::pageSource(const forms::Page& page)
{
    return {page.sha256.toString(),
            [this, digest = page.sha256](std::stop_token) { return m_reader.read(digest); },
            static_cast<int>(page.dpi.value),
            rotationOf(page)};
}

void Bench::tell(const base::Error& error)
{
    tell(error, std::string(base::nameOf(error.code)) + error.message);
}

void Bench::tell(const base::Error& error, const std::string& key)
{
    if (error.code == base::ErrorCode::Cancelled || m_stage == nullptr)
        return;
    const bool grave = error.code == base::ErrorCode::Damaged || error.code == base::ErrorCode::NoSpace
                       || error.code == base::ErrorCode::Failed;
    tell(grave ? widgets::Tone::Danger : widgets::Tone::Warn, key, say(i18n::phraseOf(error)));
}

void Bench::tell(widgets::Tone tone, const std::string& key, const wxString& text)
{
    if (m_stage != nullptr)
        m_stage->show({key, tone, text, {}});
}

void Bench::hush(const std::string& key)
{
    if (m_stage != nullptr)
        m_stage->closeAttention(key);
}

kit::Rotation rotationOf(const forms::Page& page)
{
    int degrees = 0;
    for (const auto& edit : page.edits)
        if (edit.kind == "rotate")
            degrees += std::atoi(edit.value.c_str());
    return static_cast<kit::Rotation>(((degrees / Quarter) % 4 + 4) % 4);
}

}  // namespace workbench
