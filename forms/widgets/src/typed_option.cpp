#include <widgets/typed_option.h>

#include <i18n/pinyin.h>

#include <algorithm>
#include <charconv>

namespace widgets {
namespace {

constexpr long PauseMs = 1000;

bool areDigits(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<std::size_t> findNumber(const std::vector<forms::FieldOption>& options, std::string_view typed)
{
    const auto indexOf = [&options](auto fits) -> std::optional<std::size_t> {
        const auto found = std::find_if(options.begin(), options.end(), fits);
        return found == options.end() ? std::nullopt : std::optional<std::size_t>(found - options.begin());
    };
    const bool haveCodes = std::all_of(options.begin(), options.end(), [](const forms::FieldOption& option) {
        return areDigits(option.value);
    });
    if (!haveCodes) {
        std::size_t place = 0;
        std::from_chars(typed.data(), typed.data() + typed.size(), place);
        return place > 0 && place <= options.size() ? std::optional(place - 1) : std::nullopt;
    }
    if (const auto same = indexOf([typed](const auto& option) { return option.value == typed; }))
        return same;
    return indexOf([typed](const auto& option) { return option.value.starts_with(typed); });
}

bool isMeant(const forms::FieldOption& option, const std::string& typed)
{
    const auto keys = i18n::pinyinKeys(option.title);
    const auto begins = [&typed](const std::string& key) { return key.starts_with(typed); };
    return std::any_of(keys.full.begin(), keys.full.end(), begins)
           || std::any_of(keys.initials.begin(), keys.initials.end(), begins);
}

}  // namespace

std::optional<std::size_t> findTypedOption(const std::vector<forms::FieldOption>& options,
                                           std::string_view typed)
{
    if (typed.empty() || options.empty())
        return std::nullopt;
    if (areDigits(typed))
        return findNumber(options, typed);
    std::string lower(typed);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    });
    const auto found = std::find_if(
        options.begin(), options.end(), [&lower](const auto& option) { return isMeant(option, lower); });
    return found == options.end() ? std::nullopt : std::optional<std::size_t>(found - options.begin());
}

const std::string& TypedKeys::add(char key, long at)
{
    if (at - m_last > PauseMs)
        m_typed.clear();
    m_last = at;
    m_typed += key;
    return m_typed;
}

const std::string& TypedKeys::restart(char key)
{
    m_typed.assign(1, key);
    return m_typed;
}

}  // namespace widgets
