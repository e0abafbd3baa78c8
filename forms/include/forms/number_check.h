#pragma once

#include <forms/identity_number.h>
#include <forms/identity_paper.h>

#include <optional>
#include <string>
#include <string_view>

namespace forms {

/// What a number seems to be meant as.
enum class NumberKind {
    Citizen,     ///< 18 characters, GB 11643, those of residence permits and permanent resident cards too
    OldCitizen,  ///< 15 digits of before 1999: good for looking somebody up only
    CreditCode,  ///< GB 32100
    OtherPaper   ///< a passport, permit or older permanent resident card: nothing in it can be computed
};

/// The first thing wrong with it, in the order a person would look.
enum class NumberFault {
    Length,
    Character,       ///< a sign the number's alphabet does not have, or not at this place
    Date,            ///< no real day
    Future,          ///< born after today
    CheckCharacter,  ///< mistyped somewhere
};

[[nodiscard]] std::string_view nameOf(
    NumberKind kind);  ///< "citizen", "citizen-15", "credit-code", "other-paper"
[[nodiscard]] std::string_view nameOf(
    NumberFault fault);  ///< "length", "character", "date", "future", "check-character"
[[nodiscard]] std::string_view titleOf(NumberFault fault);  ///< message id, a sentence

struct NumberJudgement {
    NumberKind kind = NumberKind::Citizen;
    std::optional<NumberFault> fault;  ///< absent: the number may be used
    std::optional<NumberFault>
        doubt;  ///< to be looked at: a credit code whose check characters do not compute
    std::optional<IdentityPaper> paper;    ///< of a number without fault, where it tells
    std::optional<CitizenNumber> citizen;  ///< of a right citizen number; an old one as it is written today
};

/// Judges what somebody typed, as folded (forms/folding.h).
[[nodiscard]] NumberJudgement judgeNumber(std::string_view text, base::Date today);

}  // namespace forms
