#pragma once

#include <base/result.h>

#include <wx/image.h>

#include <string_view>

namespace kit {

/// The pixels of a page, perhaps fewer than it has. A wxImage counts its users without a lock: one thread at a time
/// holds a DecodedPage.
struct DecodedPage {
    wxImage pixels;
    wxSize full;  ///< of the encoded page

    [[nodiscard]] bool isFull() const { return pixels.GetSize() == full; }
};

/// Decodes one JPEG, TIFF or PNG to at least `wantedWidth` pixels across, or all there are; 0 asks for all. A JPEG
/// is read at a half, a quarter or an eighth by its own transform, which is most of what makes a thumbnail quick.
/// Any thread; the handlers must have been made (wxInitAllImageHandlers). Error BadInput: no such image.
[[nodiscard]] base::Result<DecodedPage> decodePage(std::string_view bytes, int wantedWidth);

/// The pixels across and down that a JPEG or PNG says it has; 0x0 for anything else.
[[nodiscard]] wxSize readPageSize(std::string_view bytes);

}  // namespace kit
