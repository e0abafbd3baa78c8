#include <widgets/typed_text.h>

#include <forms/decimal.h>
#include <forms/folding.h>

#include <nlohmann/json.hpp>

namespace widgets {
namespace {

constexpr std::size_t LongestNumber = 40;

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

}  // namespace

std::optional<std::string> readTypedNumber(std::string_view text, NumberKind kind)
{
    std::string typed = forms::tidiedText(text, forms::Blanks::Dropped);
    if (typed.size() > LongestNumber) {
        return std::nullopt;
    }
    const std::size_t sign = typed.starts_with('-') ? 1 : 0;
    while (typed.size() > sign + 1 && typed[sign] == '0' && isDigit(typed[sign + 1])) {
        typed.erase(sign, 1);
    }
    const char* allowed = kind == NumberKind::Whole ? "0123456789-" : "0123456789-.";
    if (typed.empty() || typed.find_first_not_of(allowed) != std::string::npos
        || !nlohmann::json::accept(typed) || !forms::isKeptExactly(typed))
    {
        return std::nullopt;
    }
    return typed;
}

std::string jsonString(std::string_view text)
{
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace widgets
