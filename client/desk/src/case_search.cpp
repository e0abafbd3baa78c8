#include <desk/case_search.h>

#include <forms/identity_number.h>

#include <algorithm>
#include <cctype>

namespace desk {

namespace {

bool isNumberLike(std::string_view text)
{
    const bool plain = std::all_of(text.begin(), text.end(), [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '-' || c == '_';
    });
    return plain
           && std::any_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

}  // namespace

offline::CaseFilter caseSearch(std::string_view text)
{
    const auto first = text.find_first_not_of(' ');
    offline::CaseFilter filter;
    if (first == std::string_view::npos)
        return filter;
    text = text.substr(first, text.find_last_not_of(' ') - first + 1);
    if (auto modern = forms::modernNumber(text))
        filter.idNumber = std::move(*modern);
    else if (forms::CitizenNumber::parse(text) || forms::isCreditCode(text))
        filter.idNumber = text;
    else if (isNumberLike(text))
        filter.number = text;
    else
        filter.name = text;
    return filter;
}

}  // namespace desk
