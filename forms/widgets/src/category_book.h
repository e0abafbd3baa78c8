#pragma once

#include "layout_box.h"

#include <functional>
#include <vector>

class wxNotebook;

namespace widgets {

/// Categories of a form as tabs. A category that the rules hide has no tab.
class CategoryBook : public FormPart
{
  public:
    CategoryBook(wxWindow* parent, const forms::LayoutNode& element);

    /// The page of one more category, to be filled.
    LayoutBox* addCategory(const forms::LayoutNode& category);

    void fitTo(int width) override;

    /// Brings the category to the front in which that window stands; nothing when it stands in none.
    void reveal(const wxWindow& window);

    std::function<void()> onTurned;  ///< another category is in front

  private:
    struct Page {
        LayoutBox* box;
        wxString label;
        bool shown;
    };

    bool show(std::size_t page, bool shown);
    [[nodiscard]] std::size_t tabOf(std::size_t page) const;  ///< the tab it has, or would have

    wxNotebook* m_book;
    std::vector<Page> m_pages;
};

}  // namespace widgets
