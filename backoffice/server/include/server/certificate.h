#pragma once

#include <base/clock.h>
#include <base/result.h>

#include <string>

namespace server {

/// A certificate that vouches for itself, and its key, both PEM: EC P-256, for localhost and 127.0.0.1, ten years.
struct Certificate {
    std::string certificate;
    std::string key;

    [[nodiscard]] static base::Result<Certificate> makeSelfSigned(base::Timestamp now);
};

}  // namespace server
