#include <scanner/frame.h>
#include <scanner/image_header.h>
#include <scanner/worker_message.h>

#include <cstdint>
#include <cstdlib>

namespace {

/// What was understood must be understood again, and as the same, when it is said again.
template <class Decoded, class Decode>
void expectStable(const Decoded& decoded, Decode decode)
{
    if (!decoded)
        return;
    const auto said = scanner::worker::encode(*decoded);
    const auto again = decode(said);
    if (!again || scanner::worker::encode(*again) != said)
        std::abort();
}

}  // namespace

/// The bytes as a stream of frames, as a message of their own, and as an image file's.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    scanner::FrameReader reader;
    reader.add(bytes);
    for (auto message = reader.next(); message && *message; message = reader.next()) {
        expectStable(scanner::worker::decodeRequest(**message), scanner::worker::decodeRequest);
        expectStable(scanner::worker::decodeMessage(**message), scanner::worker::decodeMessage);
    }
    expectStable(scanner::worker::decodeRequest(bytes), scanner::worker::decodeRequest);
    expectStable(scanner::worker::decodeMessage(bytes), scanner::worker::decodeMessage);
    [[maybe_unused]] const auto header = scanner::readImageHeader(bytes, "file");
    return 0;
}
