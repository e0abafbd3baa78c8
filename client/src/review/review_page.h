#pragma once

#include <review/page_view.h>
#include <review/work_list.h>

#include <workbench/action_line.h>
#include <workbench/points_panel.h>
#include <workbench/work_page.h>

#include <desk/correction.h>
#include <kit/fact_sheet.h>

#include <memory>
#include <string>
#include <vector>

class wxTextCtrl;

namespace review {

class PartsPanel;

/// The reviewer's place: work list, the pages with marks, the review points with what the clerk found, the parts of a
/// bundle, and the steps that may be taken now.
class ReviewPage : public workbench::WorkPage
{
  public:
    ReviewPage(wxWindow* parent, workbench::Bench& bench);
    ~ReviewPage() override;

    void enter() override;
    void arrive(const workbench::Destination& destination) override;
    void news() override;
    bool press(const wxKeyEvent& event) override;

  private:
    wxWindow* buildRight();
    void addOpinion(wxWindow& panel, wxSizer& column);
    [[nodiscard]] std::vector<workbench::PageAction> actions();

    void load(base::CaseId id);
    void show(desk::Dossier dossier);
    void showPoints();
    void showHistory();
    void refreshActions();
    void refreshSteps();
    [[nodiscard]] bool isAllowed(const api::RequestedAction& action) const;
    [[nodiscard]] workbench::PointGroup marksGroup() const;
    [[nodiscard]] workbench::PointGroup groupOf(const forms::CaseMaterial& material) const;
    [[nodiscard]] workbench::PointRow rowOf(const forms::CaseMaterial& material,
                                            const forms::ReviewPoint& point) const;
    void judged(const std::string& id, const std::string& verdict);

    // Parts of a bundle (review_parts.cpp).
    [[nodiscard]] const api::ChildRecord* partOf(const std::string& child) const;
    void refreshParts();
    void settlePart(const std::string& child);

    // Steps (review_steps.cpp).
    void claimOrRelease();
    void toggleMarking();
    void toggleBoth();
    void drawn(const forms::PercentBox& box);
    void setMark(const forms::PercentBox& box, const std::string& point, const std::string& text);
    void reply();
    void settle(base::AnnotationId mark, desk::MarkVerdict verdict);
    void take(forms::Action action);
    void requestCorrection();
    void returnToWindow();
    void refuse(forms::Action action);
    void handOut(forms::Action action);
    void settleFlag();
    void suspend();
    void suspendUntil(const std::string& procedure, const std::string& reason);
    void extend();
    void act(desk::ReviewStep step);
    void sendBack(forms::Action action, const std::string& reason);
    void acted(const base::Result<api::ActionAnswer>& answer);
    [[nodiscard]] std::string opinion() const;
    [[nodiscard]] std::vector<desk::CorrectionPoint> toCorrect() const;

    std::shared_ptr<const desk::Dossier> m_dossier;
    desk::Judgements m_judgements;  ///< what this reviewer found so far, kept while the case lies open
    WorkList* m_list;
    PageView* m_view;
    workbench::PointsPanel* m_points = nullptr;
    PartsPanel* m_parts = nullptr;
    wxTextCtrl* m_opinion = nullptr;
    kit::FactSheet* m_history = nullptr;
    workbench::ActionLine* m_actions = nullptr;
    bool m_marking = false;
    bool m_both = false;
};

}  // namespace review
