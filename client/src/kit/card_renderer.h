#pragma once

#include <kit/card.h>

#include <wx/dataview.h>

#include <vector>

namespace kit {

/// Paints the cards of a list. The value of a cell is its row. The cards are the list's and outlive it.
class CardRenderer : public wxDataViewCustomRenderer
{
  public:
    CardRenderer(const std::vector<Card>& cards, CardShape shape);

    bool SetValue(const wxVariant& value) override;
    bool GetValue(wxVariant& value) const override;
    wxSize GetSize() const override;
    bool Render(wxRect cell, wxDC* dc, int state) override;

  private:
    void paintHeading(wxRect& cell, wxDC& dc) const;  ///< takes its height from the cell
    void paintSurface(const wxRect& cell, wxDC& dc, int state) const;
    void paintGlyph(const wxRect& place, wxDC& dc) const;
    void paintTitle(const wxRect& line, wxDC& dc) const;
    [[nodiscard]] int paintBadge(const wxRect& line, wxDC& dc) const;

    const std::vector<Card>& m_cards;
    CardShape m_shape;
    long m_row = 0;
};

}  // namespace kit
