#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace papers {

/// The printed documents (DOMAIN C5). Closed: a new kind leads through facts, layout, token and title.
enum class NoticeKind {
    ReceiptSlip,         ///< 收件凭证
    OneTimeNotice,       ///< 一次性告知书
    NotAcceptedNotice,   ///< 不受理告知 / 不予受理通知书
    DeferralCommitment,  ///< 容缺受理承诺书
};

[[nodiscard]] std::string_view nameOf(NoticeKind kind);   ///< stored token: "receipt-slip", "one-time-notice", …
[[nodiscard]] std::string_view titleOf(NoticeKind kind);  ///< message id
[[nodiscard]] std::optional<NoticeKind> parseNoticeKind(std::string_view token);
[[nodiscard]] std::span<const NoticeKind> allNoticeKinds();

}  // namespace papers
