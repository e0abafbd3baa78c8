#include "bounded_json.h"

namespace scanner {

namespace {

constexpr int DeepestNesting = 64;

bool isShallow(std::string_view text)
{
    int depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
            continue;
        }
        if (c == '"')
            inString = true;
        else if (c == '[' || c == '{')
            ++depth;
        else if (c == ']' || c == '}')
            --depth;
        if (depth > DeepestNesting)
            return false;
    }
    return true;
}

}  // namespace

std::optional<nlohmann::json> parseBounded(std::string_view text, std::size_t limit)
{
    if (text.size() > limit || !isShallow(text))
        return std::nullopt;
    auto value = nlohmann::json::parse(text.begin(), text.end(), nullptr, /*allow_exceptions=*/false);
    if (value.is_discarded())
        return std::nullopt;
    return value;
}

std::optional<std::string> textAt(const nlohmann::json& object, const char* member)
{
    const auto found = object.find(member);
    if (found == object.end() || !found->is_string())
        return std::nullopt;
    return found->get<std::string>();
}

std::optional<std::uint64_t> countAt(const nlohmann::json& object, const char* member)
{
    const auto found = object.find(member);
    if (found == object.end() || !found->is_number_unsigned())
        return std::nullopt;
    return found->get<std::uint64_t>();
}

std::optional<std::uint32_t> countAt(const nlohmann::json& object,
                                     const char* member,
                                     std::uint32_t least,
                                     std::uint32_t most)
{
    const auto value = countAt(object, member);
    if (!value || *value < least || *value > most)
        return std::nullopt;
    return static_cast<std::uint32_t>(*value);
}

std::optional<double> numberAt(const nlohmann::json& object, const char* member)
{
    const auto found = object.find(member);
    if (found == object.end() || !found->is_number())
        return std::nullopt;
    return found->get<double>();
}

std::string print(const nlohmann::json& value)
{
    return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace scanner
