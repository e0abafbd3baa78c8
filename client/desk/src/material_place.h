#pragma once

#include <base/result.h>

#include <desk/case_view.h>

namespace desk {

/// Error NotFound unless the place is empty (not decided), names a material of the guide, or a paper that is signed.
[[nodiscard]] base::Status checkPlace(const forms::Guide& guide, const MaterialPlace& place);

/// The place with the key of whose papers are meant (forms::partyNamed).
[[nodiscard]] MaterialPlace placeIn(const forms::Guide& guide,
                                    const forms::Case& draft,
                                    const MaterialPlace& named);

/// Takes the page out of whatever material has it, and puts it to a place; at the end when `position` is beyond it.
void putPage(forms::Case& draft, base::PageId page, const MaterialPlace& to, std::size_t position);

}  // namespace desk
