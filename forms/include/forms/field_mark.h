#pragma once

#include <forms/case.h>

#include <optional>
#include <string>
#include <string_view>

namespace forms {

/// A place of a form that a mark stands at.
struct FieldPlace {
    std::string form;
    std::string pointer;  ///< into the form's data: "/tel", "/heirs/1/name"

    bool operator==(const FieldPlace&) const = default;
};

/// The place as a mark names it (Annotation::pointer): "/forms/application/tel". In a table whose rows have ids the row is
/// named by its id, "/forms/application/heirs/@r2/name", so that the mark stays with its row.
[[nodiscard]] std::string fieldTarget(const Case& draft, const FieldPlace& place);

/// The place that such a target means in this case; nothing for a target that is no field's, or whose row is gone.
[[nodiscard]] std::optional<FieldPlace> fieldPlaceOf(const Case& draft, std::string_view target);

/// Whether a target is one of a field, wherever its row went.
[[nodiscard]] bool isFieldTarget(std::string_view target);

/// What stands at a target: text of a field, JSON of a row or a table; empty where there is nothing.
[[nodiscard]] std::string valueAtTarget(const Case& draft, std::string_view target);

}  // namespace forms
