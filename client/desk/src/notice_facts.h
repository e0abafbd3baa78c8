#pragma once

#include <api/post_sessions.h>
#include <desk/case_view.h>
#include <forms/calendar.h>
#include <papers/notice_facts.h>

namespace desk {

/// What the printed notices may say of a case: its guide's words, what is there and what is not, by when.
/// The findings are put in Chinese, the language of documents of record.
[[nodiscard]] papers::NoticeFacts noticeFacts(const CaseView& view,
                                              const api::Identity& clerk,
                                              const forms::Calendar& calendar,
                                              base::Timestamp now);

}  // namespace desk
