#include <forms/regime.h>

#include <forms/guide.h>

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

namespace forms {

namespace {

constexpr std::array<std::pair<Regime, std::string_view>, 4> Tokens{{
    {Regime::Licence, "xkf32"},
    {Regime::RealEstate, "bdc17"},
    {Regime::MarketEntity, "scdj19"},
    {Regime::PublicService, "yhyshj36"},
}};

/// 行政许可法 art. 45, a closed list.
constexpr std::array<std::string_view, 8> LicenceProcedures{
    "听证", "招标", "拍卖", "检验", "检测", "检疫", "鉴定", "专家评审"};

/// 不动产登记暂行条例实施细则 arts. 17, 18.
constexpr std::array<std::string_view, 1> RealEstateProcedures{"公告"};

std::span<const std::string_view> closedListOf(Regime regime)
{
    switch (regime) {
    case Regime::Licence: return LicenceProcedures;
    case Regime::RealEstate: return RealEstateProcedures;
    case Regime::MarketEntity:
    case Regime::PublicService:
    case Regime::Other: return {};
    }
    return {};
}

/// The procedures a name strings together: "公告/实地查看" are two.
std::vector<std::string_view> partsOf(std::string_view name)
{
    constexpr std::array<std::string_view, 6> Separators{"/", "、", "，", ",", "；", ";"};
    std::vector<std::string_view> parts;
    for (;;) {
        auto end = std::string_view::npos;
        std::size_t length = 0;
        for (const auto separator : Separators)
            if (const auto at = name.find(separator); at < end) {
                end = at;
                length = separator.size();
            }
        parts.push_back(name.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        name.remove_prefix(end + length);
    }
}

bool namesOneOf(std::string_view text, std::span<const std::string_view> kinds)
{
    return std::any_of(kinds.begin(), kinds.end(), [text](std::string_view kind) {
        return text.find(kind) != std::string_view::npos;
    });
}

/// All of what the text strings together: beside a hearing, a visit of the site stops nothing.
bool namesOnly(std::string_view text, std::span<const std::string_view> kinds)
{
    const auto parts = partsOf(text);
    return std::all_of(
        parts.begin(), parts.end(), [kinds](std::string_view part) { return namesOneOf(part, kinds); });
}

}  // namespace

Regime regimeOf(std::string_view token)
{
    for (const auto& [regime, known] : Tokens)
        if (known == token)
            return regime;
    return Regime::Other;
}

Regime regimeOf(const Guide& guide)
{
    return regimeOf(guide.limits.correction.regime);
}

std::string_view nameOf(Regime regime)
{
    for (const auto& [known, token] : Tokens)
        if (known == regime)
            return token;
    return "other";
}

bool stopsClock(Regime regime, const SpecialProcedure& procedure)
{
    if (!procedure.stopsClock)
        return false;
    if (!procedure.basis.empty())
        return true;
    const auto kinds = closedListOf(regime);
    return namesOnly(procedure.name, kinds) || namesOnly(procedure.code, kinds);
}

}  // namespace forms
