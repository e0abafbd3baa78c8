#pragma once

#include <base/digest.h>
#include <base/units.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace scanner {

/// How the image of a page is encoded. Closed: nothing else enters the program as a page.
enum class ImageType { Jpeg, Tiff };

/// "image/jpeg", "image/tiff".
[[nodiscard]] std::string_view mediaTypeOf(ImageType type);
[[nodiscard]] std::optional<ImageType> parseMediaType(std::string_view mediaType);

enum class Side { Front, Back };

[[nodiscard]] std::string_view nameOf(Side side);  ///< "front", "back"
[[nodiscard]] std::optional<Side> parseSide(std::string_view name);

/// What the clerk must be told about a page. A page without flags holds every row the scanner announced.
enum class PageFlag {
    Short,      ///< the scanner stopped before the announced end; the missing rows are white. Scan it again.
    Overlong,   ///< the scanner sent more rows than announced; the page's end is cut off. Scan it again.
    Recovered,  ///< found again after a crash without its metadata: side and flags are guesses
};

[[nodiscard]] std::string_view nameOf(PageFlag flag);  ///< "short", "overlong", "recovered"
[[nodiscard]] std::optional<PageFlag> parsePageFlag(std::string_view name);

/// One scanned side, safe on disk: file and folder are synced before anyone sees this value (DESIGN 5.5).
/// The file stays until its owner deletes it, which is after the page store has kept the page.
struct ScannedPage {
    std::filesystem::path file;  ///< base::readSealedFile with the batch key gives the encoded image
    std::uint32_t number = 0;    ///< place in the batch and in the file's name, from 1
    base::Digest sha256;         ///< of the encoded image before encryption
    ImageType type = ImageType::Jpeg;
    base::ByteCount bytes;    ///< of the encoded image before encryption
    std::uint32_t width = 0;  ///< pixels
    std::uint32_t height = 0;
    base::Dpi dpi;  ///< as the device reported it; 0 = a file that does not tell
    Side side = Side::Front;
    std::vector<PageFlag> flags;

    bool operator==(const ScannedPage&) const = default;
};

[[nodiscard]] bool has(const ScannedPage& page, PageFlag flag);

}  // namespace scanner
