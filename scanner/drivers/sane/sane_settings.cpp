#include "sane_settings.h"

#include "option_words.h"
#include "sane_status.h"

#include <sane/saneopts.h>

#include <algorithm>
#include <cmath>

namespace drivers {

using scanner::ColourMode;
using scanner::PaperSource;
using scanner::ScanFault;

namespace {

// Names that backends share without a standard: Epson's, Fujitsu's and Brother's.
constexpr auto* AdfMode = "adf-mode";
constexpr auto* Duplex = "duplex";
constexpr auto* PageWidth = "page-width";
constexpr auto* PageHeight = "page-height";

template <class Value>
void addOnce(std::vector<Value>& values, Value value)
{
    if (std::find(values.begin(), values.end(), value) == values.end())
        values.push_back(value);
}

bool canSwitchToDuplex(const OptionSet& options)
{
    return options.has(Duplex) || wordFor(PaperSource::AdfDuplex, options.texts(AdfMode)).has_value();
}

/// Some backends have lineart as a depth of gray.
bool hasOneBit(const OptionSet& options)
{
    const auto depths = options.numbers(SANE_NAME_BIT_DEPTH);
    return depths && depths->contains(1);
}

base::Status chooseDuplex(const OptionSet& options, PaperSource source)
{
    const bool wanted = source == PaperSource::AdfDuplex;
    const auto words = options.texts(AdfMode);
    if (const auto both = wordFor(PaperSource::AdfDuplex, words)) {
        const auto other =
            std::find_if(words.begin(), words.end(), [&](const auto& word) { return word != *both; });
        if (wanted || other != words.end())
            return options.setText(AdfMode, wanted ? *both : *other);
    }
    return options.switchTo(Duplex, wanted ? SANE_TRUE : SANE_FALSE);
}

base::Status chooseSource(const OptionSet& options, PaperSource source)
{
    const auto words = options.texts(SANE_NAME_SCAN_SOURCE);
    auto word = wordFor(source, words);
    if (!word && source == PaperSource::AdfDuplex) {
        if (!canSwitchToDuplex(options))
            return saneError(ScanFault::Unsupported);
        word = wordFor(PaperSource::Adf, words);
    }
    if (!word && !words.empty())
        return saneError(ScanFault::Unsupported);
    if (word) {
        if (auto set = options.setText(SANE_NAME_SCAN_SOURCE, *word); !set)
            return set;
        if (sourceOfWord(*word) == PaperSource::AdfDuplex)
            return {};
    }
    return chooseDuplex(options, source);
}

base::Status chooseDepth(const OptionSet& options, double depth)
{
    const auto depths = options.numbers(SANE_NAME_BIT_DEPTH);
    return depths ? options.setNumber(SANE_NAME_BIT_DEPTH, depths->nearest(depth)) : base::Status();
}

base::Status chooseMode(const OptionSet& options, ColourMode mode)
{
    const auto words = options.texts(SANE_NAME_SCAN_MODE);
    auto word = wordFor(mode, words);
    const bool oneBitGray = !word && mode == ColourMode::Lineart && hasOneBit(options);
    if (oneBitGray)
        word = wordFor(ColourMode::Gray, words);
    if (!word && !words.empty())
        return saneError(ScanFault::Unsupported);
    if (word) {
        if (auto set = options.setText(SANE_NAME_SCAN_MODE, *word); !set)
            return set;
    }
    if (mode == ColourMode::Lineart && !oneBitGray && !hasOneBit(options))
        return {};
    return chooseDepth(options, mode == ColourMode::Lineart ? 1 : 8);
}

/// A length on the paper in the unit of a geometry option, within what it can.
base::Status setLength(const OptionSet& options, const char* name, base::Millimetres length, base::Dpi dpi)
{
    const auto choice = options.numbers(name);
    if (!choice)
        return {};
    const double value = options.unit(name) == SANE_UNIT_PIXEL ? toPixels(length, dpi) : length.value;
    return options.setNumber(name, choice->nearest(value));
}

base::Status chooseArea(const OptionSet& options, const scanner::ScanRequest& request)
{
    const base::Millimetres corner{0};
    const std::pair<const char*, base::Millimetres> lengths[] = {
        {PageWidth, request.width},
        {PageHeight, request.height},
        {SANE_NAME_SCAN_TL_X, corner},
        {SANE_NAME_SCAN_TL_Y, corner},
        {SANE_NAME_SCAN_BR_X, request.width},
        {SANE_NAME_SCAN_BR_Y, request.height},
    };
    for (const auto& [name, length] : lengths) {
        if (auto set = setLength(options, name, length, resolutionOf(options)); !set)
            return set;
    }
    return {};
}

base::Millimetres largest(const OptionSet& options, const char* name)
{
    const auto choice = options.numbers(name);
    const double most = choice && choice->range ? choice->range->most : 0;
    const auto dpi = resolutionOf(options);
    if (options.unit(name) != SANE_UNIT_PIXEL)
        return {most};
    return {dpi.value > 0 ? most * 25.4 / dpi.value : 0};
}

}  // namespace

scanner::Abilities abilitiesOf(const OptionSet& options)
{
    scanner::Abilities abilities;
    for (const auto& word : options.texts(SANE_NAME_SCAN_SOURCE)) {
        if (const auto source = sourceOfWord(word))
            addOnce(abilities.sources, *source);
    }
    if (canSwitchToDuplex(options))
        addOnce(abilities.sources, PaperSource::AdfDuplex);
    for (const auto& word : options.texts(SANE_NAME_SCAN_MODE)) {
        if (const auto mode = modeOfWord(word))
            addOnce(abilities.modes, *mode);
    }
    if (hasOneBit(options))
        addOnce(abilities.modes, ColourMode::Lineart);
    if (const auto resolutions = options.numbers(SANE_NAME_SCAN_RESOLUTION)) {
        abilities.anyBetween = resolutions->range.has_value();
        const auto values = resolutions->range
                                ? std::vector<double>{resolutions->range->least, resolutions->range->most}
                                : resolutions->list;
        for (const auto value : values)
            abilities.resolutions.push_back({static_cast<int>(std::lround(value))});
    }
    abilities.width = largest(options, SANE_NAME_SCAN_BR_X);
    abilities.height = largest(options, SANE_NAME_SCAN_BR_Y);
    return abilities;
}

base::Status applyRequest(const OptionSet& options, const scanner::ScanRequest& request)
{
    if (auto set = options.switchTo(SANE_NAME_PREVIEW, SANE_FALSE); !set)
        return set;
    if (auto set = chooseSource(options, request.source); !set)
        return set;
    if (auto set = chooseMode(options, request.mode); !set)
        return set;
    if (const auto resolutions = options.numbers(SANE_NAME_SCAN_RESOLUTION)) {
        const auto dpi = resolutions->nearest(request.dpi.value);
        if (auto set = options.setNumber(SANE_NAME_SCAN_RESOLUTION, dpi); !set)
            return set;
    }
    return chooseArea(options, request);
}

base::Dpi resolutionOf(const OptionSet& options)
{
    return {static_cast<int>(std::lround(options.number(SANE_NAME_SCAN_RESOLUTION).value_or(0)))};
}

}  // namespace drivers
