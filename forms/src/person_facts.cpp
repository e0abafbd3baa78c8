#include "person_facts.h"

#include <forms/prefill.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace forms {

namespace {

using Words = std::array<std::string_view, 6>;

/// What one part of an identity card is called.
struct CardPart {
    std::string_view token;  ///< behind "id_card."
    Words names;             ///< a field's name, or what it ends with
    Words titles;            ///< a title is one of these, or holds one
};

constexpr CardPart Birth{"birth",
                         {"birth", "birthday", "birthdate", "birth_date", "date_of_birth", "born"},
                         {"出生日期", "出生年月", "生日", {}, {}, {}}};
constexpr CardPart Sex{"sex", {"sex", "gender", {}, {}, {}, {}}, {"性别", {}, {}, {}, {}, {}}};
constexpr Words NumberNames{"id_number", "idno", "number", "no", "id", "id_card"};
constexpr Words NumberTitles{"公民身份号码", "身份证号码", "身份证号", "身份号码", "证件号码", "号码"};

std::string_view nameOf(const Field& field)
{
    const std::string_view pointer = field.pointer;
    return pointer.substr(pointer.rfind('/') + 1);
}

std::string_view parentOf(const Field& field)
{
    const std::string_view pointer = field.pointer;
    return pointer.substr(0, pointer.rfind('/'));
}

/// What stands before such a word in the field's name: "spouse" of spouse_birth, nothing of birth; false where the
/// name has none of the words.
bool readStem(std::string_view name, const Words& words, std::string_view& stem)
{
    std::size_t longest = 0;
    for (const auto word : words)
        if (name == word
            || (!word.empty() && name.ends_with(word) && name[name.size() - word.size() - 1] == '_'))
            longest = std::max(longest, word.size());
    stem = name.substr(0, name.size() - longest);
    if (stem.ends_with('_'))
        stem.remove_suffix(1);
    return longest > 0;
}

/// The field's source, where it is of that kind.
std::optional<Prefill> sourceOf(const Field& field, PrefillSource kind)
{
    auto source = parsePrefill(field.prefill);
    return source && source->source == kind ? std::move(source) : std::nullopt;
}

bool saysCard(const Field& field, const CardPart& part)
{
    const auto card = sourceOf(field, PrefillSource::IdentityCard);
    return card && card->part == part.token;
}

bool isTitled(const Field& field, const CardPart& part)
{
    const bool expected = field.title.find("预") != std::string::npos;  // 预产期, 预计出生日期
    return !expected && std::any_of(part.titles.begin(), part.titles.end(), [&field](std::string_view title) {
        return !title.empty() && field.title.find(title) != std::string::npos;
    });
}

bool isPart(const Field& field, const CardPart& part)
{
    if (const auto card = sourceOf(field, PrefillSource::IdentityCard); card && !card->part.empty())
        return card->part == part.token;
    std::string_view stem;
    return readStem(nameOf(field), part.names, stem) || isTitled(field, part);
}

/// Whether the field is that of the one person the form is about, not child_birth.
bool isPlain(const Field& field, const CardPart& part)
{
    std::string_view stem;
    const bool named = readStem(nameOf(field), part.names, stem) && stem.empty();
    const bool titled = std::find(part.titles.begin(), part.titles.end(), field.title) != part.titles.end();
    return saysCard(field, part) || named || (titled && !field.title.empty());
}

bool isRead(const Field& field)
{
    return sourceOf(field, PrefillSource::IdentityCard).has_value();
}

/// The number of the one person the form is about, not agent_id.
bool isPlainNumber(const Field& field)
{
    std::string_view stem;
    const bool named = readStem(nameOf(field), NumberNames, stem) && stem.empty();
    return named || isRead(field)
           || std::find(NumberTitles.begin(), NumberTitles.end(), field.title) != NumberTitles.end();
}

/// The number whose holder the field speaks of; null where that is not clear.
const Field* numberBeside(const Field& field, const CardPart& part, const std::vector<Field>& fields)
{
    std::vector<const Field*> numbers;
    for (const auto& other : fields)
        if (takesCitizenNumber(other) && parentOf(other) == parentOf(field))
            numbers.push_back(&other);
    const auto first = [&numbers](auto fits) -> const Field* {
        const auto found = std::find_if(numbers.begin(), numbers.end(), fits);
        return found == numbers.end() ? nullptr : *found;
    };
    if (const auto derived = sourceOf(field, PrefillSource::Derived))
        return first([&derived](const Field* number) { return nameOf(*number) == derived->subject; });
    if (isRead(field))
        if (const auto* read = first([](const Field* number) { return isRead(*number); }))
            return read;
    std::string_view stem;
    if (readStem(nameOf(field), part.names, stem))
        if (const auto* same = first([stem](const Field* number) {
                std::string_view other;
                return readStem(nameOf(*number), NumberNames, other) && other == stem;
            }))
            return same;
    const bool clear = numbers.size() == 1 && isPlain(field, part) && isPlainNumber(*numbers.front());
    return clear ? numbers.front() : nullptr;
}

}  // namespace

bool takesCitizenNumber(const Field& field)
{
    return field.format.starts_with("cn-id");
}

std::vector<PersonFields> personsIn(const std::vector<Field>& fields)
{
    std::vector<PersonFields> persons;
    for (const auto& field : fields) {
        if (isPart(field, Birth)) {
            const auto* number = numberBeside(field, Birth, fields);
            if (number || isPlain(field, Birth) || isTitled(field, Birth))
                persons.push_back({number, &field, nullptr});
        } else if (isPart(field, Sex)) {
            if (const auto* number = numberBeside(field, Sex, fields))
                persons.push_back({number, nullptr, &field});
        }
    }
    return persons;
}

}  // namespace forms
