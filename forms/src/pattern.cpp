#include "pattern.h"

#include <forms/han.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace forms {

namespace {

constexpr std::size_t MaxExpression = 4096;
constexpr std::uint32_t MatchLimit = 200'000;
constexpr std::uint32_t HeapLimitKib = 4096;

// What JSON Schema means by a pattern is ECMA 262: `$` only at the end, \uXXXX, [] as an empty class.
constexpr std::uint32_t Options =
    PCRE2_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_ALT_BSUX | PCRE2_ALLOW_EMPTY_CLASS | PCRE2_MATCH_UNSET_BACKREF;

PCRE2_SPTR units(std::string_view text)
{
    return reinterpret_cast<PCRE2_SPTR>(text.data());
}

}  // namespace

Pattern::Pattern(std::string expression, std::shared_ptr<const void> code)
    : m_expression(std::move(expression))
    , m_code(std::move(code))
{}

base::Result<Pattern> Pattern::compile(std::string_view expression)
{
    int error = 0;
    PCRE2_SIZE offset = 0;
    pcre2_code* code = nullptr;
    if (expression.size() <= MaxExpression) {
        const auto widened = withEveryHan(expression);
        code = pcre2_compile(units(widened), widened.size(), Options, &error, &offset, nullptr);
    }
    if (!code)
        return base::fail(base::ErrorCode::BadInput,
                          "The pattern {pattern} does not compile.",
                          {{"pattern", std::string(expression.substr(0, 200))}});
    return Pattern(std::string(expression), std::shared_ptr<const void>(code, [](const void* held) {
                       pcre2_code_free(static_cast<pcre2_code*>(const_cast<void*>(held)));
                   }));
}

bool Pattern::matches(std::string_view text) const
{
    const auto* code = static_cast<const pcre2_code*>(m_code.get());
    const std::unique_ptr<pcre2_match_data, decltype(&pcre2_match_data_free)> data(
        pcre2_match_data_create(1, nullptr), &pcre2_match_data_free);
    const std::unique_ptr<pcre2_match_context, decltype(&pcre2_match_context_free)> limits(
        pcre2_match_context_create(nullptr), &pcre2_match_context_free);
    if (!data || !limits)
        return false;
    pcre2_set_match_limit(limits.get(), MatchLimit);
    pcre2_set_heap_limit(limits.get(), HeapLimitKib);
    return pcre2_match(code, units(text), text.size(), 0, 0, data.get(), limits.get()) >= 0;
}

}  // namespace forms
