#pragma once

#include <string_view>

namespace forms {

/// Whether a guide may name this format: cn-id, cn-uscc, cn-id-or-uscc, cn-phone, cn-address, date. Others are
/// notes to the reader and judge nothing (JSON Schema draft-07, section 7).
[[nodiscard]] bool isTextFormat(std::string_view format);

/// Whether such a text is a number of letters and digits, in which blanks and dashes mean nothing.
[[nodiscard]] bool isNumberFormat(std::string_view format);

/// Whether the text is of that format, judged as folded (forms/folding.h). Empty text is: that something must be there
/// is said by `required`. An unknown format holds always.
///
/// cn-uscc and cn-id-or-uscc take a credit code whose check characters do not compute: that is warned of
/// (forms/form_check.h). date takes a day as cards print it, and 长期.
///
/// cn-address must lead to a door: somewhere a number (Arabic, Chinese or a letter) stands before 号, 室, 幢, 栋,
/// 座, 单元, 层, 楼, 组, 弄, 户 or 房, after at least four other characters; a web shop's https:// address stands
/// for its place.
[[nodiscard]] bool holdsFormat(std::string_view format, std::string_view text);

}  // namespace forms
