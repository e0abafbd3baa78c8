#pragma once

#include <string>
#include <string_view>

namespace forms {

struct Party;

/// A person's name as lists show it, never longer than the name: 示*甲, 示*, 示*·*丽; of a name in Latin letters the first
/// of each word, S**** J**. Signs that nobody sees are left out.
[[nodiscard]] std::string maskName(std::string_view name);

/// An identity number as lists show it, folded: six signs and four at the ends of 15 or more, two and two of eight or
/// more, none of a shorter one.
[[nodiscard]] std::string maskNumber(std::string_view number);

/// Who it is as lists show it: a person masked, a unit by its name, which is public.
[[nodiscard]] std::string maskedName(const Party& party);

}  // namespace forms
