#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace api {

/// The parameters behind a path's `?`, decoded; of a name given twice the last counts.
using Query = std::map<std::string, std::string, std::less<>>;

/// "state=submitted&cursor=…", percent-encoded (RFC 3986), in the order of the names, without the `?`; parameters
/// with an empty value are left out.
[[nodiscard]] std::string formatQuery(const Query& query);

/// Reads the text behind the `?` (`+` counts as a space); nothing for a broken percent sign.
[[nodiscard]] std::optional<Query> parseQuery(std::string_view text);

}  // namespace api
