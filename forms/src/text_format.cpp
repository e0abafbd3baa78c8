#include "text_format.h"

#include "pattern.h"

#include <forms/folding.h>
#include <forms/identity_number.h>
#include <forms/printed_date.h>

#include <algorithm>
#include <array>

namespace forms {

namespace {

constexpr std::array<std::string_view, 6> Known{
    "cn-id", "cn-uscc", "cn-id-or-uscc", "cn-phone", "cn-address", "date"};

bool isAddress(std::string_view text)
{
    static const auto Door = Pattern::compile(
        "^.{4,}[0-9A-Za-z０-９零〇一二三四五六七八九十百]\\s*(号|室|幢|栋|座|单元|层|楼|组|弄|户|房)|^https?://[^\\s/]+\\.[^\\s/]+");
    return Door && (Door->matches(text) || Door->matches(tidiedText(text, Blanks::Dropped)));
}

}  // namespace

bool isTextFormat(std::string_view format)
{
    return std::find(Known.begin(), Known.end(), format) != Known.end();
}

bool isNumberFormat(std::string_view format)
{
    return format == "cn-id" || format == "cn-uscc" || format == "cn-id-or-uscc" || format == "cn-phone";
}

bool holdsFormat(std::string_view format, std::string_view text)
{
    if (text.empty())
        return true;
    if (format == "cn-id")
        return CitizenNumber::parse(text).has_value();
    if (format == "cn-uscc")
        return hasCreditCodeForm(text);
    if (format == "cn-id-or-uscc")
        return CitizenNumber::parse(text).has_value() || looksLikeCreditCode(text);
    if (format == "cn-phone")
        return isPhone(text);
    if (format == "cn-address")
        return isAddress(text);
    return format != "date" || readDay(text).has_value() || isEndless(text);
}

}  // namespace forms
