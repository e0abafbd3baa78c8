#pragma once

#include <forms/case.h>
#include <forms/guide.h>
#include <forms/row_ids.h>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace forms {

/// Where somebody of the case stands.
enum class SeatKind {
    Row,     ///< in a row of a table
    Fields,  ///< in fields of their own
    Hand     ///< in the list of those added by hand
};

/// Somebody of the case with the place that names him. Seats without name and number are none.
struct Seat {
    SeatKind kind = SeatKind::Hand;
    Party party;
    std::size_t rule = 0;                    ///< Row, Fields: of Guide::parties
    std::string table;                       ///< Row: pointer of the table
    std::size_t row = 0;                     ///< Row
    std::string rowId;                       ///< Row; empty where the table is keyed by place
    std::size_t hand = 0;                    ///< Hand: of Case::parties
    std::string handKey;                     ///< Hand: the key as it is kept there
    std::optional<std::size_t> sameAs = {};  ///< the seat where this person stands first, in the same role
    bool paperFits = true;                   ///< false: the number is on none of the papers that may be shown

    [[nodiscard]] NamedNumber person() const { return {party.name, party.idNumber}; }
};

/// What the people of a case are found in.
struct PeoplePlaces {
    const std::map<std::string, FormData>& forms;
    const std::map<std::string, RowIds>& rows;
    const std::vector<Party>& added;
};

[[nodiscard]] inline PeoplePlaces placesOf(const Case& draft)
{
    return {draft.forms, draft.rows, draft.parties};
}

/// Everybody, in the order of partiesOf(), also those who stand twice.
[[nodiscard]] std::vector<Seat> seatsOf(const Guide& guide, const PeoplePlaces& places);

/// The same for one place before and after an edit, whoever sits there.
[[nodiscard]] std::string placeName(const Seat& seat);

/// Whether the papers of that entry lie under a key that nobody has.
[[nodiscard]] bool isOfNobody(const Guide& guide, const std::vector<Seat>& seats, const CaseMaterial& entry);

}  // namespace forms
