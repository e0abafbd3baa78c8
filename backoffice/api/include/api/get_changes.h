#pragma once

#include <base/clock.h>
#include <base/ids.h>
#include <base/result.h>

#include <api/endpoint.h>
#include <forms/case_flow.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace api {

/// What happened to cases the caller may see since a cursor: `GET /v1/changes?since=CURSOR[&wait=S]`. With `wait`
/// the answer is held back until something happens, at most 25 s.
inline constexpr Endpoint GetChanges{"GET", "/v1/changes"};

inline constexpr std::chrono::seconds MaxWait{25};

struct ChangesQuery {
    std::string since;  ///< empty = from the beginning
    std::chrono::seconds wait{0};

    bool operator==(const ChangesQuery&) const = default;
};

/// Due: a new calendar or office document moved what is due, and nobody did anything.
enum class ChangeKind { Action, Annotation, Receipt, Due, Document };

[[nodiscard]] std::string_view nameOf(ChangeKind kind);  ///< "annotation"
[[nodiscard]] std::optional<ChangeKind> parseChangeKind(std::string_view token);

/// That something happened; what, is asked of GET /cases/{id}.
struct Change {
    std::string cursor;  ///< after this change; opaque
    base::CaseId caseId;
    int revision = 1;
    ChangeKind kind = ChangeKind::Action;
    forms::CaseState state = forms::CaseState::Submitted;
    base::Timestamp at;

    bool operator==(const Change&) const = default;
};

/// `cursor` is where to go on, also when nothing happened.
struct ChangesAnswer {
    std::vector<Change> changes;
    std::string cursor;

    bool operator==(const ChangesAnswer&) const = default;
};

[[nodiscard]] std::string changesPath(const ChangesQuery& query);

/// From the text behind the `?`. A longer wait counts as MaxWait; error BadInput for one that is no number.
[[nodiscard]] base::Result<ChangesQuery> parseChangesQuery(std::string_view query);

/// A change of a kind this version does not know is left out when read; the cursor goes past it all the same.
[[nodiscard]] std::string toJson(const ChangesAnswer& answer);
[[nodiscard]] base::Result<ChangesAnswer> parseChangesAnswer(std::string_view json);

}  // namespace api
