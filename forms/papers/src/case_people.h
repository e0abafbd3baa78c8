#pragma once

#include <papers/case_facts.h>

namespace papers {

/// Whose paper it is, who applies, who acts for them and by what, and where: what every paper of a case begins with.
void addPeople(NoticeFacts& facts, const forms::Guide& guide, const forms::Case& draft);

/// Case, matter, issuer and counter.
[[nodiscard]] NoticeFacts plainFacts(const forms::Guide& guide, const forms::Case& draft, const Desk& desk);

[[nodiscard]] Issuer issuerOf(const forms::Guide& guide, const forms::Office& office);

/// The counter's lines of a paper.
void addCounter(NoticeFacts& facts, const Counter& counter);

}  // namespace papers
