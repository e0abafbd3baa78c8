#pragma once

#include <forms/guide_difference.h>

#include <algorithm>
#include <string>
#include <vector>

namespace forms {

using Differences = std::vector<GuideDifference>;

inline void note(Differences& list, std::string id, i18n::Phrase text)
{
    list.push_back({std::move(id), std::move(text)});
}

template <class Thing, class Key>
const Thing* findByKey(const std::vector<Thing>& things, const std::string& key, Key keyOf)
{
    const auto found =
        std::find_if(things.begin(), things.end(), [&](const Thing& thing) { return keyOf(thing) == key; });
    return found == things.end() ? nullptr : &*found;
}

/// What came, what went, and what stayed, each in its guide's order.
template <class Thing, class Key, class Came, class Went, class Stayed>
void compareLists(const std::vector<Thing>& before,
                  const std::vector<Thing>& after,
                  Key keyOf,
                  Came came,
                  Went went,
                  Stayed stayed)
{
    for (const auto& thing : after) {
        const auto* old = findByKey(before, keyOf(thing), keyOf);
        if (old == nullptr)
            came(thing);
        else
            stayed(*old, thing);
    }
    for (const auto& thing : before)
        if (findByKey(after, keyOf(thing), keyOf) == nullptr)
            went(thing);
}

// Each adds what it finds to the list (limits_difference.cpp, material_difference.cpp, form_difference.cpp).
void compareLimits(Differences& list, const Limits& before, const Limits& after);
void compareMaterials(Differences& list, const Guide& before, const Guide& after);
void compareForms(Differences& list, const Guide& before, const Guide& after);

}  // namespace forms
