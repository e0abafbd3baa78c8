#pragma once

#include <forms/case_flow.h>

#include <string>
#include <vector>

namespace forms {

/// Who wants to do something with a case. Department, division and site are empty where nothing bounds the person.
struct Person {
    std::string user;
    std::vector<Role> roles;
    std::string department;  ///< OfficeDepartment::id
    std::string division;
    std::string site;  ///< Site::id

    [[nodiscard]] bool has(Role role) const;
};

}  // namespace forms
