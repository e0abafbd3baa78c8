#pragma once

#include <widgets/tone.h>

#include <wx/string.h>

#include <string>

namespace kit {

/// One row of a CardList.
struct Card {
    std::string id;  ///< unique in its list
    widgets::Tone tone = widgets::Tone::Neutral;
    wxString glyph;   ///< one character for the round field (CardShape::Glyph)
    wxString state;   ///< the word for tone and glyph that a screen reader says first
    wxString strong;  ///< bold beginning of the title, may be empty
    wxString title;
    wxString detail;  ///< second line
    wxString badge;   ///< pill behind the title, may be empty
    widgets::Tone badgeTone = widgets::Tone::Neutral;
    wxString heading = {};  ///< stands over a card that begins a section

    /// What a screen reader says: heading, state, title, badge and detail.
    [[nodiscard]] wxString sentence() const;
};

enum class CardShape {
    Glyph,    ///< a round glyph before the text (materials)
    Edge,     ///< a coloured edge at the left, a line between rows (cases)
    Finding,  ///< a coloured edge and surface, a gap between cards (findings)
};

}  // namespace kit
