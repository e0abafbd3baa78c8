#pragma once

#include <base/result.h>

#include <desk/case_view.h>

namespace desk {

/// Error NotFound unless the place is empty (not decided), names a material of the guide, or a paper that is signed.
[[nodiscard]] base::Status checkPlace(const forms::Guide& guide, const MaterialPlace& place);

/// Takes the page out of whatever material has it, and puts it to a place; at the end when `position` is beyond it.
void putPage(forms::Case& draft, base::PageId page, const MaterialPlace& to, std::size_t position);

}  // namespace desk
