#include "difference_list.h"

namespace forms {

namespace {

using i18n::phrase;

std::vector<base::Argument> feeArguments(const Fee& fee)
{
    auto amount = fee.amount ? std::to_string(*fee.amount) : std::string();
    if (fee.amount) {
        amount.erase(amount.find_last_not_of('0') + 1);
        if (amount.ends_with('.'))
            amount.pop_back();
    }
    return {{"fee", fee.name}, {"amount", amount}, {"unit", fee.unit}};
}

void compareFees(Differences& list, const Guide& before, const Guide& after)
{
    compareLists(
        before.fees,
        after.fees,
        [](const Fee& fee) { return fee.name; },
        [&](const Fee& fee) {
            note(list, "fee-added:" + fee.name, phrase("New fee {fee}: {amount} {unit}", feeArguments(fee)));
        },
        [&](const Fee& fee) {
            note(list, "fee-gone:" + fee.name, phrase("No longer charged: {fee}", feeArguments(fee)));
        },
        [&](const Fee& was, const Fee& is) {
            if (was.amount != is.amount || was.unit != is.unit)
                note(list,
                     "fee:" + is.name,
                     phrase("The fee {fee} is now {amount} {unit}.", feeArguments(is)));
        });
}

void compareOptions(Differences& list, const Question& before, const Question& after)
{
    const auto say = [&after](const QuestionOption& option) -> std::vector<base::Argument> {
        return {{"question", after.text}, {"answer", option.text}};
    };
    compareLists(
        before.options,
        after.options,
        [](const QuestionOption& option) { return option.value; },
        [&](const QuestionOption& option) {
            note(list,
                 "answer-added:" + after.id + "/" + option.value,
                 phrase("“{question}” has a new answer: {answer}", say(option)));
        },
        [&](const QuestionOption& option) {
            note(list,
                 "answer-gone:" + after.id + "/" + option.value,
                 phrase("“{question}” no longer has the answer: {answer}", say(option)));
        },
        [&](const QuestionOption& was, const QuestionOption& is) {
            if (was.text != is.text)
                note(list,
                     "answer:" + after.id + "/" + is.value,
                     phrase("“{question}”: the answer “{before}” now reads “{answer}”.",
                            {{"question", after.text}, {"before", was.text}, {"answer", is.text}}));
        });
}

void compareQuestions(Differences& list, const Guide& before, const Guide& after)
{
    compareLists(
        before.questions,
        after.questions,
        [](const Question& question) { return question.id; },
        [&](const Question& question) {
            note(list,
                 "question-added:" + question.id,
                 phrase("New question: {question}", {{"question", question.text}}));
        },
        [&](const Question& question) {
            note(list,
                 "question-gone:" + question.id,
                 phrase("No longer asked: {question}", {{"question", question.text}}));
        },
        [&](const Question& was, const Question& is) {
            if (was.text != is.text)
                note(list,
                     "question:" + is.id,
                     phrase("The question “{before}” now reads “{question}”.",
                            {{"before", was.text}, {"question", is.text}}));
            if (was.kind != is.kind)
                note(list,
                     "question-kind:" + is.id,
                     phrase("“{question}” is now answered in another way.", {{"question", is.text}}));
            if (was.when.json() != is.when.json())
                note(list,
                     "question-when:" + is.id,
                     phrase("“{question}” is now asked in other situations.", {{"question", is.text}}));
            compareOptions(list, was, is);
        });
}

/// What the written refusal cites, and where it sends the applicant.
void compareGround(Differences& list, const Route& before, const Route& after)
{
    if (before.basis != after.basis)
        note(list,
             "route-basis:" + after.id,
             after.basis.empty() ? phrase("This reason not to accept no longer names its ground: {reason}",
                                          {{"reason", after.text}})
                                 : phrase("The ground of a reason not to accept is now {basis}: {reason}",
                                          {{"basis", after.basis}, {"reason", after.text}}));
    if (before.authority != after.authority)
        note(list,
             "route-authority:" + after.id,
             after.authority ? phrase("Applicants are now sent to {authority}: {reason}",
                                      {{"authority", after.authority->name}, {"reason", after.text}})
                             : phrase("Applicants are no longer told who is competent: {reason}",
                                      {{"reason", after.text}}));
}

void compareRoutes(Differences& list, const Guide& before, const Guide& after)
{
    compareLists(
        before.routes,
        after.routes,
        [](const Route& route) { return route.id; },
        [&](const Route& route) {
            note(list,
                 "route-added:" + route.id,
                 phrase("New reason not to accept: {reason}", {{"reason", route.text}}));
        },
        [&](const Route& route) {
            note(list,
                 "route-gone:" + route.id,
                 phrase("No longer a reason not to accept: {reason}", {{"reason", route.text}}));
        },
        [&](const Route& was, const Route& is) {
            if (was.text != is.text || was.outcome != is.outcome || was.when.json() != is.when.json())
                note(list,
                     "route:" + is.id,
                     phrase("A reason not to accept changed: {reason}", {{"reason", is.text}}));
            compareGround(list, was, is);
        });
}

void compareTexts(Differences& list,
                  const char* id,
                  const std::vector<std::string>& before,
                  const std::vector<std::string>& after,
                  i18n::Phrase (*came)(const std::string&),
                  i18n::Phrase (*went)(const std::string&))
{
    const auto place = [id](const std::string& what, const std::string& text) {
        return id + what + text.substr(0, 60);
    };
    compareLists(
        before,
        after,
        [](const std::string& text) { return text; },
        [&](const std::string& text) { note(list, place("-added:", text), came(text)); },
        [&](const std::string& text) { note(list, place("-gone:", text), went(text)); },
        [](const std::string&, const std::string&) {});
}

void compareHandling(Differences& list, const Guide& before, const Guide& after)
{
    if (before.name() != after.name())
        note(list, "name", phrase("The matter is now called {name}.", {{"name", after.name()}}));
    if (before.department.name != after.department.name)
        note(list,
             "department",
             phrase("The department is now {department}.", {{"department", after.department.name}}));
    if (before.handling != after.handling)
        note(list,
             "handling",
             after.handling == Handling::Immediate
                 ? phrase("It is now handled at once.")
                 : phrase("It is no longer handled at once, but within the promised limit."));
    if (before.decides != after.decides)
        note(list,
             "decides",
             after.decides == DecidedBy::Window ? phrase("One person at the window may now decide it.")
                                                : phrase("The department decides it now, not the window."));
    if (before.visits != after.visits)
        note(list,
             "visits",
             phrase("Visits needed: {count}; it was {before}.",
                    {{"count", std::to_string(after.visits)}, {"before", std::to_string(before.visits)}}));
    if (before.offlineAcceptance != after.offlineAcceptance)
        note(list,
             "offline",
             after.offlineAcceptance ? phrase("It may now be accepted without a line.")
                                     : phrase("It may no longer be accepted without a line."));
}

std::string keyOf(const PartyRule& party)
{
    return party.role + " " + party.form + party.name;
}

/// Whom papers are addressed to, and by what they prove who they are.
void compareParties(Differences& list, const Guide& before, const Guide& after)
{
    const auto say = [](const PartyRule& party) -> std::vector<base::Argument> {
        return {{"role", party.role}};
    };
    compareLists(
        before.parties,
        after.parties,
        keyOf,
        [&](const PartyRule& party) {
            note(list,
                 "party-added:" + keyOf(party),
                 phrase("The form now names somebody as {role}.", say(party)));
        },
        [&](const PartyRule& party) {
            note(list,
                 "party-gone:" + keyOf(party),
                 phrase("The form no longer names anybody as {role} there.", say(party)));
        },
        [&](const PartyRule& was, const PartyRule& is) {
            if (was.number.empty() != is.number.empty())
                note(list,
                     "party-number:" + keyOf(is),
                     is.number.empty() ? phrase("No number is asked of {role} any more.", say(is))
                                       : phrase("A number is now asked of {role}.", say(is)));
            if (was.idTypes != is.idTypes)
                note(list,
                     "party-papers:" + keyOf(is),
                     phrase("The number of {role} may now stand on other papers.", say(is)));
        });
}

void compareResults(Differences& list, const Guide& before, const Guide& after)
{
    compareLists(
        before.results,
        after.results,
        [](const MatterResult& result) { return result.name; },
        [&](const MatterResult& result) {
            note(list,
                 "result-added:" + result.name,
                 phrase("New result: {result}", {{"result", result.name}}));
        },
        [&](const MatterResult& result) {
            note(list,
                 "result-gone:" + result.name,
                 phrase("No longer a result: {result}", {{"result", result.name}}));
        },
        [&](const MatterResult& was, const MatterResult& is) {
            if (was.delivery != is.delivery)
                note(list,
                     "result:" + is.name,
                     phrase("{result} is now handed over in other ways.", {{"result", is.name}}));
        });
}

}  // namespace

std::vector<GuideDifference> differencesOf(const Guide& before, const Guide& after)
{
    Differences list;
    compareHandling(list, before, after);
    compareQuestions(list, before, after);
    compareRoutes(list, before, after);
    compareParties(list, before, after);
    compareMaterials(list, before, after);
    compareForms(list, before, after);
    compareLimits(list, before.limits, after.limits);
    compareFees(list, before, after);
    compareTexts(
        list,
        "condition",
        before.conditions,
        after.conditions,
        [](const std::string& text) {
            return phrase("New condition: {text}", {{"text", text}});
        },
        [](const std::string& text) {
            return phrase("No longer a condition: {text}", {{"text", text}});
        });
    compareTexts(
        list,
        "basis",
        before.legalBasis,
        after.legalBasis,
        [](const std::string& text) {
            return phrase("New legal basis: {text}", {{"text", text}});
        },
        [](const std::string& text) {
            return phrase("No longer a legal basis: {text}", {{"text", text}});
        });
    compareResults(list, before, after);
    return list;
}

}  // namespace forms
