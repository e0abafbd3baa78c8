#include "answers_json.h"
#include "evaluation.h"
#include "parties.h"

#include <forms/form_check.h>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace forms {

namespace {

/// A form is asked for unless all that is printed from it is not: a page for a situation that is not this one, or
/// an optional one nobody began.
bool isAsked(const Form& form, const Guide& guide, const nlohmann::json& visible, bool begun)
{
    bool printed = false;
    for (const auto& material : guide.materials) {
        if (material.generatedFrom != form.id())
            continue;
        printed = true;
        if ((material.necessity != Necessity::Optional || begun) && material.when.holdsFor(visible))
            return true;
    }
    return !printed;
}

FormProblems problemsOf(const Guide& guide, const Case& draft, const Situation& situation, base::Date today)
{
    static const FormData Nothing;
    const auto visible = answersAsJson(situation.answers);
    FormProblems problems;
    for (const auto& form : guide.forms) {
        const auto found = draft.forms.find(form.id());
        const auto& data = found == draft.forms.end() ? Nothing : found->second;
        // What the form itself began with is nobody's beginning.
        const bool begun = !data.empty() && !(data == form.initialData());
        if (isAsked(form, guide, visible, begun))
            problems[form.id()] = checkForm(form, data, today);
    }
    return problems;
}

std::string pointerOf(const PartyRule& rule, const Seat& seat)
{
    const auto& pattern = rule.number.empty() ? rule.name : rule.number;
    const auto star = pattern.find("/*");
    return star == std::string::npos
               ? pattern
               : pattern.substr(0, star + 1) + std::to_string(seat.row) + pattern.substr(star + 2);
}

Finding findingOn(const Guide& guide, const Seat& seat, const char* kind, FindingLevel level)
{
    Finding finding;
    finding.id = kind + seat.party.key;
    finding.level = level;
    if (seat.kind != SeatKind::Hand) {
        finding.form = guide.parties[seat.rule].form;
        finding.field = pointerOf(guide.parties[seat.rule], seat);
    }
    return finding;
}

bool isJudgedWrong(const FormProblems& problems, const Finding& finding)
{
    const auto found = problems.find(finding.form);
    return found != problems.end()
           && std::any_of(found->second.begin(), found->second.end(), [&finding](const FormProblem& problem) {
                  return problem.pointer == finding.field;
              });
}

/// Who stands twice, and numbers that are on no paper the guide lets one show.
std::vector<Finding> findingsAbout(const Guide& guide,
                                   const std::vector<Seat>& seats,
                                   const FormProblems& problems)
{
    std::vector<Finding> findings;
    for (const auto& seat : seats) {
        const std::vector<base::Argument> named{
            {"name", seat.party.name.empty() ? seat.party.idNumber : seat.party.name}};
        if (seat.sameAs && seat.kind != SeatKind::Hand) {
            auto twice = findingOn(guide, seat, "twice:", FindingLevel::Ask);
            twice.text =
                i18n::phrase("{name} stands in the form twice, with the same number: one person, who hands "
                             "each paper in once. Take one out, or correct the number.",
                             named);
            findings.push_back(std::move(twice));
        }
        if (!seat.paperFits) {
            auto paper = findingOn(guide, seat, "paper:", FindingLevel::Warn);
            paper.text = i18n::phrase(
                "The number of {name} is not one of the kinds of paper that are accepted here.", named);
            if (!isJudgedWrong(problems, paper))
                findings.push_back(std::move(paper));
        }
    }
    return findings;
}

std::multimap<std::string, std::string> otherKeysOf(const std::vector<Seat>& seats)
{
    std::multimap<std::string, std::string> keys;
    for (const auto& seat : seats)
        if (seat.sameAs && seats[*seat.sameAs].party.key != seat.party.key)
            keys.emplace(seats[*seat.sameAs].party.key, seat.party.key);
    return keys;
}

}  // namespace

Completeness check(const Guide& guide, const Case& draft, const CheckContext& context)
{
    auto situation = situationOf(guide, draft.answers);
    auto problems = problemsOf(guide, draft, situation, context.today);
    const auto seats = seatsOf(guide, placesOf(draft));
    auto about = findingsAbout(guide, seats, problems);
    return evaluate({guide,
                     draft,
                     context,
                     std::move(situation),
                     partiesOf(guide, draft),
                     std::move(problems),
                     otherKeysOf(seats),
                     std::move(about)});
}

}  // namespace forms
