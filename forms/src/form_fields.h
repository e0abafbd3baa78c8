#pragma once

#include <forms/form.h>

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <string>
#include <vector>

namespace forms {

/// The fields a schema's properties describe, in the schema's own order, references followed. A member that is
/// itself an object stands for its members; a table's rows likewise.
struct SchemaFields {
    std::vector<Field> fields;
    std::map<std::string, std::string>
        groups;                       ///< pointer of an object inside the data -> its title, maybe empty
    std::vector<FormRemark> remarks;  ///< what has no control
};

[[nodiscard]] SchemaFields readFields(const nlohmann::ordered_json& schema);

}  // namespace forms
