#pragma once

#include <forms/case.h>
#include <forms/guide.h>

#include <string>

namespace forms {

/// What paper a party's number stands on, as it is kept with the number.
struct PartyPaper {
    std::string idType;  ///< empty: the number is none of a paper (a machine's), or there is none
    bool fits = true;  ///< false: the number is not of the paper that was chosen, or of none the guide allows
};

/// `party.idType` is what was chosen for it, or empty: then the paper follows from the number, among those that the guide's
/// parties allow for the role (PartyRule::idTypes).
[[nodiscard]] PartyPaper paperOf(const Guide& guide, const Party& party);

/// The column of a table that asks for the kind of paper, as a pointer below the row: a choice whose values are all tokens
/// of papers. Empty: the table has none.
[[nodiscard]] std::string paperColumn(const Guide& guide, const PartyRule& rule, const std::string& table);

}  // namespace forms
