#include "field_text.h"

namespace desk {

std::string fieldText(const forms::Guide& guide, const forms::Case& draft, std::string_view name)
{
    for (const auto& form : guide.forms) {
        const auto* field = form.findField(name);
        const auto data = draft.forms.find(form.id());
        if (field != nullptr && data != draft.forms.end())
            if (auto text = data->second.text(field->pointer).value_or(""); !text.empty())
                return text;
    }
    return {};
}

}  // namespace desk
