#pragma once

#include <base/result.h>

#include <papers/notice_document.h>
#include <papers/notice_facts.h>

namespace papers {

/// One per kind; what each must say is in DOMAIN section C5.
[[nodiscard]] NoticeDocument receiptSlip(const NoticeFacts& facts);
[[nodiscard]] base::Result<NoticeDocument> oneTimeNotice(const NoticeFacts& facts);
[[nodiscard]] base::Result<NoticeDocument> notAcceptedNotice(const NoticeFacts& facts);
[[nodiscard]] base::Result<NoticeDocument> deferralCommitment(const NoticeFacts& facts);
[[nodiscard]] NoticeDocument materialList(const NoticeFacts& facts);
[[nodiscard]] base::Result<NoticeDocument> acceptanceNotice(const NoticeFacts& facts);
[[nodiscard]] base::Result<NoticeDocument> approvalDecision(const NoticeFacts& facts);
[[nodiscard]] base::Result<NoticeDocument> refusalDecision(const NoticeFacts& facts);
[[nodiscard]] base::Result<NoticeDocument> terminationNotice(const NoticeFacts& facts);

}  // namespace papers
