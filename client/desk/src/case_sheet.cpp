#include <desk/case_sheet.h>

#include <forms/form_data.h>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace desk {

namespace {

bool isChanged(const std::vector<forms::CaseDifference>& changes, std::string_view id)
{
    return std::any_of(changes.begin(), changes.end(), [id](const forms::CaseDifference& change) {
        return change.id == id;
    });
}

std::string textOf(const forms::FormData& data, const forms::Field& field, const std::string& pointer)
{
    const auto text = data.text(pointer).value_or("");
    for (const auto& option : field.options)
        if (option.value == text)
            return option.title;
    return text;
}

/// The chosen of a multiple choice, joined as a list.
std::string choicesOf(const nlohmann::json& value, const forms::Field& field)
{
    std::string all;
    if (!value.is_array())
        return all;
    for (const auto& item : value)
        for (const auto& option : field.options)
            if (option.json == item.dump())
                all.append(all.empty() ? "" : "、").append(option.title);
    return all;
}

class FormReading
{
  public:
    FormReading(const forms::Form& form,
                const forms::FormData& data,
                const std::vector<forms::CaseDifference>& changes)
        : m_form(form)
        , m_data(data)
        , m_changes(changes)
    {}

    FormSheet read()
    {
        m_sheet.form = m_form.id();
        m_sheet.name = m_form.name();
        for (const auto& field : m_form.fields()) {
            if (m_form.stateOf(m_data, field.pointer) == forms::FieldState::Hidden)
                continue;
            m_changed = isChanged(m_changes, "field:" + m_form.id() + field.pointer);
            if (field.kind == forms::FieldKind::Table)
                addTable(field);
            else
                add(field.title, field.pointer, valueOf(field));
        }
        return std::move(m_sheet);
    }

  private:
    void add(std::string label, const std::string& pointer, std::string value)
    {
        m_sheet.values.push_back(
            {"field:" + m_form.id() + pointer, std::move(label), std::move(value), m_changed});
    }

    [[nodiscard]] const nlohmann::json* at(const std::string& pointer) const
    {
        const nlohmann::json::json_pointer place(pointer);
        return m_data.json().contains(place) ? &m_data.json().at(place) : nullptr;
    }

    [[nodiscard]] std::string valueOf(const forms::Field& field) const
    {
        const auto* value = at(field.pointer);
        if (value != nullptr && field.kind == forms::FieldKind::MultiChoice)
            return choicesOf(*value, field);
        return textOf(m_data, field, field.pointer);
    }

    void addTable(const forms::Field& table)
    {
        const auto* rows = at(table.pointer);
        const auto count = rows != nullptr && rows->is_array() ? rows->size() : 0;
        if (count == 0)
            add(table.title, table.pointer, {});
        for (std::size_t row = 0; row < count; ++row)
            for (const auto& column : table.columns) {
                const auto pointer = table.pointer + "/" + std::to_string(row) + column.pointer;
                add(table.title + " " + std::to_string(row + 1) + " · " + column.title,
                    pointer,
                    textOf(m_data, column, pointer));
            }
    }

    const forms::Form& m_form;
    const forms::FormData& m_data;
    const std::vector<forms::CaseDifference>& m_changes;
    FormSheet m_sheet;
    bool m_changed = false;
};

std::string nameOf(const forms::Case& sealed, const forms::Material& material, const std::string& party)
{
    for (const auto& person : sealed.parties)
        if (!party.empty() && person.key == party && !person.name.empty())
            return material.name + " · " + person.name;
    return material.name;
}

PointSheet pointSheet(const forms::CaseMaterial& entry,
                      const forms::ReviewPoint& point,
                      const std::string& id,
                      const std::vector<forms::CaseDifference>& changes)
{
    PointSheet sheet;
    sheet.id = entry.id + "/" + point.id;
    sheet.text = point.text;
    for (const auto& recorded : entry.points)
        if (recorded.id == point.id) {
            sheet.verdict = recorded.verdict;
            sheet.by = recorded.by;
            sheet.note = recorded.note;
        }
    sheet.changed = isChanged(changes, "point:" + id + "/" + point.id);
    return sheet;
}

MaterialSheet materialSheet(const forms::Case& sealed,
                            const forms::CaseMaterial& entry,
                            const forms::Material& material,
                            const std::vector<forms::CaseDifference>& changes)
{
    const auto id = entry.id + (entry.party.empty() ? "" : "@" + entry.party);
    MaterialSheet sheet;
    sheet.material = entry.id;
    sheet.party = entry.party;
    sheet.name = nameOf(sealed, material, entry.party);
    sheet.proof = entry.proof;
    sheet.deferredUntil = entry.deferredUntil;
    sheet.pages = entry.pages;
    const bool factsChanged = isChanged(changes, "facts:" + id);
    for (const auto& [name, value] : entry.facts)
        sheet.facts.push_back({"facts:" + id, name, value, factsChanged});
    for (const auto& point : material.points)
        sheet.points.push_back(pointSheet(entry, point, id, changes));
    sheet.changed = factsChanged || isChanged(changes, "pages:" + id) || isChanged(changes, "proof:" + id)
                    || isChanged(changes, "deferred:" + id);
    return sheet;
}

}  // namespace

CaseSheet sheetOf(const forms::Guide& guide,
                  const forms::Case& sealed,
                  const std::vector<forms::CaseDifference>& changes)
{
    CaseSheet sheet;
    for (const auto& question : guide.questions) {
        const auto answer = sealed.answers.find(question.id);
        if (answer == sealed.answers.end())
            continue;
        const auto id = "answer:" + question.id;
        sheet.answers.push_back(
            {id, question.text, forms::answerText(question, answer->second), isChanged(changes, id)});
    }
    for (const auto& form : guide.forms)
        if (const auto data = sealed.forms.find(form.id()); data != sealed.forms.end())
            sheet.forms.push_back(FormReading(form, data->second, changes).read());
    sheet.people = sealed.parties;
    for (const auto& material : guide.materials)
        for (const auto& entry : sealed.materials)
            if (entry.id == material.id)
                sheet.materials.push_back(materialSheet(sealed, entry, material, changes));
    return sheet;
}

}  // namespace desk
