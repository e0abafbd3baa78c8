#pragma once

#include <i18n/phrase.h>

#include <forms/guide.h>

#include <string>
#include <string_view>
#include <vector>

namespace forms {

enum class LintLevel { Error, Warning };

struct LintFinding {
    LintLevel level = LintLevel::Error;
    std::string path;  ///< JSON pointer into the guide
    int line = 0;  ///< of the text, from 1: of the value at the path or what holds it, or where it is no JSON
    i18n::Phrase text;
};

/// Everything GUIDE-FORMAT calls a lint error or warning, examples included. A guide with an error is refused.
[[nodiscard]] std::vector<LintFinding> lintGuide(std::string_view bytes);

/// Runs one example; empty when it comes out as its author expects, else the difference in words.
[[nodiscard]] std::vector<i18n::Phrase> runExample(const Guide& guide, const GuideExample& example);

}  // namespace forms
