#pragma once

#include <desk/case_view.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace desk {

/// How a material of a case stands, as a list shows it.
enum class MaterialState {
    NotReceived,  ///< nothing of it is here
    Lacking,      ///< something is here, and something is wrong with it
    Deferred,     ///< promised for later (容缺)
    Exempt,       ///< need not be handed in (免提交)
    Generated,    ///< made from the form
    Here          ///< whole
};

struct MaterialLine {
    MaterialPlace place;
    std::string name;  ///< of the material, with the party's name where it is asked per party
    MaterialState state = MaterialState::NotReceived;
    std::size_t pages = 0;          ///< not discarded
    std::size_t openPoints = 0;     ///< review points nobody has judged yet
    std::optional<base::Date> due;  ///< with Deferred
    std::string text;               ///< with Lacking: id of the finding that says why; with Exempt: by what
    std::string sharedWith = {};  ///< the material under which the same person handed this paper in, by name
};

/// The materials this case asks for now, in the guide's order; then those that hold pages although they are not asked
/// for (any more), so that no page is out of sight; then the papers that come back signed, by the token of their kind; last,
/// with an empty material, the pages put nowhere yet.
[[nodiscard]] std::vector<MaterialLine> materialLines(const CaseView& view);

/// Message id of what proves an exemption; the source's own word when it is none of ours.
[[nodiscard]] std::string_view proofTitle(std::string_view by);

/// Pages of a place, in order, without discarded ones.
[[nodiscard]] std::vector<const forms::Page*> pagesOf(const forms::Case& draft, const MaterialPlace& place);

}  // namespace desk
