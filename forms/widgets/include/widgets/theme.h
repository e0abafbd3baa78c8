#pragma once

#include <widgets/tone.h>

#include <wx/colour.h>
#include <wx/font.h>

namespace widgets {

enum class TextRole { Body, Strong, Section, Small };

/// The colours of the program, derived from the desktop's own: light or dark, its text, its surfaces, and its
/// accent, darkened or lightened until text on it can be read (contrast 4.5, WCAG 2.1 AA). A value: ask again
/// after wxEVT_SYS_COLOUR_CHANGED.
struct Theme {
    bool dark = false;
    wxColour text;
    wxColour muted;      ///< second lines, hints
    wxColour line;       ///< hairlines between panels
    wxColour panel;      ///< surface of lists and forms
    wxColour ground;     ///< behind panels and tabs; of a field that cannot be typed into
    wxColour canvas;     ///< behind pages
    wxColour accent;     ///< primary action, choice made
    wxColour onAccent;   ///< text on accent, danger and ok
    wxColour selection;  ///< the chosen row
    wxColour nav;        ///< the vertical navigation
    wxColour navText;
    wxColour navChosen;
    wxColour danger;  ///< filled: a destructive action, a mark
    wxColour ok;

    /// UI thread.
    [[nodiscard]] static Theme fromSystem();

    [[nodiscard]] wxColour ink(Tone tone) const;    ///< text and glyphs; readable on panel and on soft(tone)
    [[nodiscard]] wxColour soft(Tone tone) const;   ///< surface of badges, findings and bars
    [[nodiscard]] wxColour strip(Tone tone) const;  ///< the edge of a finding
};

/// `share` 0 is all `from`, 1 all `to`.
[[nodiscard]] wxColour blend(const wxColour& from, const wxColour& to, double share);

/// WCAG 2.1 contrast ratio, 1..21.
[[nodiscard]] double contrast(const wxColour& one, const wxColour& other);

/// `colour` moved towards black or white until it reaches `ratio` against `ground`.
[[nodiscard]] wxColour readable(const wxColour& colour, const wxColour& ground, double ratio = 4.5);

/// The desktop's font in that role.
[[nodiscard]] wxFont fontFor(TextRole role);

}  // namespace widgets
