#pragma once

#include <forms/paper_kind.h>
#include <papers/notice_facts.h>

namespace samples {

/// A case of the synthetic people under the licensing law that has something for every kind of paper: approved, and
/// with everything else a paper may be about.
[[nodiscard]] papers::NoticeFacts facts();

/// The same as that kind of paper needs it: a decision not to approve is one.
[[nodiscard]] papers::NoticeFacts factsFor(forms::PaperKind kind);

/// The same under another law ("bdc17", …), by the body that decides under it.
[[nodiscard]] papers::NoticeFacts under(const char* regime, papers::NoticeFacts facts);

/// An authority of the office document with a remedy, and an undertaking without.
[[nodiscard]] papers::Issuer authority(const char* name);
[[nodiscard]] papers::Issuer waterCompany();

}  // namespace samples
