#pragma once

#include <offline/database.h>
#include <offline/vault.h>

#include <base/clock.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offline {

/// How often a matter was taken in, by one clerk and by everybody at this workstation.
struct MatterUse {
    std::string matter;
    std::uint64_t own = 0;
    std::uint64_t everyones = 0;
    std::optional<base::Timestamp> last;  ///< the clerk's last case of it; nothing when there was none
    bool favourite = false;               ///< marked by the clerk

    bool operator==(const MatterUse&) const = default;
};

enum class Favourite { No, Yes };

/// Which matters each clerk uses here, for the order of what a search finds. A clerk is kept as a keyed hash only: who
/// did how much is nobody's business. An empty clerk is nobody in particular.
class MatterUseStore
{
  public:
    MatterUseStore(Database& database, const Vault& vault);

    /// One more case of that matter was begun.
    [[nodiscard]] base::Status count(std::string_view clerk, std::string_view matter, base::Timestamp at);

    [[nodiscard]] base::Status mark(std::string_view clerk, std::string_view matter, Favourite favourite);

    /// Every matter the clerk or the workstation used or the clerk marked, in the order of their codes.
    [[nodiscard]] base::Result<std::vector<MatterUse>> of(std::string_view clerk) const;

  private:
    [[nodiscard]] std::string hashOf(std::string_view clerk) const;

    Database& m_database;
    const Vault& m_vault;
};

}  // namespace offline
