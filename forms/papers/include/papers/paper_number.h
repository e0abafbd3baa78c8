#pragma once

#include <string>
#include <string_view>

namespace papers {

/// The number of a window's paper: 机关代字〔year〕workstation-n号, the n-th of that workstation and year. Without a short
/// name of the body the workstation's own stands alone: 〔year〕workstation-n号.
[[nodiscard]] std::string paperNumber(std::string_view shortName,
                                      int year,
                                      std::string_view workstation,
                                      int n);

}  // namespace papers
