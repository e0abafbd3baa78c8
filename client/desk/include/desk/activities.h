#pragma once

#include <forms/case_flow.h>

#include <vector>

namespace desk {

/// What people do at this program; a person sees the places of those her roles have a step in.
enum class Activity {
    Intake,  ///< cases are made and sealed here, and go out and come back
    Review   ///< steps are taken with cases that are at the back office
};

/// Read from the table of allowed steps (forms/case_flow.h): whoever may seal takes in; whoever has a step with a case
/// that was handed in reviews; the supervisor looks at all that is flagged.
[[nodiscard]] bool takesPart(const std::vector<forms::Role>& roles, Activity activity);

}  // namespace desk
