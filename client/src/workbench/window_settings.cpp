#include <workbench/window_settings.h>

#include <wx/fileconf.h>
#include <wx/log.h>

namespace workbench {

namespace {

constexpr int DefaultLockMinutes = 10;

}  // namespace

WindowSettings::WindowSettings(const std::filesystem::path& file)
{
    const wxLogNull quiet;
    m_file = std::make_unique<wxFileConfig>(wxString(),
                                            wxString(),
                                            wxString::FromUTF8(file.string()),
                                            wxString(),
                                            wxCONFIG_USE_LOCAL_FILE | wxCONFIG_USE_NO_ESCAPE_CHARACTERS);
    m_file->DisableAutoSave();
}

WindowSettings::~WindowSettings() = default;

std::string WindowSettings::text(const char* key) const
{
    return m_file->Read(wxString::FromAscii(key), wxString()).utf8_string();
}

void WindowSettings::write(const char* key, const std::string& value)
{
    const wxLogNull quiet;
    m_file->Write(wxString::FromAscii(key), wxString::FromUTF8(value));
    m_file->Flush();
}

std::optional<i18n::Language> WindowSettings::language() const
{
    return i18n::parseLanguage(text("window/language"));
}

void WindowSettings::remember(i18n::Language language)
{
    write("window/language", std::string(i18n::tagOf(language)));
}

std::string WindowSettings::user() const
{
    return text("window/user");
}

void WindowSettings::rememberUser(const std::string& name)
{
    write("window/user", name);
}

OpenCases WindowSettings::openCases() const
{
    OpenCases open;
    std::string ids = text("open/cases");
    while (!ids.empty()) {
        const auto comma = ids.find(',');
        if (const auto id = base::CaseId::parse(ids.substr(0, comma)))
            open.cases.push_back(*id);
        ids.erase(0, comma == std::string::npos ? comma : comma + 1);
    }
    open.front = base::CaseId::parse(text("open/front"));
    open.sheet = text("open/sheet");
    open.field = text("open/field");
    return open;
}

void WindowSettings::remember(const OpenCases& open)
{
    if (open == openCases())
        return;
    std::string ids;
    for (const auto id : open.cases)
        ids += (ids.empty() ? "" : ",") + id.toString();
    m_file->Write("open/cases", wxString::FromUTF8(ids));
    m_file->Write("open/front", open.front ? wxString::FromUTF8(open.front->toString()) : wxString());
    m_file->Write("open/sheet", wxString::FromUTF8(open.sheet));
    write("open/field", open.field);
}

scanner::ScanRequest WindowSettings::scan() const
{
    scanner::ScanRequest request;
    request.device = scanner::DeviceId::parse(text("scan/device")).value_or(scanner::DeviceId{});
    request.source = scanner::parsePaperSource(text("scan/source")).value_or(scanner::PaperSource::Adf);
    request.mode = scanner::parseColourMode(text("scan/mode")).value_or(scanner::ColourMode::Colour);
    request.dpi = base::Dpi{static_cast<decltype(base::Dpi::value)>(m_file->ReadLong("scan/dpi", 300))};
    return request;
}

void WindowSettings::remember(const scanner::ScanRequest& request)
{
    m_file->Write("scan/device", wxString::FromUTF8(request.device.toString()));
    m_file->Write("scan/source", wxString::FromUTF8(std::string(nameOf(request.source))));
    m_file->Write("scan/mode", wxString::FromUTF8(std::string(nameOf(request.mode))));
    write("scan/dpi", std::to_string(request.dpi.value));
}

std::optional<wxRect> WindowSettings::place() const
{
    wxRect rect(static_cast<int>(m_file->ReadLong("window/x", 0)),
                static_cast<int>(m_file->ReadLong("window/y", 0)),
                static_cast<int>(m_file->ReadLong("window/width", 0)),
                static_cast<int>(m_file->ReadLong("window/height", 0)));
    return rect.width > 0 && rect.height > 0 ? std::optional(rect) : std::nullopt;
}

bool WindowSettings::maximized() const
{
    return m_file->ReadBool("window/maximized", false);
}

void WindowSettings::rememberPlace(const wxRect& place, bool maximized)
{
    if (!maximized) {
        m_file->Write("window/x", place.x);
        m_file->Write("window/y", place.y);
        m_file->Write("window/width", place.width);
        m_file->Write("window/height", place.height);
    }
    m_file->Write("window/maximized", maximized);
    const wxLogNull quiet;
    m_file->Flush();
}

int WindowSettings::columnEms(const std::string& name, int otherwise) const
{
    return static_cast<int>(m_file->ReadLong(wxString::FromUTF8("columns/" + name), otherwise));
}

void WindowSettings::rememberColumn(const std::string& name, int ems)
{
    write(("columns/" + name).c_str(), std::to_string(ems));
}

int WindowSettings::lockAfterMinutes() const
{
    return static_cast<int>(m_file->ReadLong("window/lock", DefaultLockMinutes));
}

void WindowSettings::rememberLock(int minutes)
{
    write("window/lock", std::to_string(minutes));
}

}  // namespace workbench
