#pragma once

#include <base/result.h>

#include <server/catalogue_press.h>

#include <filesystem>
#include <string>
#include <vector>

namespace server {

enum class Command { Serve, Init, Publish, Releases, Export, PublishOffice, ShowOffice, Help };

/// What the program was asked to do.
struct CommandLine {
    Command command = Command::Serve;
    std::filesystem::path data;
    std::string listen;
    std::filesystem::path certificate;  ///< empty = DIR/ca.pem
    std::filesystem::path key;          ///< empty = DIR/keys/tls.key
    bool demo = false;
    Publication publication;     ///< Publish, PublishOffice
    std::optional<int> release;  ///< Export, ShowOffice; the newest without
    std::filesystem::path out;   ///< Export
};

/// Error BadArgument says what is missing or unknown.
[[nodiscard]] base::Result<CommandLine> parseCommandLine(const std::vector<std::string>& arguments);

[[nodiscard]] std::string usage();

}  // namespace server
