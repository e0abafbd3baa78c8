#include "people.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <stdexcept>

namespace papers_drawn {
namespace {

Person personAt(const nlohmann::json& persons, std::size_t place)
{
    const auto& from = persons.at(place);
    const auto birth = from.at("birth").get<std::string>();
    return {from.at("name").get<std::string>(),
            from.at("sex_gbt2261_1") == 1 ? "男" : "女",
            "汉",
            birth.substr(0, 4),
            std::to_string(std::stoi(birth.substr(4, 2))),
            std::to_string(std::stoi(birth.substr(6, 2))),
            from.at("idno").get<std::string>()};
}

}  // namespace

People readPeople(const std::string& path)
{
    std::ifstream file(path);
    if (!file) {
        throw std::runtime_error("cannot read " + path);
    }
    const auto persons = nlohmann::json::parse(file).at("persons");
    return {personAt(persons, 1), personAt(persons, 0)};
}

}  // namespace papers_drawn
