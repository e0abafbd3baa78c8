#pragma once

#include "context.h"

#include <desk/case_course.h>
#include <desk/told.h>

#include <forms/annotation.h>
#include <forms/clocks.h>
#include <forms/waiting.h>

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace cli {

// What follows from the course of a case, for scripts and for people.

/// {"kind", "from", "due", "n", "unit", "at"?, "light", "subject"?}
[[nodiscard]] nlohmann::json clocksJson(const std::vector<forms::CaseClock>& clocks);
[[nodiscard]] std::string clocksText(const std::vector<forms::CaseClock>& clocks, const Context& context);

/// {"who", "since"}
[[nodiscard]] nlohmann::json waitsJson(const forms::Waiting& waits);

/// {"kind", "number", "sha256", "made", "copies", "handed"?, "signed", "place"}
[[nodiscard]] nlohmann::json papersJson(const std::vector<desk::KnownPaper>& papers);
[[nodiscard]] std::string papersText(const std::vector<desk::KnownPaper>& papers, const Context& context);

[[nodiscard]] nlohmann::json papersDueJson(const std::vector<forms::PaperDue>& due);  ///< ["acceptance-notice"]

/// {"act", "at", "reason", "law", "grounds", "items": [{"cited", "material", "point", "wrong"}]}
[[nodiscard]] nlohmann::json toldJson(const desk::Told& told);
[[nodiscard]] std::string toldText(const desk::Told& told, const Context& context);

[[nodiscard]] nlohmann::json textsJson(const std::vector<i18n::Phrase>& phrases, const Context& context);
[[nodiscard]] std::string todoText(const std::vector<i18n::Phrase>& todo, const Context& context);

/// {"mark", "point", "text", "by", "revision", "page"?, "xywh"?, "field"?}
[[nodiscard]] nlohmann::json markJson(const forms::Annotation& mark);
[[nodiscard]] nlohmann::json marksJson(const std::vector<forms::Annotation>& marks);
[[nodiscard]] std::string markText(const forms::Annotation& mark);

/// What is wrong with this workstation's clock, where it is far from the back office's; else empty.
[[nodiscard]] std::string clockWarning(std::chrono::seconds ahead, const Context& context);

}  // namespace cli
