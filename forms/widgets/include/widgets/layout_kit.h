#pragma once

#include <wx/sizer.h>

class wxWindow;

namespace widgets {

/// Every distance of the program, derived from the size of the window's font, so that the same code fits
/// 1366x768 and a scaled 4K screen. All answers are in the window's pixels. No other file knows a number of
/// pixels. A value; make one where you lay out.
class LayoutKit
{
  public:
    explicit LayoutKit(const wxWindow& window);

    [[nodiscard]] int em() const;               ///< the font's size
    [[nodiscard]] int ems(double count) const;  ///< a width in Chinese characters
    [[nodiscard]] int hair() const;             ///< a line between two surfaces
    [[nodiscard]] int smallGap() const;         ///< between things that are one
    [[nodiscard]] int gap() const;              ///< between neighbours
    [[nodiscard]] int padding() const;          ///< from a panel's edge to what is in it
    [[nodiscard]] int strip() const;            ///< width of a finding's coloured edge
    [[nodiscard]] int controlHeight() const;    ///< of fields, buttons and choices
    [[nodiscard]] int rowHeight() const;        ///< of a list with one line
    [[nodiscard]] int cardHeight() const;       ///< of a list with two lines
    [[nodiscard]] int barHeight() const;        ///< of the top line and the line of actions
    [[nodiscard]] int navWidth() const;
    [[nodiscard]] int glyph() const;  ///< side of a state's round glyph
    [[nodiscard]] int icon() const;   ///< side of a navigation icon

    /// Room for a label with the usual air around it.
    [[nodiscard]] wxSize buttonSize(const wxWindow& button, const wxString& label) const;

    /// In a row: centred across, a gap after it.
    [[nodiscard]] wxSizerFlags inRow() const;
    /// In a column: as wide as the column, a gap under it.
    [[nodiscard]] wxSizerFlags inColumn() const;
    /// The only content of a panel.
    [[nodiscard]] wxSizerFlags inPanel() const;

  private:
    int m_em;
    int m_hair;
};

}  // namespace widgets
