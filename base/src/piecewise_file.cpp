#include <base/piecewise_file.h>

#include <base/durable_file.h>

#include <fstream>

namespace base {

Status writePiecewise(const std::filesystem::path& path, const std::function<Status(PieceSink)>& produce)
{
    auto beside = path;
    beside += ".part";
    std::ofstream to(beside, std::ios::binary | std::ios::trunc);
    auto written = produce([&to](std::string_view bytes) {
        return to.write(bytes.data(), static_cast<std::streamsize>(bytes.size())).good();
    });
    to.close();
    if (written)
        written = syncFile(beside);
    if (written)
        written = renameDurably(beside, path);
    std::error_code ignored;
    if (!written)
        std::filesystem::remove(beside, ignored);
    return written;
}

}  // namespace base
