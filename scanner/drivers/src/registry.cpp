#include <drivers/registry.h>

#include "../files/files_driver.h"
#include "../sane/sane_driver.h"

#include <array>

namespace drivers {

namespace {

struct Row {
    std::string_view name;
    base::Result<std::unique_ptr<ScanDriver>> (*make)();
};

constexpr std::array<Row, 2> Drivers{{
    {"sane", makeSaneDriver},
    {"files", makeFilesDriver},
}};

}  // namespace

std::vector<std::string> driverNames()
{
    std::vector<std::string> names;
    for (const auto& row : Drivers)
        names.emplace_back(row.name);
    return names;
}

std::optional<base::Result<std::unique_ptr<ScanDriver>>> makeDriver(std::string_view name)
{
    for (const auto& row : Drivers) {
        if (row.name == name)
            return row.make();
    }
    return std::nullopt;
}

}  // namespace drivers
