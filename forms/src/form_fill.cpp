#include "bounded_json.h"

#include <base/utf8.h>
#include <forms/decimal.h>
#include <forms/folding.h>
#include <forms/form.h>
#include <forms/printed_date.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace forms {

namespace {

using i18n::messageId;
using Json = nlohmann::json;

tl::unexpected<base::Error> cannotBe(const Field& field, std::string_view message)
{
    return base::fail(base::ErrorCode::BadInput, std::string(message), {{"field", field.title}});
}

template <class Number>
std::optional<Number> parseNumber(std::string_view text)
{
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

std::optional<bool> parseTruth(std::string_view text)
{
    for (const std::string_view yes : {"true", "yes", "1", "是"})
        if (text == yes)
            return true;
    for (const std::string_view no : {"false", "no", "0", "否"})
        if (text == no)
            return false;
    return std::nullopt;
}

/// A choice may be named by its value or by its title.
Json optionValue(const Field& field, std::string_view text)
{
    for (const auto& option : field.options)
        if (option.value == text)
            return Json::parse(option.json);
    for (const auto& option : field.options)
        if (option.title == text)
            return Json::parse(option.json);
    return Json(text);
}

/// "a,b" or a JSON array of texts.
base::Result<Json> readChoices(const Field& field, std::string_view text)
{
    Json choices = Json::array();
    if (text.front() == '[') {
        auto parsed = parseBounded(text);
        if (!parsed || !parsed->is_array())
            return cannotBe(field, messageId("{field} must be a list of choices."));
        return *parsed;
    }
    while (!text.empty()) {
        const auto one = text.substr(0, text.find(','));
        choices.push_back(optionValue(field, one));
        text.remove_prefix(std::min(text.size(), one.size() + 1));
    }
    return choices;
}

base::Result<Json> readTable(const Field& field, std::string_view text)
{
    auto rows = parseBounded(text);
    if (!rows || !rows->is_array())
        return cannotBe(field, messageId("{field} is a table: give its rows as a JSON list of objects."));
    return *rows;
}

base::Result<Json> readDecimal(const Field& field, const std::string& text)
{
    if (const auto whole = parseNumber<std::int64_t>(text))
        return Json(*whole);
    const auto number = parseNumber<double>(text);
    if (!number || *number - *number != 0)
        return cannotBe(field, messageId("{field} must be a number."));
    // Better refused than kept as another number.
    if (Decimal::parse(text) && Decimal::parse(text) != Decimal::parse(Json(*number).dump()))
        return cannotBe(field, messageId("{field} has more digits than can be kept."));
    return Json(*number);
}

base::Result<Json> readValue(const Field& field, std::string_view text)
{
    switch (field.kind) {
    case FieldKind::Text:
    case FieldKind::MultiLine:
    case FieldKind::Address: return Json(text);
    case FieldKind::Date:
        if (const auto day = readDay(text))
            return Json(base::formatDate(*day));
        return Json(text);
    case FieldKind::Choice: return optionValue(field, text);
    case FieldKind::Integer:
        if (const auto number = parseNumber<std::int64_t>(tidiedText(text, Blanks::Dropped)))
            return Json(*number);
        return cannotBe(field, messageId("{field} must be a whole number."));
    case FieldKind::Decimal: return readDecimal(field, tidiedText(text, Blanks::Dropped));
    case FieldKind::Boolean:
        if (const auto truth = parseTruth(text))
            return Json(*truth);
        return cannotBe(field, messageId("{field} must be yes or no."));
    case FieldKind::MultiChoice: return readChoices(field, text);
    case FieldKind::Table: return readTable(field, text);
    }
    return cannotBe(field, messageId("{field} is of the wrong kind."));
}

/// "/family/0/name": the column of an existing row or of the row after the last, in tables of tables too.
const Field* findColumn(const std::vector<Field>& fields, std::string_view pointer, const Json& data)
{
    for (const auto& field : fields) {
        if (field.kind != FieldKind::Table || !pointer.starts_with(field.pointer + "/"))
            continue;
        const auto rest = pointer.substr(field.pointer.size() + 1);
        const auto slash = rest.find('/');
        const auto row = parseNumber<std::size_t>(rest.substr(0, slash));
        const Json::json_pointer place(field.pointer);
        const auto rows = data.contains(place) ? data.at(place) : Json();
        if (!row || *row > rows.size())
            return nullptr;
        const auto inRow = slash == std::string_view::npos ? std::string_view() : rest.substr(slash);
        for (const auto& column : field.columns)
            if (column.pointer == inRow)
                return &column;
        return findColumn(field.columns, inRow, *row < rows.size() ? rows[*row] : Json());
    }
    return nullptr;
}

}  // namespace

base::Status Form::fill(FormData& data, std::string_view field, std::string_view text) const
{
    std::string pointer = (field.empty() || field[0] != '/' ? "/" : "") + std::string(field);
    const auto* known = findField(field);
    if (known)
        pointer = known->pointer;
    else
        known = findColumn(fields(), pointer, data.json());
    if (!known)
        return base::fail(
            base::ErrorCode::BadInput, "The form has no field {field}.", {{"field", std::string(field)}});
    if (!base::isUtf8(text))
        return base::fail(base::ErrorCode::BadInput, "The text is not UTF-8.");
    if (text.empty()) {
        data.remove(pointer);
        return {};
    }
    const auto value = readValue(*known, text);
    if (!value)
        return base::passOn(value);
    return data.set(pointer, value->dump());
}

}  // namespace forms
