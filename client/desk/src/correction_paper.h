#pragma once

#include <base/result.h>

#include <forms/guide.h>
#include <offline/workplace.h>
#include <papers/notice_facts.h>

#include <string>
#include <vector>

namespace desk {

/// A look at the one-time notice that a request for exactly these items will be, under the name of who is logged in: it has
/// no number and is not kept. Error BadArgument without items, LoginNeeded.
[[nodiscard]] base::Result<std::string> correctionPaper(offline::Workplace& workplace,
                                                        const forms::Guide& guide,
                                                        const forms::Case& draft,
                                                        std::vector<papers::CorrectionItem> items);

}  // namespace desk
