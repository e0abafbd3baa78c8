#pragma once

#include <wx/bmpbndl.h>
#include <wx/colour.h>

namespace widgets {

/// The line drawings of the program, the same on every desktop. Never without a name beside them or for a
/// screen reader.
enum class Icon {
    Intake,
    Cases,
    Outbox,
    Inbox,
    Review,
    Supervise,
    Devices,
    Search,
    Scan,
    Calendar,
    Add,
    Remove,
    Up,
    Down,
    Close,
    Previous,
    Next,
    ZoomIn,
    ZoomOut,
    Fit,
    RotateLeft,
    RotateRight,
    Mark,
    Hand,
};

/// Sharp at every scale. `side` in DIP of the window it is for.
[[nodiscard]] wxBitmapBundle iconBundle(Icon icon, const wxColour& colour, int side);

}  // namespace widgets
