#pragma once

#include <papers/notice_document.h>
#include <papers/notice_facts.h>

#include <string>
#include <vector>

namespace papers {

/// "示例甲", "示例甲、示例乙", "示例甲、示例乙等3人"; a list below names them all where there are several.
[[nodiscard]] std::string namesText(const std::vector<NamedPerson>& people);

/// Kind of paper and number, a person's masked: "居民身份证 330399********0245". Empty without a number.
[[nodiscard]] std::string numberText(const NamedPerson& person);

/// Name, kind of paper and number in one line.
[[nodiscard]] std::string personText(const NamedPerson& person);

/// Whom the paper speaks to: 你, 你单位, 你们.
[[nodiscard]] std::string youText(const NoticeFacts& facts);

/// How the applicant speaks: 本人, 本单位, 各申请人.
[[nodiscard]] std::string selfText(const NoticeFacts& facts);

/// How the issuer speaks: 本机关, 本机构 where land is registered, 本单位 for an undertaking.
[[nodiscard]] std::string issuerText(const NoticeFacts& facts);

/// Everybody who applies, where there are several.
[[nodiscard]] RuledTable applicantsTable(const NoticeFacts& facts);

/// "示例甲、示例乙等3人：" on a line of its own.
[[nodiscard]] Paragraph addressee(const NoticeFacts& facts);

}  // namespace papers
