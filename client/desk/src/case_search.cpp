#include <desk/case_search.h>

#include <forms/folding.h>
#include <forms/identity_number.h>
#include <forms/identity_paper.h>

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

/// Case numbers have dashes where passports and permits have none.
bool isIdentityNumber(std::string_view text)
{
    const auto paper = forms::identityPaperOf(text);
    return paper && (forms::CitizenNumber::parse(text) || text.find('-') == std::string_view::npos);
}

}  // namespace

offline::CaseFilter caseSearch(std::string_view text)
{
    offline::CaseFilter filter;
    const auto typed = forms::tidiedText(text);
    if (typed.empty())
        return filter;
    if (auto modern = forms::modernNumber(typed))
        filter.idNumber = std::move(*modern);
    else if (isIdentityNumber(typed))
        filter.idNumber = forms::foldedNumber(typed);
    else if (isNumberLike(typed))
        filter.number = typed;
    else
        filter.name = typed;
    return filter;
}

}  // namespace desk
