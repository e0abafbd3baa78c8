#pragma once

#include <base/result.h>

#include <papers/notice_document.h>
#include <papers/notice_facts.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace papers {

/// What the counter prints about a case (DOMAIN section C5). Stored by token, in manifests too.
enum class NoticeKind {
    ReceiptSlip,         ///< 收件凭证
    OneTimeNotice,       ///< 一次性告知书
    NotAcceptedNotice,   ///< 不予受理通知书, 不受理告知书
    DeferralCommitment,  ///< 容缺受理承诺书
};

[[nodiscard]] std::string_view nameOf(NoticeKind kind);   ///< "receipt-slip"
[[nodiscard]] std::string_view titleOf(NoticeKind kind);  ///< message id
[[nodiscard]] std::optional<NoticeKind> parseNoticeKind(std::string_view token);
[[nodiscard]] std::span<const NoticeKind> allNoticeKinds();

/// What the notice says, in Chinese, before it is laid out. Error BadArgument when the facts lack what this kind
/// is about: nothing to correct, nothing deferred, no refusal.
[[nodiscard]] base::Result<NoticeDocument> noticeDocument(NoticeKind kind, const NoticeFacts& facts);

/// The notice as the bytes of a PDF/A-2b. The same facts give the same bytes on one machine.
[[nodiscard]] base::Result<std::string> makeNotice(NoticeKind kind, const NoticeFacts& facts);

}  // namespace papers
