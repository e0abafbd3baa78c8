#pragma once

#include <base/result.h>

#include <string_view>

namespace workbench {

/// Hands a PDF to the system's printer by piping it to `lp`; it is on no disk of ours. Blocks until the command took
/// it: call it on a worker. Error Device: no print command, or no printer that takes it.
[[nodiscard]] base::Status printPdf(std::string_view pdf);

}  // namespace workbench
