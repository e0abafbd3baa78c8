#pragma once

#include <desk/case_course.h>
#include <desk/told.h>

#include <forms/bundle.h>
#include <forms/case.h>
#include <forms/case_people.h>
#include <forms/catalogue_age.h>
#include <forms/completeness.h>
#include <forms/deadlines.h>
#include <forms/guide.h>
#include <forms/waiting.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace desk {

/// A case as somebody looks at it: the draft as stored, the guide version it keeps, and what the check says today.
struct CaseView {
    forms::Case draft;
    std::shared_ptr<const forms::Guide> guide;
    forms::Completeness completeness;
    forms::Deadlines deadlines = {};              ///< from its receipt, as long as it is not accepted
    std::vector<forms::ChildPlan> children = {};  ///< of a bundle, as the situation has them now

    /// The version of the guide that is in force today, where it is another one and the draft may go over to it.
    std::shared_ptr<const forms::Guide> newer = nullptr;

    /// What this workstation knows beside the check: "duplicate:<case id>" for a case of the same applicant and matter
    /// that is under way. Never blocks.
    std::vector<forms::Finding> beside = {};

    forms::CatalogueAge age = forms::CatalogueAge::Fresh;  ///< of the catalogue in force

    KnownCourse known = {};                        ///< what happened, the papers made, the reviewer's marks
    std::vector<forms::CaseClock> clocks = {};     ///< those that run or stand now
    forms::Waiting waits = {};                     ///< who has to act next
    std::vector<forms::PaperDue> papersDue = {};   ///< what is to be printed and handed over
    std::optional<Told> told = {};                 ///< what the applicant was told last, unless it was yes
    std::vector<i18n::Phrase> todo = {};           ///< what the window has to do now
    std::vector<forms::Annotation> unanswered = {};  ///< marks this draft has to answer before it is sealed
    std::optional<base::Error> unsealable = {};    ///< of a draft: why it is not sealed as it stands

    /// What the step that gave this view did to the papers of people who went or came back: to be told
    /// (desk/people_told.h).
    forms::PeopleChange people = {};
};

/// The case a finding of `CaseView::beside` speaks of; nothing for any other finding.
[[nodiscard]] std::optional<base::CaseId> otherCaseOf(const forms::Finding& finding);

/// Whether the case was accepted and a material that was put off, or a new scan, is still to come: IntakeDesk::reopen takes
/// it in.
[[nodiscard]] bool awaitsMaterials(const CaseView& view);

/// Whether the back office has nothing of the case: it is withdrawn by IntakeDesk::withdrawDraft, every other one by
/// ReviewDesk::act.
[[nodiscard]] bool isOnlyHere(forms::CaseState state, int revision);

/// Where pages go: a material of the guide, for one party where it is asked per party: its key, or by place "heir#2"
/// (forms::partyNamed); the first of the role without; or a paper of the case that was signed, by the token of its kind
/// ("deferral-commitment"). An empty material means "not decided yet": the page is kept with the case.
struct MaterialPlace {
    std::string material;
    std::string party;

    bool operator==(const MaterialPlace&) const = default;
};

}  // namespace desk
