#include "category_book.h"

#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/theme.h>

#include <wx/notebook.h>
#include <wx/sizer.h>

#include <algorithm>

namespace widgets {

CategoryBook::CategoryBook(wxWindow* parent, const forms::LayoutNode& element)
    : FormPart(parent, element)
    , m_book(new wxNotebook(this, wxID_ANY))
{
    auto* only = new wxBoxSizer(wxVERTICAL);
    only->Add(m_book, wxSizerFlags().Expand());
    SetSizer(only);
    setAccessibleName(*m_book, wxString::FromUTF8(element.label));
    m_book->Bind(wxEVT_NOTEBOOK_PAGE_CHANGED, [this](wxBookCtrlEvent& event) {
        event.Skip();
        // The tabs of a book inside this one are heard here too.
        if (event.GetEventObject() == m_book && onTurned) {
            onTurned();
        }
    });
}

LayoutBox* CategoryBook::addCategory(const forms::LayoutNode& category)
{
    auto* box = new LayoutBox(m_book, category);
    const std::size_t page = m_pages.size();
    const wxString label =
        wxString::FromUTF8(category.label.empty() ? std::to_string(page + 1) : category.label);
    box->SetBackgroundColour(Theme::fromSystem().panel);
    box->onState = [this, page](forms::FieldState state) {
        return show(page, state != forms::FieldState::Hidden);
    };
    m_pages.push_back({box, label, true});
    m_book->AddPage(box, label);
    return box;
}

std::size_t CategoryBook::tabOf(std::size_t page) const
{
    return static_cast<std::size_t>(std::count_if(m_pages.begin(),
                                                  m_pages.begin() + static_cast<std::ptrdiff_t>(page),
                                                  [](const Page& each) { return each.shown; }));
}

bool CategoryBook::show(std::size_t page, bool shown)
{
    auto& each = m_pages[page];
    if (each.shown == shown) {
        return false;
    }
    const std::size_t tab = tabOf(page);
    each.shown = shown;
    if (shown) {
        m_book->InsertPage(tab, each.box, each.label);
    } else {
        m_book->RemovePage(tab);
        each.box->Hide();
    }
    return true;
}

void CategoryBook::fitTo(int width)
{
    const LayoutKit kit(*this);
    int height = 0;
    for (const auto& page : m_pages) {
        page.box->fitTo(width - kit.gap());
        if (page.shown) {
            height = std::max(height, page.box->GetBestSize().y);
        }
    }
    m_book->SetMinSize(m_book->CalcSizeFromPage(wxSize(width - kit.gap(), height)));
    InvalidateBestSize();
}

void CategoryBook::reveal(const wxWindow& window)
{
    for (std::size_t page = 0; page < m_pages.size(); ++page) {
        if (m_pages[page].shown && m_pages[page].box->IsDescendant(const_cast<wxWindow*>(&window))) {
            m_book->SetSelection(tabOf(page));
        }
    }
}

}  // namespace widgets
