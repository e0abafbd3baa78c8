#include "difference_list.h"

namespace forms {

namespace {

using i18n::phrase;

std::vector<std::string> valuesOf(const Field& field)
{
    std::vector<std::string> values;
    for (const auto& option : field.options)
        values.push_back(option.value);
    return values;
}

/// Of a form, or of a table in it; `where` is the beginning of the ids.
void compareFields(Differences& list,
                   const std::string& where,
                   const std::string& form,
                   const std::vector<Field>& before,
                   const std::vector<Field>& after)
{
    const auto say = [&form](const Field& field) -> std::vector<base::Argument> {
        return {{"form", form}, {"field", field.title}};
    };
    compareLists(
        before,
        after,
        [](const Field& field) { return field.pointer; },
        [&](const Field& field) {
            note(list,
                 "field-added:" + where + field.pointer,
                 field.required ? phrase("{form} has a new field that must be filled in: {field}", say(field))
                                : phrase("{form} has a new field: {field}", say(field)));
        },
        [&](const Field& field) {
            note(list,
                 "field-gone:" + where + field.pointer,
                 phrase("{form} no longer has the field: {field}", say(field)));
        },
        [&](const Field& was, const Field& is) {
            if (was.title != is.title)
                note(list,
                     "field-title:" + where + is.pointer,
                     phrase("{form}: the field “{before}” is now called “{field}”.",
                            {{"form", form}, {"before", was.title}, {"field", is.title}}));
            if (was.required != is.required)
                note(list,
                     "field-required:" + where + is.pointer,
                     is.required ? phrase("{form}: the field must now be filled in: {field}", say(is))
                                 : phrase("{form}: the field may now stay empty: {field}", say(is)));
            if (was.kind != is.kind || was.format != is.format || was.maxLength != is.maxLength)
                note(list,
                     "field-kind:" + where + is.pointer,
                     phrase("{form}: the field is now filled in another way: {field}", say(is)));
            else if (valuesOf(was) != valuesOf(is))
                note(list,
                     "field-choices:" + where + is.pointer,
                     phrase("{form}: the field now has other choices: {field}", say(is)));
            compareFields(list, where + is.pointer, form, was.columns, is.columns);
        });
}

}  // namespace

void compareForms(Differences& list, const Guide& before, const Guide& after)
{
    compareLists(
        before.forms,
        after.forms,
        [](const Form& form) { return form.id(); },
        [&](const Form& form) {
            note(list, "form-added:" + form.id(), phrase("New form: {form}", {{"form", form.name()}}));
        },
        [&](const Form& form) {
            note(list,
                 "form-gone:" + form.id(),
                 phrase("No longer filled in: {form}", {{"form", form.name()}}));
        },
        [&](const Form& was, const Form& is) {
            const auto known = list.size();
            compareFields(list, is.id(), is.name(), was.fields(), is.fields());
            // Rules and patterns have no words of their own.
            if (list.size() == known && (was.schemaJson() != is.schemaJson() || was.uiJson() != is.uiJson()))
                note(list, "form:" + is.id(), phrase("The rules of {form} changed.", {{"form", is.name()}}));
        });
}

}  // namespace forms
