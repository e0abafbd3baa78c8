#pragma once

#include <forms/bundle.h>
#include <forms/case.h>
#include <forms/completeness.h>
#include <forms/deadlines.h>
#include <forms/guide.h>

#include <memory>
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
};

/// Where pages go: a material of the guide, for one party where it is asked per party. An empty material means
/// "not decided yet": the page is kept with the case.
struct MaterialPlace {
    std::string material;
    std::string party;

    bool operator==(const MaterialPlace&) const = default;
};

}  // namespace desk
