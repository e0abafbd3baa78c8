#include <widgets/theme.h>

#include <wx/settings.h>

#include <algorithm>
#include <cmath>

namespace widgets {
namespace {

double linear(unsigned char channel)
{
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const wxColour& colour)
{
    return 0.2126 * linear(colour.Red()) + 0.7152 * linear(colour.Green()) + 0.0722 * linear(colour.Blue());
}

/// Grey themes have no accent of their own.
bool isColourful(const wxColour& colour)
{
    const auto [low, high] = std::minmax({colour.Red(), colour.Green(), colour.Blue()});
    return high - low > 60;
}

wxColour hueOf(Tone tone)
{
    switch (tone) {
    case Tone::Neutral: return {102, 112, 133};
    case Tone::Info: return {43, 100, 177};
    case Tone::Ok: return {27, 107, 55};
    case Tone::Warn: return {217, 154, 0};
    case Tone::Danger: return {197, 55, 44};
    }
    return {102, 112, 133};
}

}  // namespace

wxColour blend(const wxColour& from, const wxColour& to, double share)
{
    const auto mix = [share](unsigned char a, unsigned char b) {
        return static_cast<unsigned char>(std::lround(a + (b - a) * share));
    };
    return {mix(from.Red(), to.Red()), mix(from.Green(), to.Green()), mix(from.Blue(), to.Blue())};
}

double contrast(const wxColour& one, const wxColour& other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

wxColour readable(const wxColour& colour, const wxColour& ground, double ratio)
{
    const wxColour goal = luminance(ground) > 0.18 ? *wxBLACK : *wxWHITE;
    constexpr double Step = 0.04;
    for (double share = 0; share < 1; share += Step) {
        if (const wxColour tried = blend(colour, goal, share); contrast(tried, ground) >= ratio) {
            return tried;
        }
    }
    return goal;
}

Theme Theme::fromSystem()
{
    Theme theme;
    theme.dark = wxSystemSettings::GetAppearance().IsUsingDarkBackground();
    theme.panel = wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW);
    theme.text = wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT);
    theme.ground = blend(theme.panel, theme.text, theme.dark ? 0.05 : 0.08);
    theme.line = blend(theme.panel, theme.text, 0.18);
    theme.muted = readable(blend(theme.panel, theme.text, 0.62), theme.ground);
    theme.canvas = theme.dark ? wxColour(24, 27, 32) : wxColour(107, 116, 128);
    theme.onAccent = *wxWHITE;
    const wxColour highlight = wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHT);
    theme.accent = readable(isColourful(highlight) ? highlight : hueOf(Tone::Info), theme.onAccent, 5.0);
    theme.selection = blend(theme.panel, theme.accent, theme.dark ? 0.42 : 0.13);
    theme.nav = theme.dark ? wxColour(23, 31, 41) : wxColour(36, 52, 71);
    theme.navText = wxColour(200, 211, 223);
    theme.navChosen = theme.dark ? wxColour(44, 66, 90) : wxColour(53, 80, 107);
    theme.danger = readable(hueOf(Tone::Danger), theme.onAccent, 5.0);
    theme.ok = readable(hueOf(Tone::Ok), theme.onAccent, 5.0);
    return theme;
}

wxColour Theme::ink(Tone tone) const
{
    if (tone == Tone::Neutral) {
        return muted;
    }
    return readable(tone == Tone::Info ? accent : hueOf(tone), soft(tone), 5.0);
}

wxColour Theme::soft(Tone tone) const
{
    const double share = dark ? 0.30 : 0.12;
    switch (tone) {
    case Tone::Neutral: return blend(panel, text, dark ? 0.10 : 0.05);
    case Tone::Info: return blend(panel, accent, share);
    case Tone::Warn: return blend(panel, hueOf(tone), dark ? 0.24 : 0.17);
    case Tone::Ok:
    case Tone::Danger: return blend(panel, hueOf(tone), share);
    }
    return panel;
}

wxColour Theme::strip(Tone tone) const
{
    return tone == Tone::Info ? accent
                              : blend(hueOf(tone), *wxWHITE, dark || tone == Tone::Neutral ? 0.2 : 0.0);
}

wxFont fontFor(TextRole role)
{
    const wxFont body = wxSystemSettings::GetFont(wxSYS_DEFAULT_GUI_FONT);
    constexpr double Smaller = 0.87;
    switch (role) {
    case TextRole::Body: return body;
    case TextRole::Strong: return body.Bold();
    case TextRole::Section: return body.Bold().Scaled(0.94F);
    case TextRole::Small: return body.Scaled(static_cast<float>(Smaller));
    }
    return body;
}

}  // namespace widgets
