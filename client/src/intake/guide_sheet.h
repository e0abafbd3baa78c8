#pragma once

#include <workbench/bench.h>

#include <desk/matter_sheet.h>
#include <forms/guide.h>

#include <wx/panel.h>

#include <memory>
#include <optional>

class wxTextCtrl;

namespace intake {

/// "About this matter": everything the guide says, for a situation as it stands (desk::aboutMatter). UI thread.
class GuideSheet : public wxPanel
{
  public:
    GuideSheet(wxWindow* parent, workbench::Bench& bench);

    /// What stands there already is not read again. Dates count from `received`, else from now.
    void show(std::shared_ptr<const forms::Guide> guide,
              const forms::Answers& answers,
              std::optional<base::Timestamp> received);
    void clear();

  private:
    void write(const std::vector<desk::SheetSection>& sections);

    workbench::Bench& m_bench;
    wxTextCtrl* m_text;
    std::shared_ptr<const forms::Guide>
        m_guide;  ///< of what is shown; null = nothing is. The store shares it
    forms::Answers m_answers;
};

}  // namespace intake
