#pragma once

#include <scanner/device.h>
#include <scanner/scan_request.h>
#include <scanner/scan_sink.h>

#include <base/result.h>
#include <base/secret.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// What onewindow-scan-worker and its parent say to each other (DESIGN section 9). Each request but start and
/// cancel has one answer; start is answered by events that close with `end`. No pixels cross.
namespace scanner::worker {

inline constexpr int ProtocolVersion = 1;

struct Hello {};

struct List {};

struct Open {
    DeviceId device;
};

struct Options {};

struct Set {
    ScanRequest request;
};

struct Start {
    std::filesystem::path folder;
    base::Key key;
    std::uint32_t firstNumber = 1;
};

struct Cancel {};

struct Close {};

using Request = std::variant<Hello, List, Open, Options, Set, Start, Cancel, Close>;

struct Greeting {
    int protocol = ProtocolVersion;
    std::vector<std::string> drivers;
};

struct Listed {
    std::vector<Device> devices;
};

struct Opened {};

struct Able {
    Abilities abilities;
};

struct Accepted {};  ///< the settings

struct Closed {};

struct Denied {  ///< instead of any answer
    ScanFault fault = ScanFault::Unsupported;
};

struct Progress {
    std::uint64_t bytes = 0;
};

struct PageDone {
    ScannedPage page;  ///< `file` is the bare name in the spool folder
};

struct Fault {
    ScanFault status = ScanFault::Crashed;
};

struct End {
    BatchEnd end;
};

using Message =
    std::variant<Greeting, Listed, Opened, Able, Accepted, Closed, Denied, Progress, PageDone, Fault, End>;

/// JSON, UTF-8. Bytes of a driver that are no UTF-8 are replaced by U+FFFD. A request may hold the batch key: wipe.
[[nodiscard]] std::string encode(const Request& request);
[[nodiscard]] std::string encode(const Message& message);

/// Error BadInput for anything that is not exactly such a message; unknown members are passed over. Bounded:
/// at most `LongestFrame` bytes, depth 64, 10,000 devices or resolutions.
[[nodiscard]] base::Result<Request> decodeRequest(std::string_view json);
[[nodiscard]] base::Result<Message> decodeMessage(std::string_view json);

}  // namespace scanner::worker
