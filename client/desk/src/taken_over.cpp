#include <desk/taken_over.h>

#include "field_text.h"

#include <forms/prefill.h>

#include <algorithm>
#include <optional>
#include <string_view>

namespace desk {

namespace {

/// The matter that a prefill names, and the name of what is meant there; the bare form means `ownName`.
struct Asked {
    std::string matter;
    std::string name;
};

std::optional<Asked> askedBy(const std::string& prefill, const std::string& ownName)
{
    auto source = forms::parsePrefill(prefill);
    if (!source || source->source != forms::PrefillSource::EarlierCase)
        return std::nullopt;
    return Asked{std::move(source->subject), source->part.empty() ? ownName : std::move(source->part)};
}

std::optional<Asked> askedBy(const forms::Field& field)
{
    return askedBy(field.prefill, field.pointer.substr(field.pointer.rfind('/') + 1));
}

void add(std::vector<std::string>& matters, const std::optional<Asked>& asked)
{
    if (asked && std::find(matters.begin(), matters.end(), asked->matter) == matters.end())
        matters.push_back(asked->matter);
}

std::string answerOf(const EarlierCase& other, const std::string& name)
{
    const auto answered = other.answers.find(name);
    if (answered != other.answers.end())
        if (const auto* same = std::get_if<std::string>(&answered->second))
            return *same;
    return fieldText(*other.guide, other.forms, name);
}

}  // namespace

std::vector<std::string> mattersTakenFrom(const forms::Guide& guide)
{
    std::vector<std::string> matters;
    for (const auto& form : guide.forms)
        for (const auto& field : form.fields())
            add(matters, askedBy(field));
    for (const auto& question : guide.questions)
        add(matters, askedBy(question.prefill, question.id));
    return matters;
}

FilledForm takenInto(const forms::Form& form, const forms::FormData& data, const EarlierCase& other)
{
    FilledForm filled{data, {}};
    for (const auto& field : form.fields()) {
        const auto asked = askedBy(field);
        // What is there was put there by somebody; what does not fit the field is left to them.
        if (!asked || asked->matter != other.guide->code || !data.text(field.pointer).value_or("").empty())
            continue;
        const auto text = fieldText(*other.guide, other.forms, asked->name);
        if (!text.empty() && form.fill(filled.data, field.pointer, text))
            filled.pointers.push_back(field.pointer);
    }
    return filled;
}

std::vector<AnswerText> takenAnswers(const forms::Guide& guide,
                                     const forms::Answers& given,
                                     const EarlierCase& other)
{
    std::vector<AnswerText> taken;
    for (const auto& question : guide.questions) {
        const auto asked = askedBy(question.prefill, question.id);
        if (!asked || asked->matter != other.guide->code || given.contains(question.id))
            continue;
        const AnswerText answer{question.id, answerOf(other, asked->name)};
        auto tried = given;
        if (!answer.text.empty() && readAnswers(guide, {answer}, tried))
            taken.push_back(answer);
    }
    return taken;
}

}  // namespace desk
