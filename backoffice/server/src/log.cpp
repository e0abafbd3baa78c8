#include "log.h"

#include <cstdio>

namespace server {

void logLine(base::Timestamp at, const std::string& line)
{
    const auto text = base::formatTimestamp(at) + " " + line + "\n";
    std::fputs(text.c_str(), stderr);
}

void logDamaged(base::Timestamp at, const std::vector<DamagedRow>& rows)
{
    for (const auto& row : rows)
        logLine(at, "damaged: " + row.table + " " + row.id);
}

}  // namespace server
