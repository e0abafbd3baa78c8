#pragma once

#include <base/error.h>

#include <optional>
#include <string_view>
#include <vector>

namespace scanner {

/// Every way a batch can break. Pages announced before are safe in all cases; the page in flight is not kept.
enum class ScanFault {
    NoDocs,  ///< the feeder was empty from the beginning
    Jammed,
    CoverOpen,
    Busy,          ///< still busy after some tries
    Disconnected,  ///< the line to the device broke
    AccessDenied,
    NotThere,     ///< no such device at present
    BadSetting,   ///< the device refuses the settings
    Unsupported,  ///< the device cannot do what was asked
    OutOfMemory,  ///< the driver says so
    WrongData,    ///< an empty page, or rows that do not fit what the driver announced
    NotAnImage,   ///< a file that should be a page is none, see readImageHeader
    WarmingUp,    ///< lamp not ready
    Locked,       ///< the transport lock is still on
    Hung,         ///< no sign of life in time; the driver was ended
    Crashed,      ///< the driver died, or spoke nonsense
    NoWorker,     ///< the program that hosts the drivers could not be started
    DiskFull,
    SpoolFailed,  ///< the page could not be written or synced for another reason
};

/// Stored and sent name: "cover-open".
[[nodiscard]] std::string_view nameOf(ScanFault fault);
[[nodiscard]] std::optional<ScanFault> parseScanFault(std::string_view name);
[[nodiscard]] const std::vector<ScanFault>& allScanFaults();

/// Message ids: what happened, in one sentence for the clerk; and the one thing to do now.
[[nodiscard]] std::string_view sentenceOf(ScanFault fault);
[[nodiscard]] std::string_view actionOf(ScanFault fault);

/// The fault as the error of a door: code Device (NoSpace for a full disk), message `sentenceOf`.
[[nodiscard]] base::Error errorOf(ScanFault fault);

/// The fault behind an error that `errorOf` made; nothing for any other error.
[[nodiscard]] std::optional<ScanFault> faultOf(const base::Error& error);

}  // namespace scanner
