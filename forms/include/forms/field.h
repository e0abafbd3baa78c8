#pragma once

#include <optional>
#include <string>
#include <vector>

namespace forms {

/// What kind of control a field needs. Closed: a new kind leads through reader, validation, widget and summary.
enum class FieldKind { Text, MultiLine, Integer, Decimal, Date, Boolean, Choice, MultiChoice, Table };

struct FieldOption {
    std::string value;
    std::string title;
};

/// One field of a form as its schema describes it.
struct Field {
    std::string pointer;  ///< into the data: "/idno"; a column's is relative to its row
    std::string title;
    FieldKind kind = FieldKind::Text;
    bool required = false;
    bool readOnly = false;
    std::string format;   ///< cn-id, cn-uscc, cn-id-or-uscc, cn-phone, cn-address, date or empty
    std::string prefill;  ///< `x-prefill` as written, or empty
    std::string hint;     ///< the schema's description
    std::optional<std::size_t> maxLength;
    std::vector<FieldOption> options;  ///< Choice and MultiChoice
    std::vector<Field> columns;        ///< Table
};

}  // namespace forms
