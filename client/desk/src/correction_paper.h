#pragma once

#include <base/result.h>

#include <forms/guide.h>
#include <offline/workplace.h>
#include <papers/notice_facts.h>

#include <string>
#include <vector>

namespace desk {

/// The one-time notice with exactly these items, under the name of who is logged in. Error BadArgument without items,
/// LoginNeeded.
[[nodiscard]] base::Result<std::string> correctionPaper(offline::Workplace& workplace,
                                                        const forms::Guide& guide,
                                                        const forms::Case& draft,
                                                        std::vector<papers::CorrectionItem> items);

}  // namespace desk
