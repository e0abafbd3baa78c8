#include "field_text.h"

namespace desk {

std::string fieldText(const forms::Guide& guide,
                      const std::map<std::string, forms::FormData>& forms,
                      std::string_view name)
{
    for (const auto& form : guide.forms) {
        const auto* field = form.findField(name);
        const auto data = forms.find(form.id());
        if (field != nullptr && data != forms.end())
            if (auto text = data->second.text(field->pointer).value_or(""); !text.empty())
                return text;
    }
    return {};
}

}  // namespace desk
