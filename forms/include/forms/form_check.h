#pragma once

#include <base/date.h>

#include <forms/form.h>

#include <vector>

namespace forms {

/// All that is wrong with what is filled into a form, in field order: what its schema says (Form::validate), and what
/// none can, in fields and in rows of tables alike:
/// - Block "future": a birth date, or that of an identity number, lies after `today`;
/// - Block "contradiction": birth date or sex is not that of the identity number beside it;
/// - Warn "check-character": a unified social credit code that does not compute.
/// Birth date and sex are known by `x-prefill` (id_card.birth, id_card.sex, derive:<number>), else by name or title;
/// the number by its format and by whose it is: the same prefix (spouse_birth, spouse_number), or the only one there.
[[nodiscard]] std::vector<FormProblem> checkForm(const Form& form, const FormData& data, base::Date today);

/// Whether nothing in the list blocks.
[[nodiscard]] bool isValid(const std::vector<FormProblem>& problems);

}  // namespace forms
