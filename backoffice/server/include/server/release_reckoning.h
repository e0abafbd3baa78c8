#pragma once

#include <base/clock.h>
#include <base/ids.h>
#include <base/result.h>
#include <forms/course.h>
#include <server/database.h>
#include <server/fields.h>
#include <server/rules.h>

#include <string>
#include <vector>

namespace server {

/// Reckons the columns of a division's cases anew by the release these rules are of: those under way that were reckoned by
/// another, and all that never were. For a case whose due date moved a change `due` is written. Done in the transaction that
/// publishes a release, before anybody is told of it, and when an office is opened. Returns what could not be read; those
/// cases stay as they are.
[[nodiscard]] std::vector<DamagedRow> reckonAnew(Transaction& transaction,
                                                 const std::string& division,
                                                 const Rules& rules,
                                                 base::Timestamp now);

/// What a release makes the clock write at once and the one before would not have.
struct Consequence {
    base::CaseId caseId;
    std::string official;
    forms::CourseEntry entry;
};

/// By case, in the order of their ids. Nothing is written. Cases that cannot be read are stepped over.
[[nodiscard]] std::vector<Consequence> consequencesOf(Transaction& transaction,
                                                      const std::string& division,
                                                      const Rules& before,
                                                      const Rules& after,
                                                      base::Timestamp now);

}  // namespace server
