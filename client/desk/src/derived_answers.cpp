#include <desk/derived_answers.h>

#include "field_text.h"

#include <forms/identity_number.h>
#include <forms/printed_date.h>

namespace desk {

namespace {

constexpr std::string_view Derive = "derive:";

/// A card read leaves its number with the material it proves.
std::string cardNumber(const forms::Guide& guide, const forms::Case& draft)
{
    for (const auto& entry : draft.materials) {
        const auto* material = guide.findMaterial(entry.id);
        const bool card = material != nullptr && material->exemption
                          && material->exemption->offline == forms::OfflineExemption::ReadCard
                          && (material->per == "applicant" || material->per == "case");
        const auto number = entry.facts.find("number");
        if (card && number != entry.facts.end())
            return number->second;
    }
    return {};
}

double wholeYears(base::Date from, base::Date today)
{
    int years = static_cast<int>(today.year()) - static_cast<int>(from.year());
    if (today.month() < from.month() || (today.month() == from.month() && today.day() < from.day()))
        --years;
    return years;
}

std::optional<forms::Answer> ageAnswer(const std::string& text, base::Date today)
{
    const auto number = forms::CitizenNumber::parse(text);
    const auto birth = number ? std::optional(number->birth) : forms::readDay(text);
    if (!birth || today < *birth)
        return std::nullopt;
    return wholeYears(*birth, today);
}

}  // namespace

std::optional<forms::Answer> derivedAnswer(const forms::Guide& guide,
                                           const forms::Question& question,
                                           const forms::Case& draft,
                                           base::Date today)
{
    if (!question.prefill.starts_with(Derive))
        return std::nullopt;
    auto text = fieldText(guide, draft.forms, std::string_view(question.prefill).substr(Derive.size()));
    if (text.empty())
        text = cardNumber(guide, draft);
    if (question.kind == forms::QuestionKind::Number)
        return ageAnswer(text, today);
    const auto number = forms::CitizenNumber::parse(text);
    const std::string sex = number ? (number->male ? "1" : "2") : "";
    if (question.kind == forms::QuestionKind::Single && question.findOption(sex) != nullptr)
        return sex;
    return std::nullopt;
}

void deriveAnswers(const forms::Guide& guide, forms::Case& draft, base::Date today)
{
    for (const auto& question : guide.questions)
        if (auto answer = derivedAnswer(guide, question, draft, today))
            draft.answers.insert_or_assign(question.id, std::move(*answer));
}

}  // namespace desk
