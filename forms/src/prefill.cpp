#include <forms/prefill.h>

#include <algorithm>
#include <array>
#include <utility>

namespace forms {

namespace {

constexpr std::array<std::pair<std::string_view, PrefillSource>, 5> Named{{
    {"case:", PrefillSource::EarlierCase},
    {"situation:", PrefillSource::Situation},
    {"share:", PrefillSource::DataShare},
    {"ecert:", PrefillSource::ELicence},
    {"derive:", PrefillSource::Derived},
}};

constexpr std::array<std::string_view, 2> Cards{"id_card", "id_card_reader"};

/// By the names that forms of halls give them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> CardParts{{
    {"name", "name"},
    {"number", "number"},
    {"idno", "number"},
    {"id_number", "number"},
    {"sex", "sex"},
    {"nation", "nation"},
    {"birth", "birth"},
    {"address", "address"},
    {"hk", "address"},
}};

/// Before and after the first dot.
std::pair<std::string, std::string> parted(std::string_view text)
{
    const auto dot = text.find('.');
    if (dot == std::string_view::npos)
        return {std::string(text), std::string()};
    return {std::string(text.substr(0, dot)), std::string(text.substr(dot + 1))};
}

}  // namespace

std::optional<Prefill> parsePrefill(std::string_view text)
{
    for (const auto& [name, source] : Named) {
        if (!text.starts_with(name))
            continue;
        const auto rest = text.substr(name.size());
        auto [subject, part] =
            source == PrefillSource::EarlierCase ? parted(rest) : std::pair{std::string(rest), std::string()};
        if (subject.empty())
            return std::nullopt;
        return Prefill{source, std::move(subject), std::move(part)};
    }
    auto [card, part] = parted(text);
    const bool known = std::find(Cards.begin(), Cards.end(), card) != Cards.end();
    if (!known || (!part.empty() && cardPartOf(part).empty()))
        return std::nullopt;
    return Prefill{PrefillSource::IdentityCard, {}, std::move(part)};
}

std::string_view cardPartOf(std::string_view name)
{
    for (const auto& [known, part] : CardParts)
        if (known == name)
            return part;
    return {};
}

}  // namespace forms
