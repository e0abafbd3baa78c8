#pragma once

#include <forms/case.h>
#include <forms/guide.h>

#include <string>
#include <string_view>

namespace desk {

/// What stands in the field of that name (or pointer) in the first of the guide's forms where anything does. Empty: no
/// form has such a field, or it is blank in all of them.
[[nodiscard]] std::string fieldText(const forms::Guide& guide,
                                    const forms::Case& draft,
                                    std::string_view name);

}  // namespace desk
