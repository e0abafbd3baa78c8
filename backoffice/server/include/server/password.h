#pragma once

#include <optional>
#include <string>

namespace server {

/// Argon2id in libsodium's own text form; nothing when the memory for it is not there.
[[nodiscard]] std::optional<std::string> hashPassword(const std::string& password);
[[nodiscard]] bool isPassword(const std::string& password, const std::string& hash);

/// As long a look as a real one takes, for a user who does not exist: the time must not tell who exists.
void pretendToCheck(const std::string& password);

/// Sixteen characters that nobody confuses in print.
[[nodiscard]] std::string randomPassword();

}  // namespace server
