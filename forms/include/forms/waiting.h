#pragma once

#include <forms/clocks.h>
#include <forms/course.h>
#include <forms/guide.h>
#include <forms/office.h>
#include <forms/paper_kind.h>

#include <optional>
#include <span>
#include <vector>

namespace forms {

/// Who has to act next.
enum class WaitsFor { Nobody, Window, Applicant, Reviewer, Approver, Certifier, Procedure };

[[nodiscard]] std::string_view nameOf(WaitsFor party);
[[nodiscard]] std::string_view titleOf(WaitsFor party);  ///< message id
[[nodiscard]] std::optional<WaitsFor> parseWaitsFor(std::string_view token);

struct Waiting {
    WaitsFor who = WaitsFor::Nobody;
    base::Timestamp since;

    bool operator==(const Waiting&) const = default;
};

[[nodiscard]] Waiting waitsFor(const Guide& guide, std::span<const CourseEntry> course);

/// A paper that a step makes due and nobody has made since (papersDue): what the window prints and hands over.
struct PaperDue {
    PaperKind kind = PaperKind::ReceiptSlip;
    int entry = 0;  ///< CourseEntry::n of the step it belongs to

    bool operator==(const PaperDue&) const = default;
};

[[nodiscard]] std::vector<PaperDue> papersDue(const Guide& guide,
                                              std::span<const CourseEntry> course,
                                              const Office& office);

}  // namespace forms
