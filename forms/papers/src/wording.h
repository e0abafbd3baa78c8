#pragma once

#include <i18n/phrase.h>

#include <papers/notice.h>

#include <string>
#include <vector>

namespace papers {

/// The phrase in the language of documents of record, everything put into it isolated (i18n/isolate.h).
[[nodiscard]] std::string say(const i18n::Phrase& phrase);

[[nodiscard]] std::string dateText(base::Date date);
[[nodiscard]] std::string timeText(base::Timestamp time);  ///< day and minute at the hall
[[nodiscard]] std::string periodText(const forms::Period& period);

/// "2026年11月29日", or the working days with a word that the date follows.
[[nodiscard]] std::string dueText(const DueDay& due);

/// "20 个工作日（2026年12月18日前）": the period and when it ends.
[[nodiscard]] std::string limitText(const forms::Deadline& deadline);

/// The row of the law's table that a paper of this case stands on.
[[nodiscard]] const forms::OutcomeLaw& lawOf(const NoticeFacts& facts, forms::Outcome outcome);

/// What it cites (forms::groundOf); empty where neither law nor guide gives anything.
[[nodiscard]] std::string groundOf(const NoticeFacts& facts, forms::Outcome outcome);

/// What a paper calls itself: 本决定书 of 准予行政许可决定书.
[[nodiscard]] std::string paperWord(std::string_view title);

enum class FieldChoice { All, Brief };

/// Applicants, agent, matter, situation (not in the brief choice), received at, clerk: what parts begin with.
[[nodiscard]] FieldGrid caseFields(const NoticeFacts& facts, FieldChoice choice = FieldChoice::All);

/// Several texts of the guide in one line.
[[nodiscard]] std::string listText(const std::vector<std::string>& texts);

/// What the guide asks in fees, one line; "free of charge".
[[nodiscard]] std::string feesText(const std::vector<forms::Fee>& fees);

/// Clerk, receiver, and the day it was received.
[[nodiscard]] std::vector<std::string> signedOnReceipt();

/// Who heads and seals a paper: the body whose matter it is, or the hall for what it gives out itself.
enum class GivenBy { Issuer, Hall };

[[nodiscard]] GivenBy giverOf(forms::PaperKind kind);

/// The unit and date the seal presses on, after those who sign.
[[nodiscard]] Closing sealedBy(const NoticeFacts& facts,
                               GivenBy by,
                               std::vector<std::string> signatures,
                               base::Date on);

/// A document with everything that does not depend on what the kind says: heading, number, code, footer.
[[nodiscard]] NoticeDocument blankNotice(const NoticeFacts& facts, forms::PaperKind kind, std::string title);

/// A row's number, from 1.
[[nodiscard]] std::string ordinal(std::size_t index);

}  // namespace papers
