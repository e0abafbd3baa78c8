#pragma once

#include <papers/notice_facts.h>

#include <string>

namespace papers {

/// Where somebody turns who does not agree: the department's reconsideration authority (行政复议法 2023 arts. 20, 23, 24) and
/// court (行政诉讼法 arts. 45, 46), or, of an undertaking, its complaint telephone. `paper` is what the text calls the paper.
[[nodiscard]] std::string remedyText(const NoticeFacts& facts, const std::string& paper);

}  // namespace papers
