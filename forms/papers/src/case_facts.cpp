#include <papers/case_facts.h>

#include "case_materials.h"
#include "wording.h"

#include <algorithm>
#include <type_traits>

namespace papers {
namespace {

std::string answerText(const forms::Question& question, const forms::Answer& answer)
{
    const auto textOf = [&question](const std::string& value) {
        const auto* option = question.findOption(value);
        return option != nullptr ? option->text : value;
    };
    return std::visit(
        [&textOf](const auto& each) -> std::string {
            using Kind = std::decay_t<decltype(each)>;
            if constexpr (std::is_same_v<Kind, std::string>) {
                return textOf(each);
            } else if constexpr (std::is_same_v<Kind, double>) {
                auto text = std::to_string(each);
                text.erase(text.find_last_not_of('0') + 1);
                return text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
            } else {
                std::vector<std::string> texts;
                std::transform(each.begin(), each.end(), std::back_inserter(texts), textOf);
                return listText(texts);
            }
        },
        answer);
}

std::string situationText(const forms::Guide& guide,
                          const forms::Case& draft,
                          const forms::Completeness& completeness)
{
    std::vector<std::string> texts;
    for (const auto& id : completeness.visibleQuestions) {
        const auto* question = guide.findQuestion(id);
        const auto answer = draft.answers.find(id);
        if (question != nullptr && answer != draft.answers.end()) {
            texts.push_back(question->text + " " + answerText(*question, answer->second));
        }
    }
    return listText(texts);
}

void addPeople(NoticeFacts& facts, const forms::Guide& guide, const forms::Case& draft)
{
    const auto parties = forms::partiesOf(guide, draft);
    for (const auto& party : parties) {
        const NamedPerson person{party.name, party.idNumber, party.phone};
        if (party.role == "agent" && !facts.agent) {
            facts.agent = person;
        } else if (party.role == "applicant" && facts.applicant.name.empty()) {
            facts.applicant = person;
        }
    }
    if (facts.applicant.name.empty() && !parties.empty()) {
        facts.applicant = {parties.front().name, parties.front().idNumber, parties.front().phone};
    }
}

/// Absent where the regime tells on the spot or names no window.
std::optional<DueDay> correctionDue(const forms::Guide& guide,
                                    const forms::Case& draft,
                                    const forms::Calendar& calendar)
{
    const auto& window = guide.limits.correction.window;
    if (window.unit == forms::TimeUnit::OnSpot || window.unit == forms::TimeUnit::None) {
        return std::nullopt;
    }
    const auto due = forms::dueDate(base::hallDate(draft.received), window, calendar);
    return DueDay{due ? std::optional(*due) : std::nullopt, window};
}

std::optional<Refusal> refusalOf(const forms::Guide& guide, const forms::Completeness& completeness)
{
    for (const auto& route : guide.routes) {
        if (!completeness.route.empty() && route.id == completeness.route) {
            return Refusal{route.outcome, route.text, {}};
        }
    }
    return std::nullopt;
}

}  // namespace

NoticeFacts factsOf(const forms::Guide& guide,
                    const forms::Case& draft,
                    const forms::Completeness& completeness,
                    const forms::Calendar& calendar,
                    const Counter& counter,
                    base::Date today)
{
    NoticeFacts facts;
    facts.caseId = draft.id.toString();
    facts.number = draft.officialNumber.empty() ? draft.number : draft.officialNumber;
    facts.lookUpCode = counter.lookUpCode;
    facts.centre = counter.centre;
    facts.window = counter.window;
    facts.telephone = counter.telephone;
    facts.complaintTelephone = counter.complaintTelephone;
    facts.clerk = counter.clerk;
    facts.matter = guide.name();
    facts.situation = situationText(guide, draft, completeness);
    facts.guideVersion = guide.code + " " + guide.version;
    facts.legalBasis = guide.legalBasis;
    facts.receivedAt = draft.received;
    facts.madeOn = today;
    facts.correction = guide.limits.correction;
    facts.correctionDue = correctionDue(guide, draft, calendar);
    facts.refusal = refusalOf(guide, completeness);
    addPeople(facts, guide, draft);
    addMaterials(facts, guide, draft, completeness);
    addCorrections(facts, guide, draft, completeness);
    return facts;
}

}  // namespace papers
