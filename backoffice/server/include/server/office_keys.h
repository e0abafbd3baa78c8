#pragma once

#include <base/result.h>
#include <base/secret.h>
#include <base/signature.h>

#include <filesystem>

namespace server {

/// The secrets of a back office, each in a file of its own (0600) in DIR/keys.
struct OfficeKeys {
    base::SigningKey receipt;
    base::SigningKey catalogue;
    base::Key pages;

    [[nodiscard]] static OfficeKeys generate();
    [[nodiscard]] static base::Result<OfficeKeys> read(const std::filesystem::path& folder);
    [[nodiscard]] base::Status write(const std::filesystem::path& folder) const;
};

}  // namespace server
