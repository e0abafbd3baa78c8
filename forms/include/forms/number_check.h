#pragma once

#include <forms/identity_number.h>

#include <optional>
#include <string>
#include <string_view>

namespace forms {

/// What a number with a check character seems to be meant as.
enum class NumberKind {
    Citizen,     ///< 18 characters, GB 11643
    OldCitizen,  ///< 15 digits of before 1999: good for looking somebody up only
    CreditCode   ///< GB 32100
};

/// The first thing wrong with it, in the order a person would look.
enum class NumberFault {
    Length,
    Character,       ///< a sign the number's alphabet does not have, or not at this place
    Date,            ///< no real day
    CheckCharacter,  ///< mistyped somewhere
};

[[nodiscard]] std::string_view nameOf(NumberKind kind);  ///< "citizen", "citizen-15", "credit-code"
[[nodiscard]] std::string_view nameOf(
    NumberFault fault);  ///< "length", "character", "date", "check-character"
[[nodiscard]] std::string_view titleOf(NumberFault fault);  ///< message id, a sentence

struct NumberJudgement {
    NumberKind kind = NumberKind::Citizen;
    std::optional<NumberFault> fault;      ///< absent: the number is right
    std::optional<CitizenNumber> citizen;  ///< of a right citizen number; an old one as it is written today
};

/// Judges what somebody typed; blanks around it are nobody's fault.
[[nodiscard]] NumberJudgement judgeNumber(std::string_view text);

}  // namespace forms
