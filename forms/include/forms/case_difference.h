#pragma once

#include <i18n/phrase.h>

#include <forms/case.h>
#include <forms/guide.h>

#include <string>
#include <vector>

namespace forms {

/// What a revision says otherwise than the one before it, as one sentence for whoever looks at it again.
struct CaseDifference {
    std::string id;  ///< stable for the same place: "answer:kind", "field:application/tel", "pages:m-hkb"
    i18n::Phrase text;
};

/// What changed from one revision to the next, in the order in which a clerk works: situation, forms, people, then each
/// material of the guide with its pages, proof, date, facts and verdicts. `before` and `after` are of this guide; their
/// parties are those of the manifests.
[[nodiscard]] std::vector<CaseDifference> differencesOf(const Guide& guide,
                                                        const Case& before,
                                                        const Case& after);

/// An answer in the words people see; choices joined by 、.
[[nodiscard]] std::string answerText(const Question& question, const Answer& answer);

}  // namespace forms
