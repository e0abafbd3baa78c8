#include <widgets/icon.h>

#include <string>

namespace widgets {
namespace {

/// Strokes in a box of 24 by 24.
const char* strokesOf(Icon icon)
{
    switch (icon) {
    case Icon::Intake: return "M6 3h9l4 4v14H6z M15 3v4h4 M9 11h7 M9 15h7";
    case Icon::Cases: return "M4 6h16 M4 12h16 M4 18h16";
    case Icon::Outbox: return "M12 15V4 M7.5 8.5L12 4l4.5 4.5 M4 14v6h16v-6";
    case Icon::Inbox: return "M12 4v11 M7.5 10.5L12 15l4.5-4.5 M4 14v6h16v-6";
    case Icon::Review: return "M4 20l1-4L16 5l3 3L8 19z M14 7l3 3";
    case Icon::Supervise: return "M4 18a8.5 8.5 0 1 1 16 0z M12 15l4-5";
    case Icon::Devices: return "M4 7h9 M17 7h3 M4 17h3 M11 17h9 M15 5v4 M9 15v4";
    case Icon::Search: return "M10.5 4a6.5 6.5 0 1 0 0.01 0z M15.5 15.5L20 20";
    case Icon::Scan: return "M5 8V4h4 M15 4h4v4 M19 16v4h-4 M9 20H5v-4 M4 12h16";
    case Icon::Calendar: return "M4 6h16v14H4z M4 10h16 M8 3v4 M16 3v4";
    case Icon::Add: return "M12 5v14 M5 12h14";
    case Icon::Remove: return "M5 7h14 M9 7V4h6v3 M7 7l1 13h8l1-13";
    case Icon::Up: return "M12 19V6 M6.5 11.5L12 6l5.5 5.5";
    case Icon::Down: return "M12 5v13 M6.5 12.5L12 18l5.5-5.5";
    case Icon::Close: return "M6 6l12 12 M18 6L6 18";
    case Icon::Previous: return "M15 5l-7 7 7 7";
    case Icon::Next: return "M9 5l7 7-7 7";
    case Icon::ZoomIn: return "M10.5 4a6.5 6.5 0 1 0 0.01 0z M15.5 15.5L20 20 M7.5 10.5h6 M10.5 7.5v6";
    case Icon::ZoomOut: return "M10.5 4a6.5 6.5 0 1 0 0.01 0z M15.5 15.5L20 20 M7.5 10.5h6";
    case Icon::Fit: return "M6 3h12v18H6z M12 7v10 M9.5 9.5L12 7l2.5 2.5 M9.5 14.5L12 17l2.5-2.5";
    case Icon::RotateLeft: return "M5 5v5h5 M5.5 10a7.5 7.5 0 1 1-0.8 5";
    case Icon::RotateRight: return "M19 5v5h-5 M18.5 10a7.5 7.5 0 1 0 0.8 5";
    case Icon::Mark: return "M4 6h16v12H4z M8 12h8";
    case Icon::Hand:
        return "M12 3v18 M3 12h18 M9.5 5.5L12 3l2.5 2.5 M9.5 18.5L12 21l2.5-2.5 M5.5 9.5L3 12l2.5 2.5 M18.5 9.5L21 12l-2.5 2.5";
    }
    return "";
}

}  // namespace

wxBitmapBundle iconBundle(Icon icon, const wxColour& colour, int side)
{
    const std::string svg =
        std::string("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\"><path d=\"")
        + strokesOf(icon) + "\" fill=\"none\" stroke=\"" + colour.GetAsString(wxC2S_HTML_SYNTAX).utf8_string()
        + "\" stroke-width=\"1.9\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/></svg>";
    return wxBitmapBundle::FromSVG(svg.c_str(), wxSize(side, side));
}

}  // namespace widgets
