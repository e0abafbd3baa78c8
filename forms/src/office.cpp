#include <forms/office.h>

#include <forms/folding.h>
#include <forms/guide.h>

#include <algorithm>
#include <array>

namespace forms {

namespace {

constexpr std::array<std::pair<DepartmentKind, std::string_view>, 2> Kinds{{
    {DepartmentKind::Authority, "authority"},
    {DepartmentKind::Undertaking, "undertaking"},
}};

template <class Noun>
const Noun* findById(const std::vector<Noun>& nouns, std::string_view id)
{
    const auto found =
        std::find_if(nouns.begin(), nouns.end(), [id](const Noun& noun) { return noun.id == id; });
    return found == nouns.end() ? nullptr : &*found;
}

bool isCalled(const OfficeDepartment& department, std::string_view name)
{
    return isSameText(department.name, name)
           || std::any_of(department.aliases.begin(),
                          department.aliases.end(),
                          [name](const std::string& alias) { return isSameText(alias, name); });
}

}  // namespace

std::string_view nameOf(DepartmentKind kind)
{
    for (const auto& [known, token] : Kinds)
        if (known == kind)
            return token;
    return "authority";
}

std::optional<DepartmentKind> parseDepartmentKind(std::string_view token)
{
    for (const auto& [kind, known] : Kinds)
        if (known == token)
            return kind;
    return std::nullopt;
}

const OfficeDepartment* Office::departmentOf(const Department& named) const
{
    const auto code = foldedNumber(named.uscc);
    const auto byCode =
        std::find_if(departments.begin(), departments.end(), [&code](const OfficeDepartment& department) {
            return !code.empty() && foldedNumber(department.uscc) == code;
        });
    if (byCode != departments.end())
        return &*byCode;
    const auto byName =
        std::find_if(departments.begin(), departments.end(), [&named](const OfficeDepartment& department) {
            return !foldedText(named.name).empty() && isCalled(department, named.name);
        });
    return byName == departments.end() ? nullptr : &*byName;
}

const OfficeDivision* Office::findDivision(std::string_view id) const
{
    return findById(divisions, id);
}

const OfficeDepartment* Office::findDepartment(std::string_view id) const
{
    return findById(departments, id);
}

const Site* Office::findSite(std::string_view id) const
{
    return findById(sites, id);
}

}  // namespace forms
