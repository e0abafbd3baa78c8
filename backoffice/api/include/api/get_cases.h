#pragma once

#include <base/clock.h>
#include <base/date.h>
#include <base/ids.h>
#include <base/result.h>

#include <api/endpoint.h>
#include <forms/case_flow.h>
#include <forms/clocks.h>
#include <forms/waiting.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace api {

/// The cases the caller may see, oldest received first, in portions: `GET /v1/cases?state=&cursor=&limit=`.
inline constexpr Endpoint GetCases{"GET", "/v1/cases"};

inline constexpr int DefaultCasesLimit = 100;
inline constexpr int MaxCasesLimit = 500;

struct CasesQuery {
    std::optional<forms::CaseState> state;  ///< absent = all
    std::string cursor;                     ///< from the portion before; empty = from the start
    int limit = DefaultCasesLimit;

    bool operator==(const CasesQuery&) const = default;
};

/// One line of a list. The applicant is masked by the server: 示*甲.
struct CaseSummary {
    base::CaseId caseId;
    int revision = 1;
    forms::CaseState state = forms::CaseState::Submitted;
    std::string matter;  ///< guide code
    std::string matterName;
    std::string number;  ///< the official one
    std::string applicant;
    base::Timestamp received;       ///< at the counter
    std::string claimedBy;          ///< user name; empty = nobody has it
    std::optional<base::Date> due;  ///< absent: no clock runs, or it reaches a year without a calendar
    std::optional<base::Timestamp> dueAt = {};  ///< with `due` where the limit is one of hours or minutes
    forms::Light light = forms::Light::None;    ///< of the clock that is due, when the answer was made
    forms::Waiting waits = {};                  ///< who has to act, and since when
    std::vector<std::string> flags = {};        ///< causes (forms/flag.h) no supervisor has settled yet

    [[nodiscard]] bool flagged() const { return !flags.empty(); }

    bool operator==(const CaseSummary&) const = default;
};

/// `cursor` asks for the next portion; empty = this was the last.
struct CasesAnswer {
    std::vector<CaseSummary> cases;
    std::string cursor;

    bool operator==(const CasesAnswer&) const = default;
};

[[nodiscard]] std::string casesPath(const CasesQuery& query);

/// From the text behind the `?`. Error BadInput for an unknown state or a limit outside 1..MaxCasesLimit.
[[nodiscard]] base::Result<CasesQuery> parseCasesQuery(std::string_view query);

[[nodiscard]] std::string toJson(const CaseSummary& summary);
[[nodiscard]] std::string toJson(const CasesAnswer& answer);
[[nodiscard]] base::Result<CaseSummary> parseCaseSummary(std::string_view json);
[[nodiscard]] base::Result<CasesAnswer> parseCasesAnswer(std::string_view json);

}  // namespace api
