#pragma once

#include <string>
#include <string_view>

namespace offline {

/// What a sealed column of an outbox row is bound to.
[[nodiscard]] inline std::string outboxContext(std::string_view what, const std::string& id, int revision)
{
    return "outbox:" + std::string(what) + ":" + id + ":" + std::to_string(revision);
}

}  // namespace offline
