#pragma once

#include <forms/case.h>
#include <forms/guide.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace forms {

/// Where a party of a role stands in a row: pointers below the row ("/name"); `number` may be empty.
struct PersonColumns {
    std::string role;
    std::string name;
    std::string number;
};

/// A table of a form in whose rows people of the case stand. Its rows have ids that stay with them (Case::rows).
struct PeopleTable {
    std::string pointer;  ///< "/heirs"
    std::vector<PersonColumns> people;
};

/// The tables of a form that the guide's parties point into, each once, in the guide's order.
[[nodiscard]] std::vector<PeopleTable> peopleTables(const Guide& guide, std::string_view form);

/// How many rows the table at that pointer has; 0 for what is no table.
[[nodiscard]] std::size_t rowCount(const FormData& data, const std::string& table);

/// The ids of a table's rows; nullptr where it is keyed by place: no ids, not one for each row, or one of them twice.
[[nodiscard]] const std::vector<std::string>* idsOfRows(const std::map<std::string, RowIds>& rows,
                                                        const std::string& form,
                                                        const std::string& table,
                                                        std::size_t count);

/// Which row of the table before each row of it after an edit is; nothing for a new one. Rows are the same that are equal,
/// or have the same person's number, or the same person's name; what is left is matched by its place among those, the
/// least changed first. A row that was emptied, or names somebody else by name and number, is no longer the row it was.
[[nodiscard]] std::vector<std::optional<std::size_t>> sameRows(const PeopleTable& table,
                                                               const FormData& before,
                                                               const FormData& after);

/// Gives the id of a new row: its table and its index after the edit.
using NewRowId = std::function<std::string(const PeopleTable& table, std::size_t row)>;

/// The ids after an edit: every row keeps its own through sorting, deleting, inserting and typing (sameRows). `ids` has
/// one for each row of every table before.
[[nodiscard]] RowIds rowsAfter(const std::vector<PeopleTable>& tables,
                               const FormData& before,
                               const RowIds& ids,
                               const FormData& after,
                               const NewRowId& newId);

/// Somebody as a form or the list of those added by hand has them.
struct NamedNumber {
    std::string name;
    std::string number;

    [[nodiscard]] bool empty() const { return name.empty() && number.empty(); }
};

/// The same number, folded (forms/folding.h). Nobody without a number is the same as anybody.
[[nodiscard]] bool hasSameNumber(const NamedNumber& one, const NamedNumber& other);

/// Whether the one took the place of the other: both name and number are there and different, and no number is the other
/// one half typed. A corrected name or number alone makes nobody else.
[[nodiscard]] bool isSomebodyElse(const NamedNumber& before, const NamedNumber& after);

}  // namespace forms
