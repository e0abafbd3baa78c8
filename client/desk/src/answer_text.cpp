#include <desk/answer_text.h>

#include <algorithm>
#include <charconv>

namespace desk {

using base::ErrorCode;
using base::fail;

namespace {

/// A choice by its value or by the text people see.
const forms::QuestionOption* findChoice(const forms::Question& question, std::string_view typed)
{
    for (const auto& option : question.options)
        if (option.value == typed || option.text == typed)
            return &option;
    return nullptr;
}

std::string valuesOf(const forms::Question& question)
{
    std::string values;
    for (const auto& option : question.options)
        values.append(values.empty() ? "" : ", ").append(option.value);
    return values;
}

tl::unexpected<base::Error> noSuchChoice(const forms::Question& question, std::string_view typed)
{
    return fail(ErrorCode::BadArgument,
                "“{value}” is no answer to “{question}”. Possible are: {values}.",
                {{"value", std::string(typed)}, {"question", question.text}, {"values", valuesOf(question)}});
}

base::Result<forms::Answer> readMulti(const forms::Question& question, std::string_view text)
{
    std::vector<std::string> typed;
    while (!text.empty()) {
        const auto comma = text.find(',');
        const auto* choice = findChoice(question, text.substr(0, comma));
        if (choice == nullptr)
            return noSuchChoice(question, text.substr(0, comma));
        typed.push_back(choice->value);
        text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
    }
    std::vector<std::string> ordered;
    for (const auto& option : question.options)
        if (std::find(typed.begin(), typed.end(), option.value) != typed.end())
            ordered.push_back(option.value);
    return ordered;
}

base::Result<forms::Answer> readAnswer(const forms::Question& question, std::string_view text)
{
    switch (question.kind) {
    case forms::QuestionKind::Single: {
        const auto* choice = findChoice(question, text);
        if (choice == nullptr)
            return noSuchChoice(question, text);
        return choice->value;
    }
    case forms::QuestionKind::Multi: return readMulti(question, text);
    case forms::QuestionKind::Number: {
        double number = 0;
        const auto* end = text.data() + text.size();
        if (const auto read = std::from_chars(text.data(), end, number);
            read.ec != std::errc{} || read.ptr != end)
            return fail(ErrorCode::BadArgument,
                        "“{question}” wants a number, not “{value}”.",
                        {{"question", question.text}, {"value", std::string(text)}});
        return number;
    }
    }
    return fail(ErrorCode::BadArgument, "The question cannot be answered.");
}

}  // namespace

base::Status readAnswers(const forms::Guide& guide,
                         const std::vector<AnswerText>& typed,
                         forms::Answers& answers)
{
    auto read = answers;
    for (const auto& [id, text] : typed) {
        const auto* question = guide.findQuestion(id);
        if (question == nullptr)
            return fail(ErrorCode::NotFound, "This matter has no question {question}.", {{"question", id}});
        if (text.empty()) {
            read.erase(id);
            continue;
        }
        auto answer = readAnswer(*question, text);
        if (!answer)
            return base::passOn(answer);
        read.insert_or_assign(id, std::move(*answer));
    }
    answers = std::move(read);
    return {};
}

}  // namespace desk
