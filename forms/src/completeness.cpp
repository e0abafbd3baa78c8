#include <forms/completeness.h>

#include <array>

namespace forms {

namespace {

struct VerdictWords {
    Verdict verdict;
    std::string_view token;
    std::string_view title;
};

using i18n::messageId;

constexpr std::array<VerdictWords, 6> Words{{
    {Verdict::Acceptable, "acceptable", messageId("Acceptable")},
    {Verdict::AcceptableWithDeferral, "acceptable-with-deferral", messageId("Acceptable with deferral")},
    {Verdict::NeedsCorrection, "needs-correction", messageId("Needs correction")},
    {Verdict::NotNeeded, "not-needed", messageId("No application is needed")},
    {Verdict::NotCompetent, "not-competent", messageId("Another authority is competent")},
    {Verdict::Refused, "refused", messageId("Acceptance is refused")},
}};

}  // namespace

std::string_view nameOf(Verdict verdict)
{
    return Words[static_cast<std::size_t>(verdict)].token;
}

std::string_view titleOf(Verdict verdict)
{
    return Words[static_cast<std::size_t>(verdict)].title;
}

std::optional<Verdict> parseVerdict(std::string_view token)
{
    for (const auto& words : Words)
        if (words.token == token)
            return words.verdict;
    return std::nullopt;
}

std::string_view nameOf(FindingLevel level)
{
    switch (level) {
    case FindingLevel::Block: return "block";
    case FindingLevel::Warn: return "warn";
    case FindingLevel::Ask: return "ask";
    }
    return "block";
}

}  // namespace forms
