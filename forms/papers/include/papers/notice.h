#pragma once

#include <base/result.h>

#include <forms/paper_kind.h>
#include <papers/notice_document.h>
#include <papers/notice_facts.h>

#include <span>
#include <string>

namespace papers {

/// The kinds this version draws.
[[nodiscard]] std::span<const forms::PaperKind> drawnKinds();

/// How many copies of it are made, as its foot says: one to take and one for the file, but for what only informs.
[[nodiscard]] int copiesOf(forms::PaperKind kind);

/// What the paper says, in Chinese, before it is laid out. Error BadArgument when the facts lack what this kind
/// is about: nothing to correct, nothing deferred, no refusal, not decided. Error NotAllowed for a paper the regime of
/// the matter does not know, and for kinds that are not drawn yet.
[[nodiscard]] base::Result<NoticeDocument> noticeDocument(forms::PaperKind kind, const NoticeFacts& facts);

/// The paper as the bytes of a PDF/A-2b. The same facts give the same bytes on one machine.
[[nodiscard]] base::Result<std::string> makeNotice(forms::PaperKind kind, const NoticeFacts& facts);

}  // namespace papers
