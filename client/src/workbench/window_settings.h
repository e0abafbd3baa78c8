#pragma once

#include <base/ids.h>
#include <i18n/language.h>
#include <scanner/scan_request.h>

#include <wx/gdicmn.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class wxFileConfig;

namespace workbench {

/// What was open, so that a start after any end goes on there.
struct OpenCases {
    std::vector<base::CaseId> cases;  ///< in the order of their tabs
    std::optional<base::CaseId> front;
    std::string sheet;  ///< of the case in front
    std::string field;  ///< pointer of the field the clerk was in; empty = none

    bool operator==(const OpenCases&) const = default;
};

/// Choices and places of windows remembered between starts, in window.ini of the data folder: nothing of a person.
/// A file that does not read counts as empty. Every `remember` is written at once. UI thread.
class WindowSettings
{
  public:
    explicit WindowSettings(const std::filesystem::path& file);
    ~WindowSettings();

    [[nodiscard]] std::optional<i18n::Language> language() const;
    void remember(i18n::Language language);

    [[nodiscard]] std::string user() const;  ///< who logged in last
    void rememberUser(const std::string& name);

    [[nodiscard]] OpenCases openCases() const;
    void remember(const OpenCases& open);

    /// Device, source, resolution and mode chosen last; an empty driver when none was.
    [[nodiscard]] scanner::ScanRequest scan() const;
    void remember(const scanner::ScanRequest& request);

    /// Nothing when the window was never moved.
    [[nodiscard]] std::optional<wxRect> place() const;
    [[nodiscard]] bool maximized() const;
    void rememberPlace(const wxRect& place, bool maximized);

    /// Width of a column of a page, in characters of the font, so that another screen keeps the proportion.
    [[nodiscard]] int columnEms(const std::string& name, int otherwise) const;
    void rememberColumn(const std::string& name, int ems);

    /// Minutes without a hand on it after which the window locks itself.
    [[nodiscard]] int lockAfterMinutes() const;
    void rememberLock(int minutes);

  private:
    [[nodiscard]] std::string text(const char* key) const;
    void write(const char* key, const std::string& value);

    std::unique_ptr<wxFileConfig> m_file;
};

}  // namespace workbench
