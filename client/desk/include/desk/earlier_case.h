#pragma once

#include <base/ids.h>

#include <forms/case.h>
#include <forms/guide.h>

#include <map>
#include <memory>
#include <string>

namespace desk {

/// Another case that is kept here: a draft can be filled from it.
struct EarlierCase {
    base::CaseId id;
    std::string number;  ///< official where it has one
    std::string matterName;
    std::shared_ptr<const forms::Guide> guide;
    std::map<std::string, forms::FormData> forms;
    forms::Answers answers = {};
};

[[nodiscard]] EarlierCase earlierOf(forms::Case earlier, std::shared_ptr<const forms::Guide> guide);

}  // namespace desk
