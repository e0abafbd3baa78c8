#include "guide_problem.h"

#include <algorithm>

namespace forms {

void GuideProblems::add(std::string path, i18n::Phrase phrase)
{
    phrase.arguments.push_back({"path", path});
    m_problems.push_back({std::move(path), std::move(phrase)});
}

void GuideProblems::addInside(const std::string& path, const base::Error& error)
{
    auto phrase = i18n::phraseOf(error);
    auto& arguments = phrase.arguments;
    const auto inner = std::find_if(arguments.begin(), arguments.end(), [](const base::Argument& argument) {
        return argument.name == "path";
    });
    std::string whole = path;
    if (inner != arguments.end()) {
        whole += inner->value;
        arguments.erase(inner);
    }
    add(std::move(whole), std::move(phrase));
}

Condition readCondition(const nlohmann::json& schema, const std::string& path, GuideProblems& problems)
{
    auto condition = Condition::of(schema);
    if (condition)
        return *condition;
    problems.addInside(path, condition.error());
    return {};
}

}  // namespace forms
