#pragma once

#include <review/page_view.h>
#include <review/work_list.h>

#include <workbench/action_line.h>
#include <workbench/points_panel.h>
#include <workbench/work_page.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

class wxTextCtrl;

namespace review {

/// The reviewer's place: work list, the pages with marks, the review points with what the clerk found, and the steps
/// that may be taken now.
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
    /// What this reviewer found so far, kept while the case lies open.
    struct Judgement {
        std::string verdict;
        std::string note;
    };

    wxWindow* buildRight();
    [[nodiscard]] std::vector<workbench::PageAction> actions();

    void load(base::CaseId id);
    void show(desk::Dossier dossier);
    void showPoints();
    void showHistory();
    void refreshActions();
    [[nodiscard]] bool isAllowed(const api::RequestedAction& action) const;

    // Steps (review_steps.cpp).
    void claimOrRelease();
    void drawn(const forms::PercentBox& box);
    void reply();
    void take(forms::Action action);
    void requestCorrection(forms::Action action);
    void suspend();
    void extend();
    void act(desk::ReviewStep step);
    [[nodiscard]] std::vector<std::string> failedPoints() const;
    [[nodiscard]] std::string correctionText() const;

    std::shared_ptr<const desk::Dossier> m_dossier;
    std::map<std::string, Judgement> m_judgements;  ///< by "material/point"
    WorkList* m_list;
    PageView* m_view;
    workbench::PointsPanel* m_points = nullptr;
    wxTextCtrl* m_opinion = nullptr;
    wxTextCtrl* m_history = nullptr;
    workbench::ActionLine* m_actions = nullptr;
    bool m_marking = false;
    bool m_both = false;
};

}  // namespace review
