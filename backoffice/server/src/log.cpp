#include "log.h"

#include <cstdio>

namespace server {

void logLine(base::Timestamp at, const std::string& line)
{
    const auto text = base::formatTimestamp(at) + " " + line + "\n";
    std::fputs(text.c_str(), stderr);
}

}  // namespace server
