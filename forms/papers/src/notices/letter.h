#pragma once

#include "../wording.h"

#include <base/result.h>

#include <papers/notice_document.h>
#include <papers/notice_facts.h>

#include <string>

namespace papers {

/// What papers of the issuer begin with: whom they speak to, and all applicants where there are several.
[[nodiscard]] NoticePart letterTo(const NoticeFacts& facts);

/// "你于2026年11月20日向本机关申请办理“户口迁移”。"
[[nodiscard]] std::string appliedText(const NoticeFacts& facts);

/// "根据《…》第…条的规定，"; empty where nothing is cited.
[[nodiscard]] std::string underText(const std::string& ground);

/// Reconsideration, court or complaint, where the law's row wants them.
void addRemedies(NoticePart& part, const NoticeFacts& facts, const forms::OutcomeLaw& row);

/// What a step rests on beside the article of its law.
struct Grounds {
    std::vector<std::string> cited = {};  ///< of the guide, in its words
    std::string law = {};                 ///< what a route names of its own
    std::string reason = {};
    bool basis =
        true;  ///< the basis of the matter as well, where the paper does not cite it as its ground already
};

/// Those, as a grid: 适用情形, 具体依据, 事项依据, 理由.
void addGrounds(NoticePart& part, const NoticeFacts& facts, const Grounds& grounds);

/// Receiver's signatures at the left, seal and date at the right.
void close(NoticePart& part, const NoticeFacts& facts, base::Date on);

/// Error NotAllowed: the law of this matter knows no such paper.
[[nodiscard]] tl::unexpected<base::Error> noSuchPaper();

/// What was handed in, as a table.
[[nodiscard]] RuledTable receivedTable(const NoticeFacts& facts);

}  // namespace papers
