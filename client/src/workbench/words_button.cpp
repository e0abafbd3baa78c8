#include <workbench/words_button.h>

#include <workbench/bench.h>

#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/looks.h>

#include <wx/menu.h>

namespace workbench {

WordsButton::WordsButton(wxWindow* parent,
                         const Bench& bench,
                         desk::WordsFor what,
                         const wxString& name,
                         std::function<void(const wxString&)> chosen)
    : wxButton(parent,
               wxID_ANY,
               bench.say("Usual words") + wxString::FromUTF8(" ▾"),
               wxDefaultPosition,
               wxDefaultSize,
               wxBU_EXACTFIT)
    , m_bench(bench)
    , m_what(what)
    , m_chosen(std::move(chosen))
{
    widgets::wear(*this, widgets::Look::Quiet);
    widgets::setAccessibleName(*this, name);
    Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { openMenu(); });
}

void WordsButton::openMenu()
{
    wxMenu menu;
    for (const auto id : desk::usualWords(m_what)) {
        const auto words = m_bench.say(id);
        auto* item = menu.Append(wxID_ANY, words);
        menu.Bind(
            wxEVT_MENU, [this, words](wxCommandEvent&) { m_chosen(words); }, item->GetId());
    }
    PopupMenu(&menu, 0, GetSize().y);
}

}  // namespace workbench
