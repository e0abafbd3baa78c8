#include <desk/intake_desk.h>

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

/// The form a field belongs to: the one named, else the only one, else the one that has such a field.
base::Result<const forms::Form*> formOf(const forms::Guide& guide, const FieldText& field)
{
    if (!field.form.empty()) {
        if (const auto* form = guide.findForm(field.form))
            return form;
        return fail(ErrorCode::NotFound, "This matter has no form {form}.", {{"form", field.form}});
    }
    for (const auto& form : guide.forms)
        if (form.findField(field.field) != nullptr)
            return &form;
    return fail(ErrorCode::NotFound, "No form of this matter has a field {field}.", {{"field", field.field}});
}

}  // namespace

base::Result<CaseView> IntakeDesk::answer(base::CaseId id, const std::vector<AnswerText>& answers)
{
    return step(id, "case.answer", [&answers](forms::Case& draft, const forms::Guide& guide) -> base::Status {
        for (const auto& [questionId, text] : answers) {
            const auto* question = guide.findQuestion(questionId);
            if (question == nullptr)
                return fail(ErrorCode::NotFound,
                            "This matter has no question {question}.",
                            {{"question", questionId}});
            if (text.empty()) {
                draft.answers.erase(questionId);
                continue;
            }
            auto read = readAnswer(*question, text);
            if (!read)
                return base::passOn(read);
            draft.answers.insert_or_assign(questionId, std::move(*read));
        }
        return {};
    });
}

base::Result<CaseView> IntakeDesk::fill(base::CaseId id, const std::vector<FieldText>& fields)
{
    return step(id, "case.fill", [&fields](forms::Case& draft, const forms::Guide& guide) -> base::Status {
        for (const auto& field : fields) {
            const auto form = formOf(guide, field);
            if (!form)
                return base::passOn(form);
            if (auto filled = (*form)->fill(draft.forms[(*form)->id()], field.field, field.text); !filled)
                return filled;
        }
        return {};
    });
}

base::Result<CaseView> IntakeDesk::fillForm(base::CaseId id,
                                            std::string_view form,
                                            const forms::FormData& data)
{
    return step(id, "case.fill", [&](forms::Case& draft, const forms::Guide& guide) -> base::Status {
        if (guide.findForm(form) == nullptr)
            return fail(
                ErrorCode::NotFound, "This matter has no form {form}.", {{"form", std::string(form)}});
        draft.forms.insert_or_assign(std::string(form), data);
        return {};
    });
}

base::Result<CaseView> IntakeDesk::putParty(base::CaseId id, const forms::Party& party)
{
    return step(id, "case.party", [&party](forms::Case& draft, const forms::Guide&) -> base::Status {
        if (party.role.empty() || party.name.empty())
            return fail(ErrorCode::BadArgument, "A party needs a role and a name.");
        forms::Party entry = party;
        if (entry.key.empty()) {
            const auto sameRole = std::count_if(draft.parties.begin(),
                                                draft.parties.end(),
                                                [&](const auto& known) { return known.role == party.role; });
            entry.key = sameRole == 0 ? party.role : party.role + "#" + std::to_string(sameRole + 1);
        }
        for (auto& known : draft.parties)
            if (known.key == entry.key) {
                known = entry;
                return {};
            }
        draft.parties.push_back(std::move(entry));
        return {};
    });
}

base::Result<CaseView> IntakeDesk::removeParty(base::CaseId id, std::string_view key)
{
    return step(id, "case.party", [key](forms::Case& draft, const forms::Guide&) -> base::Status {
        const auto erased =
            std::erase_if(draft.parties, [key](const forms::Party& party) { return party.key == key; });
        if (erased == 0)
            return fail(ErrorCode::NotFound, "The case has no party {party}.", {{"party", std::string(key)}});
        return {};
    });
}

}  // namespace desk
