#pragma once

#include "guide_problem.h"

#include <forms/guide.h>

#include <nlohmann/json.hpp>

namespace forms {

/// The parts of a guide whose shape the published schema has already vouched for: what is left to find are
/// conditions and forms that do not compile. Absent members get the defaults of GUIDE-FORMAT.

[[nodiscard]] Period readPeriod(const nlohmann::json& period);
[[nodiscard]] Limits readLimits(const nlohmann::json& limits);
[[nodiscard]] Material readMaterial(const nlohmann::json& material,
                                    const std::string& path,
                                    GuideProblems& problems);
[[nodiscard]] Question readQuestion(const nlohmann::json& question,
                                    const std::string& path,
                                    GuideProblems& problems);
[[nodiscard]] Route readRoute(const nlohmann::json& route, const std::string& path, GuideProblems& problems);
[[nodiscard]] ChildMatter readChild(const nlohmann::json& child,
                                    const std::string& path,
                                    GuideProblems& problems);
[[nodiscard]] GuideExample readExample(const nlohmann::json& example);

/// The texts of a member, none when it is absent.
[[nodiscard]] std::vector<std::string> textsOf(const nlohmann::json& object, const char* member);

/// The member's text, or empty.
[[nodiscard]] std::string textOf(const nlohmann::json& object, const char* member);

/// Ids named twice, unknown questions, values, forms and materials, questions that look forward, children in a ring.
void checkReferences(const Guide& guide, GuideProblems& problems);

/// Everything wrong with the guide, and the guide as far as it could be read.
struct GuideReading {
    Guide guide;
    GuideProblems problems;
};

[[nodiscard]] GuideReading readGuideFully(std::string_view bytes);

}  // namespace forms
