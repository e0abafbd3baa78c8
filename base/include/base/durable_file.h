#pragma once

#include <base/result.h>

#include <filesystem>
#include <string>
#include <string_view>

namespace base {

/// Writes beside the target, syncs, renames over it and syncs the folder: after a power cut there is the old
/// content or the new one, never a mixture. Mode 0600. No other process sees a part of it.
[[nodiscard]] Status writeDurably(const std::filesystem::path& path, std::string_view bytes);

/// Renames and syncs the target's folder. The bytes of `from` must be synced already.
[[nodiscard]] Status renameDurably(const std::filesystem::path& from, const std::filesystem::path& to);

/// Makes the bytes of a file, whoever wrote them, survive a power cut; its name needs `syncFolder`.
[[nodiscard]] Status syncFile(const std::filesystem::path& file);

/// Makes names in a folder survive a power cut.
[[nodiscard]] Status syncFolder(const std::filesystem::path& folder);

/// Makes the folders of the path (mode 0700) and syncs each parent that got a new name.
[[nodiscard]] Status makeFolder(const std::filesystem::path& folder);

/// The whole file; error NotFound, or NoSpace above `limit`.
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& path,
                                           std::size_t limit = std::size_t{64} << 20);

}  // namespace base
