#include "evaluation.h"

#include <algorithm>

namespace forms {

bool Holding::hasProof() const
{
    return std::any_of(
        entries.begin(), entries.end(), [](const CaseMaterial* entry) { return entry->proof.has_value(); });
}

std::string Holding::fact(std::string_view name) const
{
    for (const auto* entry : entries)
        for (const auto& [known, value] : entry->facts)
            if (known == name && !value.empty())
                return value;
    return {};
}

const RecordedPoint* Holding::recorded(std::string_view point) const
{
    for (const auto* entry : entries)
        for (const auto& recorded : entry->points)
            if (recorded.id == point)
                return &recorded;
    return nullptr;
}

}  // namespace forms
