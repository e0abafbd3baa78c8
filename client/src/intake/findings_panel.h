#pragma once

#include <intake/case_session.h>

#include <kit/card.h>

#include <wx/panel.h>

#include <functional>
#include <vector>

class wxStaticText;

namespace kit {
class CardList;
class SectionHeader;
}  // namespace kit

namespace intake {

/// What the check says: what stops, what the clerk is asked, what the applicant is told. Choosing one shows its place,
/// Enter, a double click or F8 goes there.
class FindingsPanel : public wxPanel
{
  public:
    FindingsPanel(wxWindow* parent, workbench::Bench& bench, CaseSession& session);

    void refresh();
    void goToNext();  ///< after the one chosen; from the last to the first

    enum class Go {
        Look,  ///< the place is to be in sight
        Work   ///< and to have the focus
    };
    std::function<void(const forms::Finding&, Go)> onGo;

  private:
    struct Group {
        forms::FindingLevel level;
        widgets::Tone tone;
        kit::SectionHeader* header = nullptr;
        kit::CardList* list = nullptr;
        std::size_t shown = 0;
    };

    [[nodiscard]] std::vector<forms::Finding> findings() const;  ///< the check's, and what stands beside it
    void addGroup(forms::FindingLevel level, widgets::Tone tone, const wxString& title);
    [[nodiscard]] kit::Card cardOf(const forms::Finding& finding, widgets::Tone tone) const;
    void go(const std::string& id, Go how);

    workbench::Bench& m_bench;
    CaseSession& m_session;
    std::vector<Group> m_groups;
    wxStaticText* m_nothing;
    std::string m_last;
};

}  // namespace intake
