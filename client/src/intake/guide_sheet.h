#pragma once

#include <intake/case_session.h>

#include <desk/matter_sheet.h>

#include <wx/panel.h>

#include <optional>

class wxTextCtrl;

namespace intake {

/// "About this matter": everything the guide says, for the situation as it stands (desk::aboutMatter).
class GuideSheet : public wxPanel
{
  public:
    GuideSheet(wxWindow* parent, workbench::Bench& bench, const CaseSession& session);

    /// Reads the sheet anew when the answers changed; called while it is shown.
    void refresh();

  private:
    void show(const std::vector<desk::SheetSection>& sections);

    workbench::Bench& m_bench;
    const CaseSession& m_session;
    wxTextCtrl* m_text;
    std::optional<forms::Answers> m_shown;  ///< the answers of what is shown
};

}  // namespace intake
