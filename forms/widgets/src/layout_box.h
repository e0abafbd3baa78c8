#pragma once

#include "form_part.h"

#include <functional>
#include <vector>

class wxBoxSizer;
class wxStaticText;

namespace widgets {

/// Elements one below the other or side by side, with a heading where they are a group.
class LayoutBox : public FormPart
{
  public:
    LayoutBox(wxWindow* parent, const forms::LayoutNode& element);

    void add(FormPart* part);  ///< made with this as its parent
    void fitTo(int width) override;

    /// The page of a category: shown by its book, not by itself.
    std::function<bool(forms::FieldState)> onState;
    bool setState(forms::FieldState state) override;

  private:
    [[nodiscard]] bool isRow() const { return element().kind == forms::LayoutKind::Horizontal; }

    [[nodiscard]] bool isPage() const { return element().kind == forms::LayoutKind::Category; }

    void buildHeading(wxBoxSizer& column);
    [[nodiscard]] std::size_t shownParts() const;

    wxBoxSizer* m_parts;
    std::vector<FormPart*> m_children;
};

/// Words of the form's author between the fields.
class LayoutText : public FormPart
{
  public:
    LayoutText(wxWindow* parent, const forms::LayoutNode& element);

    void fitTo(int width) override;

  private:
    wxStaticText* m_words;
};

}  // namespace widgets
