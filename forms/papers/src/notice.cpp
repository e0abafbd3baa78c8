#include <papers/notice.h>

#include "notices/kinds.h"

#include <papers/notice_pdf.h>

#include <i18n/phrase.h>

#include <array>

namespace papers {
namespace {

constexpr std::array Kinds{NoticeKind::ReceiptSlip,
                           NoticeKind::OneTimeNotice,
                           NoticeKind::NotAcceptedNotice,
                           NoticeKind::DeferralCommitment,
                           NoticeKind::MaterialList};

}  // namespace

std::string_view nameOf(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::ReceiptSlip: return "receipt-slip";
    case NoticeKind::OneTimeNotice: return "one-time-notice";
    case NoticeKind::NotAcceptedNotice: return "not-accepted-notice";
    case NoticeKind::DeferralCommitment: return "deferral-commitment";
    case NoticeKind::MaterialList: return "material-list";
    }
    return {};
}

std::string_view titleOf(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::ReceiptSlip: return i18n::messageId("Receipt of materials");
    case NoticeKind::OneTimeNotice: return i18n::messageId("One-time notice");
    case NoticeKind::NotAcceptedNotice: return i18n::messageId("Notice of non-acceptance");
    case NoticeKind::DeferralCommitment: return i18n::messageId("Deferral commitment");
    case NoticeKind::MaterialList: return i18n::messageId("List of materials");
    }
    return {};
}

std::optional<NoticeKind> parseNoticeKind(std::string_view token)
{
    for (const auto kind : Kinds) {
        if (nameOf(kind) == token) {
            return kind;
        }
    }
    return std::nullopt;
}

std::span<const NoticeKind> allNoticeKinds()
{
    return Kinds;
}

base::Result<NoticeDocument> noticeDocument(NoticeKind kind, const NoticeFacts& facts)
{
    switch (kind) {
    case NoticeKind::ReceiptSlip: return receiptSlip(facts);
    case NoticeKind::OneTimeNotice: return oneTimeNotice(facts);
    case NoticeKind::NotAcceptedNotice: return notAcceptedNotice(facts);
    case NoticeKind::DeferralCommitment: return deferralCommitment(facts);
    case NoticeKind::MaterialList: return materialList(facts);
    }
    return base::fail(base::ErrorCode::BadArgument, "There is no such kind of notice.");
}

base::Result<std::string> makeNotice(NoticeKind kind, const NoticeFacts& facts)
{
    const auto document = noticeDocument(kind, facts);
    if (!document) {
        return base::passOn(document);
    }
    return noticePdf(*document);
}

}  // namespace papers
