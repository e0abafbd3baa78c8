#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace papers {

/// What the counter prints about a case (DOMAIN section C5). Stored by token, in manifests too.
enum class NoticeKind {
    ReceiptSlip,         ///< 收件凭证
    OneTimeNotice,       ///< 一次性告知书
    NotAcceptedNotice,   ///< 不予受理通知书, 不受理告知书
    DeferralCommitment,  ///< 容缺受理承诺书
    MaterialList,        ///< 材料清单: what this situation asks for; information, no notice of record
};

[[nodiscard]] std::string_view nameOf(NoticeKind kind);   ///< "receipt-slip"
[[nodiscard]] std::string_view titleOf(NoticeKind kind);  ///< message id
[[nodiscard]] std::optional<NoticeKind> parseNoticeKind(std::string_view token);
[[nodiscard]] std::span<const NoticeKind> allNoticeKinds();

}  // namespace papers
