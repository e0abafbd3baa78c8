#pragma once

#include <base/digest.h>
#include <base/ids.h>
#include <base/units.h>

#include <string>
#include <vector>

namespace forms {

enum class PageOrigin { Scan, Camera, File };
enum class PageSide { Front, Back };

/// A change that is shown and applied on export, never to the kept bytes: {"rotate", "90"}.
struct PageEdit {
    std::string kind;
    std::string value;

    bool operator==(const PageEdit&) const = default;
};

/// One scanned side (DESIGN section 2). `sha256` is of the encoded image before encryption.
struct Page {
    base::PageId id;
    base::Digest sha256;
    std::string type;  ///< media type: image/jpeg, image/tiff, image/png, application/pdf
    base::ByteCount bytes;
    int width = 0;   ///< pixels
    int height = 0;  ///< pixels
    base::Dpi dpi;
    PageSide side = PageSide::Front;
    PageOrigin from = PageOrigin::Scan;
    std::vector<std::string> flags;  ///< "short", "dark", …
    std::vector<PageEdit> edits;
    bool discarded = false;  ///< out of the case but kept, so that discarding can be undone; does not travel

    bool operator==(const Page&) const = default;
};

}  // namespace forms
