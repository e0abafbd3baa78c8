#pragma once

#include <i18n/phrase.h>

#include <papers/notice.h>

#include <string>
#include <vector>

namespace papers {

/// The phrase in the language of documents of record.
[[nodiscard]] std::string say(const i18n::Phrase& phrase);

[[nodiscard]] std::string dateText(base::Date date);
[[nodiscard]] std::string timeText(base::Timestamp time);  ///< day and minute at the hall
[[nodiscard]] std::string periodText(const forms::Period& period);

/// "before 2026年11月29日", or the working days with a word that the date follows.
[[nodiscard]] std::string dueText(const DueDay& due);

/// Which rule a notice that asks for correction stands on, by the guide's regime.
[[nodiscard]] std::string correctionGround(const NoticeFacts& facts);

enum class FieldChoice { All, Brief };

/// Applicant, agent, matter, situation (not in the brief choice), received at, clerk: what parts begin with.
[[nodiscard]] FieldGrid caseFields(const NoticeFacts& facts, FieldChoice choice = FieldChoice::All);

/// "示例乙:" on a line of its own.
[[nodiscard]] Paragraph addressee(const NoticeFacts& facts);

/// Several texts of the guide in one line.
[[nodiscard]] std::string listText(const std::vector<std::string>& texts);

/// Clerk, receiver, and the day it was received.
[[nodiscard]] std::vector<std::string> signedOnReceipt();

/// The unit and date the seal presses on, after those who sign.
[[nodiscard]] Closing sealedBy(const NoticeFacts& facts, std::vector<std::string> signatures);

/// A document with everything that does not depend on the kind: heading, number, code, footer.
[[nodiscard]] NoticeDocument blankNotice(const NoticeFacts& facts, std::string title, int copies);

/// A row's number, from 1.
[[nodiscard]] std::string ordinal(std::size_t index);

}  // namespace papers
