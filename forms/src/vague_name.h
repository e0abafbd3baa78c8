#pragma once

#include <string_view>

namespace forms {

/// Whether a material's name leaves open what to bring (其他材料, 有关部门规定的证明, 身份证、户口簿等), or a condition what
/// is demanded (法律法规规定的其他条件): nobody can meet that in one visit.
[[nodiscard]] bool isVague(std::string_view text);

}  // namespace forms
