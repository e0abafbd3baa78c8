#pragma once

#include <base/result.h>

#include <papers/notice_document.h>
#include <papers/notice_facts.h>
#include <papers/notice_kind.h>

#include <string>

namespace papers {

/// What the notice says, in Chinese, before it is laid out. Error BadArgument when the facts lack what this kind
/// is about: nothing to correct, nothing deferred, no refusal.
[[nodiscard]] base::Result<NoticeDocument> noticeDocument(NoticeKind kind, const NoticeFacts& facts);

/// The notice as the bytes of a PDF/A-2b. The same facts give the same bytes on one machine.
[[nodiscard]] base::Result<std::string> makeNotice(NoticeKind kind, const NoticeFacts& facts);

}  // namespace papers
