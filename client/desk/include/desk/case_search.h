#pragma once

#include <offline/case_store.h>

#include <string_view>

namespace desk {

/// What a text typed over the list of cases asks for: an identity number (GB 11643 or GB 32100, with its check
/// character; 15 digits of before 1999 as they are written today), a case number (letters and digits with a hyphen, or digits), else a whole name. Empty text asks for
/// nothing.
[[nodiscard]] offline::CaseFilter caseSearch(std::string_view text);

}  // namespace desk
