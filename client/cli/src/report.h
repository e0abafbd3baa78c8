#pragma once

#include <base/error.h>
#include <i18n/language.h>

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace cli {

/// What a verb has to say: the JSON document for scripts and the lines for people. `exit` is not 0 where the result
/// itself is a no (a case that is not acceptable).
struct Report {
    nlohmann::json json;
    std::string text;
    int exit = 0;
    std::vector<std::string> notes = {};  ///< what was done beside what was asked: sentences on stderr
};

enum class Format { Text, Json };

/// The report on stdout, its notes on stderr; a text gets its final line feed.
void print(const Report& report, Format format);

/// The error as one sentence on stderr; with Json also {"error": {"code", "message"}} on stdout.
void print(const base::Error& error, Format format, i18n::Language language);

}  // namespace cli
