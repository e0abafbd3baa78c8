#include <desk/activities.h>

#include <algorithm>

namespace desk {

namespace {

bool belongsTo(const forms::FlowStep& step, Activity activity)
{
    const bool seals = step.action == forms::Action::Seal;
    const bool handedIn = step.from != forms::CaseState::Draft && step.from != forms::CaseState::Sealed;
    return activity == Activity::Intake ? seals : handedIn;
}

}  // namespace

bool takesPart(const std::vector<forms::Role>& roles, Activity activity)
{
    const auto flow = forms::caseFlow();
    return std::any_of(roles.begin(), roles.end(), [&](forms::Role role) {
        return (role == forms::Role::Supervisor && activity == Activity::Review)
               || std::any_of(flow.begin(), flow.end(), [&](const forms::FlowStep& step) {
                      return step.role == role && belongsTo(step, activity);
                  });
    });
}

}  // namespace desk
