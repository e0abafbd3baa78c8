#pragma once

#include "guide_folder.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <stdexcept>
#include <string>

namespace tests {

/// The text of another version of a sample guide, changed as a department would. Its examples are taken out: they are of
/// the old version.
inline std::string versionText(const std::string& code,
                               const std::function<void(nlohmann::ordered_json&)>& change)
{
    auto json = nlohmann::ordered_json::parse(guideText(code));
    json["version"] = "2027.1";
    json["examples"] = nlohmann::ordered_json::array();
    change(json);
    return json.dump();
}

inline forms::Guide version(const std::string& code,
                            const std::function<void(nlohmann::ordered_json&)>& change)
{
    auto guide = forms::readGuide(versionText(code, change));
    if (!guide)
        throw std::runtime_error(base::describe(guide.error()));
    return std::move(*guide);
}

/// The member of a list of objects that has this id.
inline nlohmann::ordered_json& byId(nlohmann::ordered_json& list, const std::string& id)
{
    for (auto& item : list)
        if (item.at("id") == id)
            return item;
    throw std::runtime_error("no " + id);
}

inline void removeId(nlohmann::ordered_json& list, const std::string& id)
{
    for (auto item = list.begin(); item != list.end(); ++item)
        if (item->at("id") == id) {
            list.erase(item);
            return;
        }
    throw std::runtime_error("no " + id);
}

}  // namespace tests
