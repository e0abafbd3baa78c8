#pragma once

#include <papers/notice_document.h>

#include <string>
#include <vector>

/// What a document says, cell by cell and line by line, without isolate signs.
[[nodiscard]] std::vector<std::string> textsOf(const papers::NoticePart& part);
[[nodiscard]] std::vector<std::string> textsOf(const papers::NoticeDocument& document);

/// The whole of it in one string: heading, title, reference, parts, footer.
[[nodiscard]] std::string wholeText(const papers::NoticeDocument& document);

/// Without the spaces and line ends that extraction from a PDF puts in.
[[nodiscard]] std::string packed(std::string text);
