#pragma once

#include <base/clock.h>
#include <base/date.h>
#include <base/result.h>

#include <forms/period.h>

#include <array>
#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace forms {

struct Department;

/// Where an applicant turns who does not agree with a decision (行政复议法 2023 arts. 20, 23, 24; 行政诉讼法 arts. 44-46).
struct Remedy {
    std::string reconsideration;        ///< the 复议机关; empty = none
    std::string court;                  ///< empty = none
    bool reconsiderationFirst = false;  ///< 复议前置: the court only after reconsideration

    bool operator==(const Remedy&) const = default;
};

/// An authority decides under public law; an undertaking (a water company, a bank) has no remedy but its telephone.
enum class DepartmentKind { Authority, Undertaking };

[[nodiscard]] std::string_view nameOf(DepartmentKind kind);  ///< "authority", "undertaking"
[[nodiscard]] std::optional<DepartmentKind> parseDepartmentKind(std::string_view token);

struct OfficeDepartment {
    std::string id;
    std::string division;
    std::string name;
    std::vector<std::string> aliases;
    std::string uscc;       ///< may be empty
    std::string shortName;  ///< 机关代字: what the numbers of its papers begin with
    DepartmentKind kind = DepartmentKind::Authority;
    std::string seal;  ///< what stands under a paper; empty = the name
    std::string telephone;
    std::optional<Remedy> remedy;

    bool operator==(const OfficeDepartment&) const = default;
};

struct OfficeDivision {
    std::string id;
    std::string parent;  ///< empty = the highest here
    std::string level;
    std::string name;

    bool operator==(const OfficeDivision&) const = default;
};

/// A stretch of one day, minutes after the hall's midnight; `to` is not in it.
struct OpenSpan {
    std::chrono::minutes from{0};
    std::chrono::minutes to{0};

    bool operator==(const OpenSpan&) const = default;
};

/// Where people hand papers in (受理点). Hours are those of each weekday, Monday first; the calendar of the release
/// says which days are worked.
struct Site {
    std::string id;
    std::string division;
    std::string name;
    std::string address;
    std::string telephone;
    std::string complaints;
    std::array<std::vector<OpenSpan>, 7> hours;
    std::set<base::Date> closed;

    bool operator==(const Site&) const = default;
};

/// Who may do what (权限: site × matter × action).
struct AuthorityGrant {
    std::string site;
    std::string matter;  ///< a guide's code, or "*"
    std::string action;  ///< receive, accept, decide, certify, deliver
    std::optional<base::Date> from;
    std::optional<base::Date> until;

    bool operator==(const AuthorityGrant&) const = default;
};

/// The office document (onewindow-office/1, DESIGN section 9): who the offices of a division are. Signed like the
/// catalogue and carried with it. A value: read once, never changed.
struct Office {
    int release = 0;
    base::Timestamp issued;
    std::vector<OfficeDivision> divisions;
    std::vector<OfficeDepartment> departments;
    std::vector<Site> sites;
    std::vector<AuthorityGrant> authority;
    std::optional<Period> lapse;      ///< how long an applicant may take to correct; absent = no limit is set
    std::optional<Period> retention;  ///< absent = nothing is forgotten

    /// The department a guide names: by its credit code, else by name or alias; null where none matches.
    [[nodiscard]] const OfficeDepartment* departmentOf(const Department& named) const;
    [[nodiscard]] const OfficeDivision* findDivision(std::string_view id) const;
    [[nodiscard]] const OfficeDepartment* findDepartment(std::string_view id) const;
    [[nodiscard]] const Site* findSite(std::string_view id) const;

    bool operator==(const Office&) const = default;
};

inline constexpr std::string_view OfficeFormat = "onewindow-office/1";
inline constexpr std::size_t MaxOfficeJson = std::size_t{4} << 20;

/// The JSON that is signed and carried. Reading: error BadInput naming the member that cannot be used; members this
/// version does not know are ignored.
[[nodiscard]] std::string officeToJson(const Office& office);
[[nodiscard]] base::Result<Office> officeFromJson(std::string_view json);

}  // namespace forms
