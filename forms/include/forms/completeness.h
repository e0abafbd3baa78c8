#pragma once

#include <base/date.h>
#include <i18n/phrase.h>

#include <forms/case.h>
#include <forms/guide.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace forms {

enum class Verdict { Acceptable, AcceptableWithDeferral, NeedsCorrection, NotNeeded, NotCompetent, Refused };

[[nodiscard]] std::string_view nameOf(Verdict verdict);  ///< "acceptable-with-deferral", "not-competent", …
[[nodiscard]] std::string_view titleOf(Verdict verdict);  ///< message id
[[nodiscard]] std::optional<Verdict> parseVerdict(std::string_view token);

/// Block: stops acceptance. Warn: tell the applicant. Ask: a review point still open; never stops sealing.
enum class FindingLevel { Block, Warn, Ask };

[[nodiscard]] std::string_view nameOf(FindingLevel level);

/// One thing the check says. `id` is stable for the same thing ("missing:m-hkb", "point:m-id/id-2side",
/// "question:kind", "field:application/idno"), so that a window can keep its place.
struct Finding {
    std::string id;
    FindingLevel level = FindingLevel::Block;
    std::string material;
    std::string party;
    std::string point;
    std::string form;
    std::string field;  ///< JSON pointer
    std::string question;
    i18n::Phrase text;
};

/// A material as this case needs it: once, or once per party.
struct MaterialNeed {
    std::string material;
    std::string party;  ///< Party::key or empty

    auto operator<=>(const MaterialNeed&) const = default;
};

/// A paper that one person needs in two places and hands in once: `need` is met by what lies at `at`.
struct SharedPaper {
    MaterialNeed need;
    MaterialNeed at;

    bool operator==(const SharedPaper&) const = default;
};

struct Completeness {
    Verdict verdict = Verdict::NeedsCorrection;
    std::string route;  ///< id of the route that ended it, or empty
    std::vector<std::string> visibleQuestions;
    std::vector<MaterialNeed> required;
    std::vector<MaterialNeed> exempt;
    std::vector<MaterialNeed> missing;
    std::vector<SharedPaper> shared;
    std::vector<Finding> findings;

    [[nodiscard]] bool sealable() const
    {
        return verdict == Verdict::Acceptable || verdict == Verdict::AcceptableWithDeferral;
    }
};

/// Given to the check, so that it has no clock and no line of its own.
struct CheckContext {
    base::Date today;  ///< the hall's date
    bool offline = false;
};

/// The answers to visible questions, judged in the guide's order; an answer to a hidden question does not exist.
[[nodiscard]] Answers visibleAnswers(const Guide& guide, const Answers& answers);

/// Everybody the case is about: those the guide finds in the forms, then those added by hand. The same number twice in
/// one role is one person, under the key of the first place.
[[nodiscard]] std::vector<Party> partiesOf(const Guide& guide, const Case& draft);

/// All findings at once and the verdict (GUIDE-FORMAT "Completeness"). Pure: same input, same answer, on both
/// sides. `draft` must be of this guide. What lies under a key counts for who has it and for nobody else; without a key,
/// for the first of the role. The same person hands a paper in once: under whichever of his places in a role it lies, and
/// in two roles where the guide asks both for the same paper, one of the same name or the same licence (居民身份证).
[[nodiscard]] Completeness check(const Guide& guide, const Case& draft, const CheckContext& context);

/// One JSON document as the command line prints it (DESIGN section 7); `texts` are the findings translated.
[[nodiscard]] std::string completenessToJson(const Completeness& completeness,
                                             const std::vector<std::string>& texts);

}  // namespace forms
