#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace forms {

/// Where a field's or a question's first value comes from.
enum class PrefillSource {
    IdentityCard,  ///< "id_card", "id_card.name", "id_card_reader": what a card says
    EarlierCase,   ///< "case:<matter>", "case:<matter>.<field>"
    Situation,     ///< "situation:<question>"
    DataShare,     ///< "share:<source>"
    ELicence,      ///< "ecert:<certificate>"
    Derived        ///< "derive:<field>": computed from it
};

/// An `x-prefill` of a field, or a `prefill` of a question.
struct Prefill {
    PrefillSource source = PrefillSource::IdentityCard;
    std::string subject;  ///< the matter, question, source, certificate or field; empty for a card
    std::string part;     ///< of a card or an earlier case; empty = what the field's own name says

    bool operator==(const Prefill&) const = default;
};

/// Nothing for a source this program does not know, or one that names no subject.
[[nodiscard]] std::optional<Prefill> parsePrefill(std::string_view text);

/// What a card calls the part that a field or a prefill names: "number" for "idno" too. Empty = a card has no such part.
[[nodiscard]] std::string_view cardPartOf(std::string_view name);

}  // namespace forms
