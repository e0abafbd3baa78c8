#pragma once

#include <scanner/device.h>

#include <base/result.h>

#include <filesystem>
#include <optional>
#include <string>

namespace scanner {

/// A SANE_CONFIG_DIR with which libsane loads the one backend of a device: a folder with a dll.conf of one line,
/// before `inherited` (empty: the system's folders), where the backend finds its own settings. Written only when
/// it is not there. Nothing for a device that is not SANE's or whose backend has no plain name.
[[nodiscard]] base::Result<std::optional<std::string>> saneConfigFor(const DeviceId& device,
                                                                     const std::filesystem::path& folder,
                                                                     const std::string& inherited);

}  // namespace scanner
