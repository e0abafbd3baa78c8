#pragma once

#include <forms/answers.h>

#include <string>
#include <vector>

namespace forms {

/// A guide's example: a situation with the answer the guide's author expects. Examples are tests
/// (GUIDE-FORMAT: every exemption not in `exemptionFailed` counts as proved, one party per role).
struct GuideExample {
    std::string name;
    Answers answers;
    std::vector<std::string> provided;
    std::vector<std::string> exemptionFailed;
    bool offline = false;
    std::string verdict;
    std::string route;
    std::vector<std::string> required;
    std::vector<std::string> exempt;
    std::vector<std::string> missing;
};

}  // namespace forms
