#pragma once

#include <kit/attention_bar.h>
#include <widgets/tone.h>

#include <base/ids.h>

#include <wx/string.h>

#include <cstddef>
#include <optional>
#include <string>

namespace workbench {

/// The places of the navigation, by the ids of its items.
namespace place {

inline constexpr const char* Intake = "intake";
inline constexpr const char* Cases = "cases";
inline constexpr const char* Outbox = "outbox";
inline constexpr const char* Inbox = "inbox";
inline constexpr const char* Review = "review";
inline constexpr const char* Devices = "devices";

}  // namespace place

namespace attention {

/// That the window could not be closed; over when what was typed is saved.
inline constexpr const char* Closing = "closing";

}  // namespace attention

/// Where somebody wants to go, and what for.
struct Destination {
    enum class Wish {
        Show,
        Rescan  ///< the page again, at once
    };

    std::string place;
    std::optional<base::CaseId> caseId;
    std::optional<base::PageId> page;
    Wish wish = Wish::Show;
};

/// What the top line says of the page in front.
struct Headline {
    wxString strong;  ///< matter and situation
    wxString detail;  ///< number, guide version
    widgets::Tone tone = widgets::Tone::Neutral;
    wxString badge;  ///< empty = none

    bool operator==(const Headline&) const = default;
};

/// What pages ask of the window they stand in. UI thread.
class Stage
{
  public:
    virtual ~Stage() = default;
    virtual void show(kit::Attention attention) = 0;
    virtual void closeAttention(const std::string& key) = 0;  ///< and all below that key
    virtual void go(const Destination& destination) = 0;
    virtual void setHeadline(const std::string& place, const Headline& headline) = 0;
    virtual void count(const std::string& place, std::size_t waiting) = 0;

    /// A case was put into the outbox, or somebody does not want to wait: send and fetch at once.
    virtual void sendNow() = 0;

    /// Another release of the guides is in force: every page shows what is true now.
    virtual void guidesChanged() = 0;

    /// The language was changed: the window is made anew, open cases come back.
    virtual void rebuild() = 0;
};

}  // namespace workbench
