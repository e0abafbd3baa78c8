// What a form takes over from elsewhere: an identity card's text, an earlier case.
#include <desk/form_desk.h>
#include <forms/prefill.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace desk {

namespace {

/// Which part of a card the field wants: its `x-prefill`, or what its own name says where that leaves it open.
std::string cardPart(const forms::Field& field)
{
    const auto source = forms::parsePrefill(field.prefill);
    if (!source || source->source != forms::PrefillSource::IdentityCard)
        return {};
    const auto own = field.pointer.substr(field.pointer.rfind('/') + 1);
    return std::string(forms::cardPartOf(source->part.empty() ? own : source->part));
}

/// A row of a table that somebody stands in.
struct TableRow {
    const forms::Field* table;
    std::string pointer;
};

std::optional<TableRow> rowAt(const forms::Form& form, std::string_view pointer)
{
    for (const auto& field : form.fields()) {
        const auto below = field.pointer.size() + 1;
        if (field.kind == forms::FieldKind::Table && pointer.starts_with(field.pointer + "/"))
            return TableRow{&field, std::string(pointer.substr(0, pointer.find('/', below)))};
    }
    return std::nullopt;
}

/// Which part of a card a column wants. Where no column of the table says so, the number goes to the one for citizen
/// numbers and the name to the one called so beside it.
std::string columnPart(const forms::Field& table, const forms::Field& column)
{
    const auto& columns = table.columns;
    if (std::any_of(columns.begin(), columns.end(), [](const auto& each) { return !cardPart(each).empty(); }))
        return cardPart(column);
    const auto isNumber = [](const forms::Field& each) { return each.format == "cn-id"; };
    if (std::none_of(columns.begin(), columns.end(), isNumber))
        return {};
    if (isNumber(column))
        return "number";
    return column.pointer == "/name" ? "name" : "";
}

std::string cardText(const forms::IdentityCard& card, const std::string& part)
{
    if (part == "name")
        return card.name;
    if (part == "sex")
        return card.sex;
    if (part == "nation")
        return card.nation;
    if (part == "birth")
        return card.birth ? base::formatDate(*card.birth) : std::string();
    if (part == "address")
        return card.address;
    return part == "number" ? card.number : std::string();
}

/// The title of an option, where the card writes it shorter: 汉 is 汉族, 男 is 男.
std::string optionText(const forms::Field& field, const std::string& text)
{
    for (const auto& option : field.options)
        if (option.title == text || option.title == text + "族")
            return option.title;
    return text;
}

/// The value as JSON; empty where there is none, or one without content.
std::string valueOf(const forms::FormData& data, const forms::Field& field)
{
    const nlohmann::json::json_pointer place(field.pointer);
    if (!data.json().contains(place))
        return {};
    const auto& value = data.json().at(place);
    const bool isNothing = value.is_null() || value == "" || (value.is_structured() && value.empty());
    return isNothing ? std::string() : value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// The earlier form's data that has such a field; null when none has.
const forms::FormData* sourceOf(const EarlierCase& earlier,
                                const std::string& formId,
                                const forms::Field& field)
{
    const auto offers = [&](const forms::Form& form) -> const forms::FormData* {
        const auto* same = form.findField(field.pointer);
        const auto data = earlier.forms.find(form.id());
        const bool fits = same != nullptr && same->pointer == field.pointer && same->title == field.title
                          && same->kind == field.kind && data != earlier.forms.end();
        return fits && !valueOf(data->second, field).empty() ? &data->second : nullptr;
    };
    if (const auto* form = earlier.guide->findForm(formId))
        if (const auto* data = offers(*form))
            return data;
    for (const auto& form : earlier.guide->forms)
        if (const auto* data = offers(form))
            return data;
    return nullptr;
}

bool isJudgedWrong(const forms::Form& form, const forms::FormData& data, const std::string& pointer)
{
    const auto problems = form.validate(data);
    return std::any_of(problems.begin(), problems.end(), [&pointer](const forms::FormProblem& problem) {
        return problem.pointer.starts_with(pointer)
               && (problem.pointer.size() == pointer.size() || problem.pointer[pointer.size()] == '/');
    });
}

}  // namespace

FilledForm FormDesk::withEarlier(const EarlierCase& earlier) const
{
    FilledForm filled{m_data, {}};
    for (const auto& field : form().fields()) {
        const auto* source = sourceOf(earlier, m_formId, field);
        if (source == nullptr || field.readOnly || !valueOf(m_data, field).empty())
            continue;
        auto next = filled.data;
        if (!next.set(field.pointer, valueOf(*source, field)) || isJudgedWrong(form(), next, field.pointer))
            continue;
        filled.data = std::move(next);
        filled.pointers.push_back(field.pointer);
    }
    return filled;
}

FilledForm FormDesk::withCard(const forms::IdentityCard& card, std::string_view standingAt) const
{
    FilledForm filled{m_data, {}};
    const auto putAt = [&](const std::string& pointer, const forms::Field& field, const std::string& text) {
        if (!text.empty() && !field.readOnly && form().fill(filled.data, pointer, optionText(field, text)))
            filled.pointers.push_back(pointer);
    };
    if (const auto row = rowAt(form(), standingAt)) {
        for (const auto& column : row->table->columns)
            putAt(row->pointer + column.pointer, column, cardText(card, columnPart(*row->table, column)));
        return filled;
    }
    const auto put = [&](const forms::Field& field, const std::string& text) {
        putAt(field.pointer, field, text);
    };
    for (const auto& party : m_guide->parties) {
        if (party.form != m_formId || (standingAt != party.name && standingAt != party.number))
            continue;
        const auto* name = form().findField(party.name);
        const auto* number = form().findField(party.number);
        if (name == nullptr || number == nullptr || !cardPart(*number).empty())
            continue;
        put(*name, card.name);
        put(*number, card.number);
        return filled;
    }
    for (const auto& field : form().fields())
        put(field, cardText(card, cardPart(field)));
    return filled;
}

}  // namespace desk
