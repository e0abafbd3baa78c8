#pragma once

#include "schema.h"

#include <forms/form.h>

namespace forms {

/// The sentence for the person at the field for one violation of a form's schema. `field` is null for a place no
/// field stands for; `title` names it to the person.
[[nodiscard]] FormProblem describeProblem(const Violation& violation,
                                          const Field* field,
                                          const std::string& title);

/// "Enter {field}.", or "Choose {field}." where there is a list to choose from.
[[nodiscard]] i18n::Phrase askFor(const Field* field, const std::string& title);

}  // namespace forms
