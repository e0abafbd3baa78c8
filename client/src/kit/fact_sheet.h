#pragma once

#include <widgets/tone.h>

#include <wx/scrolwin.h>

#include <vector>

class wxStaticText;

namespace kit {

/// One thing known of something: what it is called and what it is.
struct Fact {
    wxString label;
    wxString value;                               ///< wrapped; may have several lines
    widgets::Tone tone = widgets::Tone::Neutral;  ///< of the value's ink

    bool operator==(const Fact&) const = default;
};

struct FactGroup {
    wxString title;
    std::vector<Fact> facts;

    bool operator==(const FactGroup&) const = default;
};

/// What is known of one thing, to be read: labels at the left, values beside them, under titles. Scrolls by wheel and
/// arrows. UI thread.
class FactSheet : public wxScrolledWindow
{
  public:
    /// `labelEms` is the width of the column of labels, in characters.
    FactSheet(wxWindow* parent, const wxString& name, double labelEms);

    /// The same again changes nothing; the same labels with other values keep the scroll.
    void show(std::vector<FactGroup> groups);

  private:
    struct Line {
        wxStaticText* label;
        wxStaticText* value;
    };

    void build();
    void fill();
    void fillValue(const Line& line, const Fact& fact);
    [[nodiscard]] bool hasShapeOf(const std::vector<FactGroup>& groups) const;
    [[nodiscard]] int valueWidth() const;

    double m_labelEms;
    std::vector<FactGroup> m_groups;
    std::vector<Line> m_lines;
    int m_width = 0;  ///< the values are wrapped to it
};

}  // namespace kit
