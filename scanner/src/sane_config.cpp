#include "sane_config.h"

#include <base/durable_file.h>

#include <algorithm>
#include <string_view>

namespace scanner {

namespace {

/// libsane puts the backend's name before the backend's own name of the device.
std::string_view backendOf(std::string_view device)
{
    return device.substr(0, device.find(':'));
}

bool isPlain(std::string_view backend)
{
    constexpr std::size_t LongestName = 64;
    return !backend.empty() && backend.size() <= LongestName
           && std::all_of(backend.begin(), backend.end(), [](char c) {
                  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                         || c == '_' || c == '-';
              });
}

}  // namespace

base::Result<std::optional<std::string>> saneConfigFor(const DeviceId& device,
                                                       const std::filesystem::path& folder,
                                                       const std::string& inherited)
{
    const std::string backend(backendOf(device.name));
    if (device.driver != "sane" || !isPlain(backend))
        return std::nullopt;
    const auto own = folder / ("sane-" + backend);
    // An empty dll.d hides the system's, which names further backends.
    if (auto made = base::makeFolder(own / "dll.d"); !made)
        return passOn(made);
    const auto list = backend + "\n";
    const auto present = base::readFile(own / "dll.conf", 1024);
    if (!present || *present != list) {
        if (auto written = base::writeDurably(own / "dll.conf", list); !written)
            return passOn(written);
    }
    // An empty last part stands for the system's folders.
    return own.string() + ":" + inherited;
}

}  // namespace scanner
