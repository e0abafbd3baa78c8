#include <forms/guide.h>

#include <algorithm>

namespace forms {

namespace {

template <class Item>
const Item* findById(const std::vector<Item>& items, std::string_view id)
{
    const auto found =
        std::find_if(items.begin(), items.end(), [id](const Item& item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

}  // namespace

const Material* Guide::findMaterial(std::string_view id) const
{
    return findById(materials, id);
}

const Question* Guide::findQuestion(std::string_view id) const
{
    return findById(questions, id);
}

const Form* Guide::findForm(std::string_view id) const
{
    const auto found =
        std::find_if(forms.begin(), forms.end(), [id](const Form& form) { return form.id() == id; });
    return found == forms.end() ? nullptr : &*found;
}

const ChildMatter* Guide::findChild(std::string_view id) const
{
    return findById(children, id);
}

const ReviewPoint* Guide::findPoint(std::string_view material, std::string_view point) const
{
    const auto* asked = findMaterial(material);
    return asked ? asked->findPoint(point) : nullptr;
}

const std::string& Guide::name() const
{
    if (!itemName.empty())
        return itemName;
    return subName.empty() ? mainName : subName;
}

}  // namespace forms
