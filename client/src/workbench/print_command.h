#pragma once

#include <base/result.h>

#include <stop_token>
#include <string_view>

namespace workbench {

/// Hands a PDF to the system's printer by piping it to `lp`; it is on no disk of ours. Blocks until the command took
/// it: call it on a worker. A stop ends the command. Errors: Device (no print command, or no printer that takes it),
/// Cancelled.
[[nodiscard]] base::Status printPdf(std::string_view pdf, const std::stop_token& stop);

}  // namespace workbench
