#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace forms {

/// What paper a number stands on: Party::idType. Tokens are those of GA/T 2000.156 where it has one; the residence
/// permits of 2018 and organisations have words of their own.
enum class IdentityPaper {
    IdentityCard,     ///< 111 居民身份证
    ResidencePermit,  ///< "residence-permit" 港澳台居民居住证: 81, 82, 83, then 0000
    PermanentResidence,  ///< 553 外国人永久居留身份证: of 2023 (18 characters from 9) or before (3 letters, 12 digits)
    Passport,                ///< 414 护照
    HongKongMacauPermit,     ///< 516 港澳居民来往内地通行证
    TaiwanPermit,            ///< 511 台湾居民来往大陆通行证
    CreditCode,              ///< "uscc" 统一社会信用代码
    OrganisationWithoutCode  ///< "organisation": to be founded, or abroad
};

[[nodiscard]] std::string_view nameOf(IdentityPaper paper);
[[nodiscard]] std::string_view titleOf(IdentityPaper paper);  ///< message id
[[nodiscard]] std::optional<IdentityPaper> parseIdentityPaper(std::string_view token);
[[nodiscard]] std::span<const IdentityPaper> allIdentityPapers();

/// Whether it is a unit's and not a person's.
[[nodiscard]] bool isOrganisation(IdentityPaper paper);

/// Which paper a number seems to stand on; nothing for one that fits none, such as half a number or that of a machine.
[[nodiscard]] std::optional<IdentityPaper> identityPaperOf(std::string_view number);

/// Whether such a paper can bear this number, judged as folded (forms/folding.h). A credit code fits by its alphabet
/// and length alone: codes whose check characters do not compute are in the public register, so that is only warned
/// of. An organisation without a code may have any number or none; everybody else's empty number fits nothing.
[[nodiscard]] bool fits(IdentityPaper paper, std::string_view number);

}  // namespace forms
