#pragma once

#include <base/clock.h>

#include <api/post_sessions.h>
#include <forms/answers.h>
#include <forms/calendar.h>
#include <forms/guide.h>
#include <i18n/language.h>

#include <string>
#include <vector>

namespace desk {

/// A part of the sheet "about this matter", in the clerk's language with the guide's own words in it.
struct SheetSection {
    std::string title;
    std::vector<std::string> lines;
};

/// For whom, when and where the sheet is read.
struct SheetContext {
    forms::Answers answers;  ///< to the situation so far
    base::Timestamp received;
    forms::Calendar calendar;
    api::Hall hall;
    i18n::Language language = i18n::Language::SimplifiedChinese;
};

/// Everything the guide says of the matter, in the order a clerk is asked: what to bring in this situation, conditions,
/// limits with their dates, fees, visits and results, the parts of a bundle, when it ends without acceptance, the way
/// through the house, basis, who handles it and whom to call, for whom it is, codes. Parts without content are left out.
[[nodiscard]] std::vector<SheetSection> aboutMatter(const forms::Guide& guide, const SheetContext& context);

/// The sections as lines of plain text, a blank line between them.
[[nodiscard]] std::string plainText(const std::vector<SheetSection>& sections);

}  // namespace desk
