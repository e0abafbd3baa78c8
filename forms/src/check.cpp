#include "answers_json.h"
#include "evaluation.h"

#include <forms/form_check.h>

#include <nlohmann/json.hpp>

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

}  // namespace

Completeness check(const Guide& guide, const Case& draft, const CheckContext& context)
{
    auto situation = situationOf(guide, draft.answers);
    auto problems = problemsOf(guide, draft, situation, context.today);
    return evaluate(
        {guide, draft, context, std::move(situation), partiesOf(guide, draft), std::move(problems)});
}

}  // namespace forms
