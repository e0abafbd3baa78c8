#include "option_words.h"

#include <algorithm>
#include <cctype>
#include <initializer_list>

namespace drivers {

using scanner::ColourMode;
using scanner::PaperSource;

namespace {

std::string lowered(std::string_view word)
{
    std::string low(word);
    std::transform(low.begin(), low.end(), low.begin(), [](unsigned char c) { return std::tolower(c); });
    return low;
}

bool containsAny(const std::string& word, std::initializer_list<std::string_view> parts)
{
    return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
        return word.find(part) != std::string::npos;
    });
}

}  // namespace

std::optional<PaperSource> sourceOfWord(std::string_view word)
{
    const auto low = lowered(word);
    if (containsAny(low, {"duplex", "both sides", "double-sided", "two-sided"}))
        return PaperSource::AdfDuplex;
    if (containsAny(low, {"back", "rear side", "transparen", "film", "negative", "slide", "tpu", "card"}))
        return std::nullopt;
    if (containsAny(low, {"adf", "feeder", "auto"}))
        return PaperSource::Adf;
    if (containsAny(low, {"flatbed", "flat bed", "platen", "document table", "normal", "fb"}))
        return PaperSource::Flatbed;
    return std::nullopt;
}

std::optional<ColourMode> modeOfWord(std::string_view word)
{
    const auto low = lowered(word);
    if (containsAny(low, {"halftone", "diffusion", "dither"}))
        return std::nullopt;
    if (containsAny(low,
                    {"lineart",
                     "line art",
                     "binary",
                     "black & white",
                     "black and white",
                     "b/w",
                     "monochrome",
                     "text"}))
        return ColourMode::Lineart;
    if (containsAny(low, {"gray", "grey"}))
        return ColourMode::Gray;
    if (containsAny(low, {"color", "colour"}))
        return ColourMode::Colour;
    return std::nullopt;
}

std::optional<std::string> wordFor(PaperSource source, const std::vector<std::string>& words)
{
    const auto found = std::find_if(
        words.begin(), words.end(), [&](const std::string& w) { return sourceOfWord(w) == source; });
    return found == words.end() ? std::nullopt : std::optional(*found);
}

std::optional<std::string> wordFor(ColourMode mode, const std::vector<std::string>& words)
{
    const auto found =
        std::find_if(words.begin(), words.end(), [&](const std::string& w) { return modeOfWord(w) == mode; });
    return found == words.end() ? std::nullopt : std::optional(*found);
}

}  // namespace drivers
