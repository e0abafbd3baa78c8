#pragma once

#include <forms/completeness.h>
#include <forms/form_check.h>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace forms {

/// What is wrong in each form of the guide; a form that is not in it is valid. check() fills it by checkForm(), an
/// example takes all forms as valid (GUIDE-FORMAT "Examples are tests").
using FormProblems = std::map<std::string, std::vector<FormProblem>>;

/// Which questions are asked in this case, and what was answered to them.
struct Situation {
    Answers answers;
    std::vector<std::string> visible;     ///< question ids in the guide's order
    std::vector<std::string> unanswered;  ///< of these
};

[[nodiscard]] Situation situationOf(const Guide& guide, const Answers& answers);

/// Everything the completeness of a case is decided from, gathered once.
struct Evidence {
    const Guide& guide;
    const Case& draft;
    const CheckContext& context;
    Situation situation;
    std::vector<Party> parties;
    FormProblems problems;
    std::multimap<std::string, std::string> otherKeys =
        {};                                       ///< of who stands twice in a role: key -> the others
    std::vector<Finding> aboutPeople = {};        ///< found while they were looked for
    std::set<std::string> failedExemptions = {};  ///< material ids an example takes as not proved

    [[nodiscard]] bool isValid(const std::string& form) const
    {
        const auto found = problems.find(form);
        return found == problems.end() || forms::isValid(found->second);
    }
};

/// What the case holds of one material for one party: its own entry and, for the first of a role, also the one without a
/// party; where neither has anything, what the same person handed in elsewhere.
struct Holding {
    std::vector<const CaseMaterial*> entries;
    int pages = 0;  ///< not discarded
    const Party* party = nullptr;

    [[nodiscard]] bool hasProof() const;
    [[nodiscard]] std::string fact(std::string_view name) const;  ///< empty = not known
    [[nodiscard]] const RecordedPoint* recorded(std::string_view point) const;
};

/// What the program itself can say about an automatic review point; Open where the data is not there or the
/// point is not one it can decide.
[[nodiscard]] PointVerdict decidePoint(const ReviewPoint& point,
                                       const Material& material,
                                       const Holding& holding,
                                       const Evidence& evidence);

/// Whether a fact satisfies a validity rule on that day; Open without the fact or for one that is no date. Days and terms
/// are read as cards print them (forms/printed_date.h); "长期" has no end.
[[nodiscard]] PointVerdict decideValidity(const Validity& validity,
                                          const std::string& fact,
                                          base::Date today);

/// The one evaluator behind check() and runExample().
[[nodiscard]] Completeness evaluate(const Evidence& evidence);

}  // namespace forms
