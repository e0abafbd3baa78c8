#pragma once

#include <base/result.h>

#include <filesystem>
#include <functional>
#include <string_view>

namespace base {

/// Takes the next bytes; false = they could not be written.
using PieceSink = std::function<bool(std::string_view)>;

/// As writeDurably, for a file that is too large to hold in memory: `produce` hands its bytes to the sink, piece by piece.
/// They go beside the target first; when anything fails the target is as it was.
[[nodiscard]] Status writePiecewise(const std::filesystem::path& path,
                                    const std::function<Status(PieceSink)>& produce);

}  // namespace base
