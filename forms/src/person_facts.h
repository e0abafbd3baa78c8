#pragma once

#include <forms/field.h>

#include <vector>

namespace forms {

/// Which fields of a form, or columns of a table, speak of the same person. Null where there is none.
struct PersonFields {
    const Field* number = nullptr;
    const Field* birth = nullptr;
    const Field* sex = nullptr;
};

/// Whether the field takes a citizen number, and perhaps others.
[[nodiscard]] bool takesCitizenNumber(const Field& field);

/// Every birth date, with the number it belongs to where that is clear (forms/form_check.h), and every sex with a number.
/// The pointers are into `fields`.
[[nodiscard]] std::vector<PersonFields> personsIn(const std::vector<Field>& fields);

}  // namespace forms
