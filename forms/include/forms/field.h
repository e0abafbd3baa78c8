#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace forms {

/// What kind of control a field needs. Closed: a new kind leads through reader, validation, widget and summary.
enum class FieldKind {
    Text,
    MultiLine,
    Integer,
    Decimal,
    Date,
    Address,
    Boolean,
    Choice,
    MultiChoice,
    Table
};

/// How a choice is shown: as the program thinks best, or as the UI schema's `format: radio` asks.
enum class ChoiceLook { Automatic, Radio };

struct FieldOption {
    std::string value;  ///< as FormData::text() gives it
    std::string title;
    std::string json;  ///< the value as JSON: "\"1\"", "3", "true"
};

/// One field of a form as its schema describes it.
struct Field {
    std::string
        pointer;  ///< into the data: "/idno"; a column's is relative to its row, empty for a row that is a value
    std::string title;
    FieldKind kind = FieldKind::Text;
    bool required = false;
    bool readOnly = false;
    std::string format;   ///< cn-id, cn-uscc, cn-id-or-uscc, cn-phone, cn-address, date or empty
    std::string prefill;  ///< `x-prefill` as written, or empty
    std::string hint;     ///< the schema's description
    std::string initial;  ///< the schema's `default` as JSON, or empty
    std::optional<std::size_t> maxLength;
    ChoiceLook look = ChoiceLook::Automatic;
    std::vector<FieldOption> options;  ///< Choice and MultiChoice
    std::vector<Field> columns;        ///< Table
};

}  // namespace forms
