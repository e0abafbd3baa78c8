#pragma once

#include <intake/case_session.h>
#include <intake/findings_panel.h>
#include <intake/form_sheet.h>
#include <intake/guide_sheet.h>
#include <intake/material_sheet.h>
#include <intake/scan_run.h>
#include <intake/situation_panel.h>

#include <workbench/action_line.h>
#include <workbench/stage.h>

#include <forms/paper_kind.h>

#include <wx/panel.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

class wxSplitterWindow;

namespace kit {
class CardList;
class SectionHeader;
class SheetTabs;
}  // namespace kit

namespace intake {

/// One open case: situation and materials at the left, the form or a material's pages in the middle, what is lacking
/// at the right, what can be done at the foot.
class CasePanel : public wxPanel
{
  public:
    CasePanel(wxWindow* parent, workbench::Bench& bench, desk::CaseView view);
    ~CasePanel() override;

    [[nodiscard]] CaseSession& session() { return *m_session; }

    [[nodiscard]] wxString title() const;
    [[nodiscard]] workbench::Headline headline() const;

    void enter();
    bool press(const wxKeyEvent& event);

    // For going on after a start: the sheet in front and the field last typed in.
    [[nodiscard]] const std::string& sheet() const { return m_sheet; }

    [[nodiscard]] std::string field() const;
    void goTo(const std::string& sheet, const std::string& field);

    /// Shows that page and, when wished, scans it again at once.
    void goToPage(base::PageId page, workbench::Destination::Wish wish);

    std::function<void()> onChanged;  ///< title, headline or place changed
    std::function<void()> onAside;    ///< the person puts the case aside

    /// The case went over to another version of its guide: all that shows it is to be made anew.
    std::function<void(desk::CaseView)> onOtherVersion;

  private:
    // Layout (case_panel.cpp).
    void build();
    wxWindow* buildLeft(wxWindow* parent);
    wxWindow* buildMiddle(wxWindow* parent);
    void remember(wxSplitterWindow& splitter, const std::string& name, double otherwise, bool fromRight);

    // Showing (case_panel.cpp).
    void refresh(CaseSession::Change change);
    void showMaterials();
    void showGuide();
    void openSheet(const std::string& id);
    void openMaterial(const std::string& id);
    void goTo(const forms::Finding& finding, FindingsPanel::Go how);
    void refreshActions();
    [[nodiscard]] FormSheet* formSheet(const std::string& form);

    // Doing (case_steps.cpp).
    [[nodiscard]] std::vector<workbench::PageAction> actions();
    void scan(std::optional<base::PageId> instead);
    void scan(const desk::MaterialPlace& place, std::optional<base::PageId> instead);
    void scanEnded(const desk::ScanOrder& order, const base::Result<desk::ScanOutcome>& outcome);
    void tellScanFault(const desk::ScanOrder& order, const desk::ScanOutcome& outcome);
    void addFiles();
    void exempt();
    void defer();
    void askDeferral(const desk::MaterialPlace& place,
                     const std::string& material,
                     const forms::DeferralRange& range);
    void demand();
    void chooseLocalName();
    void moveElsewhere();
    void print(forms::PaperKind kind);
    void seal(forms::SealPurpose purpose);
    void sealNow(forms::SealPurpose purpose, desk::Insistence insistence);
    void answerMark(std::function<void()> then);
    [[nodiscard]] bool mayInsist() const;
    void askInsistence(forms::SealPurpose purpose);
    void notSealed(const base::Error& error);
    void sealed(forms::SealPurpose purpose);
    void takeInLate();
    void withdraw();
    void discarded(base::PageId page);
    void restoreDiscarded();

    // The version of the guide (case_version.cpp).
    void tellOtherVersion();
    void withOffer(void (CasePanel::*then)(const desk::VersionOffer&));
    void compareVersions(const desk::VersionOffer& offer);
    void checkAnew(const desk::VersionOffer& offer);
    void adopt();

    // A case of another matter (other_case_take.cpp).
    void chooseOther();
    void askOther(const desk::OtherCases& others);
    void takeFrom(const std::string& named);
    void putTaken(const desk::EarlierCase& other);

    // The applicant's earlier case (earlier_case_offer.cpp).
    void lookForEarlier();
    void offerEarlier(desk::EarlierCase earlier);
    void copyEarlier();

    workbench::Bench& m_bench;
    std::unique_ptr<CaseSession> m_session;
    std::unique_ptr<ScanRun> m_scan;
    std::vector<base::PageId> m_discarded;  ///< the last one last; Ctrl+Z brings it back
    std::optional<forms::SealPurpose> m_sealWhenScanned;
    bool m_entered = false;
    std::optional<desk::EarlierCase> m_earlier;
    std::string m_earlierOf;  ///< the applicant's number that was last looked for
    std::string m_sheet;
    base::Digest m_toldVersion;  ///< said already that it is in force
    SituationPanel* m_situation = nullptr;
    kit::SectionHeader* m_situationHeader = nullptr;
    kit::SectionHeader* m_materialsHeader = nullptr;
    kit::CardList* m_materials = nullptr;
    kit::SheetTabs* m_tabs = nullptr;
    std::vector<FormSheet*> m_forms;
    MaterialSheet* m_material = nullptr;
    GuideSheet* m_guide = nullptr;
    FindingsPanel* m_findings = nullptr;
    workbench::ActionLine* m_actions = nullptr;
};

}  // namespace intake
