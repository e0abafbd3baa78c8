#pragma once

#include <forms/form_data.h>
#include <forms/guide.h>

#include <map>
#include <string>
#include <string_view>

namespace desk {

/// What stands in the field of that name (or pointer) in the first of the guide's forms where anything does. Empty: no
/// form has such a field, or it is blank in all of them.
[[nodiscard]] std::string fieldText(const forms::Guide& guide,
                                    const std::map<std::string, forms::FormData>& forms,
                                    std::string_view name);

}  // namespace desk
