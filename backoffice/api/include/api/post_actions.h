#pragma once

#include <base/clock.h>
#include <base/date.h>
#include <base/ids.h>
#include <base/result.h>

#include <api/endpoint.h>
#include <forms/case_flow.h>
#include <forms/child_flow.h>
#include <forms/period.h>
#include <forms/step.h>

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace api {

/// Takes a step with a case. The same action id with the same bytes gets the same answer again; with others 409.
/// 403 forbidden or separation (DESIGN 5.9); 409 when the case moved on or somebody else has it.
inline constexpr Endpoint PostActions{"POST", "/v1/cases/{id}/actions"};

[[nodiscard]] std::string actionsPath(base::CaseId caseId);

/// A step with the case or with one child of a bundle (一件事). What of them only comes by itself, or with a sealed
/// revision, is refused with 403.
using RequestedAction = std::variant<forms::Action, forms::ChildAction>;

[[nodiscard]] std::string_view nameOf(
    const RequestedAction& action);  ///< "request-correction", "finish-child"
[[nodiscard]] std::optional<RequestedAction> parseRequestedAction(std::string_view token);

struct ActionRequest {
    base::ActionId id;  ///< given at birth, so that a lost answer doubles nothing
    RequestedAction action = forms::Action::Claim;
    int revision = 1;                     ///< the one the person looked at; 409 when there is a newer one
    std::string reason;                   ///< for the applicant where the law wants one; else a note
    std::vector<std::string> cites;       ///< forms/citation.h; settle-flag: the cause
    std::optional<base::Date> until;      ///< suspend: when it is expected to end; resume: when it ended
    std::optional<forms::Period> period;  ///< extend: by how much; suspend: how long it takes
    std::string procedure;                ///< suspend: code of the guide's special procedure
    std::string child = {};  ///< id of the child a ChildAction is about; empty, and left out, with others
    std::string taker = {};  ///< deliver: who took it
    std::string how = {};    ///< deliver: "person", "agent", "mail"
    std::string proof = {};  ///< deliver: what shows it

    bool operator==(const ActionRequest&) const = default;
};

/// What is asked for, as the rules read it (forms/step.h). Of a ChildAction nothing but the reason.
[[nodiscard]] forms::StepRequest stepOf(const ActionRequest& request);

struct ActionAnswer {
    base::CaseId caseId;
    int revision = 1;
    forms::CaseState state = forms::CaseState::Submitted;
    std::string number;                           ///< the official one
    std::string claimedBy;                        ///< empty = nobody has it
    std::optional<forms::ChildState> child = {};  ///< after a ChildAction: where that child stands now

    bool operator==(const ActionAnswer&) const = default;
};

/// Reading knows citations by their earlier name `points`, too.
[[nodiscard]] std::string toJson(const ActionRequest& request);
[[nodiscard]] base::Result<ActionRequest> parseActionRequest(std::string_view json);
[[nodiscard]] std::string toJson(const ActionAnswer& answer);
[[nodiscard]] base::Result<ActionAnswer> parseActionAnswer(std::string_view json);

}  // namespace api
