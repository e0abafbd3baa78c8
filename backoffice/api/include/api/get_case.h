#pragma once

#include <base/clock.h>
#include <base/digest.h>
#include <base/ids.h>
#include <base/result.h>

#include <api/endpoint.h>
#include <api/get_cases.h>
#include <api/post_actions.h>
#include <api/post_documents.h>
#include <forms/annotation.h>
#include <forms/child_cases.h>
#include <forms/course.h>
#include <forms/period.h>

#include <string>
#include <string_view>
#include <vector>

namespace api {

/// Everything of one case, for who may see it.
inline constexpr Endpoint GetCase{"GET", "/v1/cases/{id}"};

[[nodiscard]] std::string casePath(base::CaseId caseId);

/// One revision as it was handed in. Names and texts are in the signed bytes, not masked.
struct RevisionRecord {
    int revision = 1;
    std::string manifest;      ///< the JWS as sent
    base::Digest digest;       ///< of its payload
    base::Timestamp received;  ///< by the server
    std::string carrier;       ///< user whose session brought it; the author is the JWS's key

    bool operator==(const RevisionRecord&) const = default;
};

/// A user named somewhere in the case, for people to read.
struct Person {
    std::string name;         ///< the user name
    std::string displayName;  ///< may be empty

    bool operator==(const Person&) const = default;
};

/// Another case of the same applicant and matter that is under way: told, never in the way of anything.
struct OtherCase {
    base::CaseId caseId;
    std::string number;  ///< the official one
    forms::CaseState state = forms::CaseState::Submitted;

    bool operator==(const OtherCase&) const = default;
};

/// A child of a bundle case (一件事), from acceptance on.
struct ChildRecord {
    forms::ChildCase child;
    forms::Period limit;  ///< the guide's: `n` and `unit` say how long where the date follows
    std::optional<base::Date>
        due;  ///< absent: its clock does not run yet, or reaches a year without a calendar
    std::vector<forms::ChildAction> allowed;  ///< what the caller may do with it now

    bool operator==(const ChildRecord&) const = default;
};

struct CaseDetail {
    CaseSummary summary;
    std::vector<RevisionRecord> revisions;  ///< oldest first
    std::vector<forms::Annotation> annotations;
    forms::Course course;                   ///< what happened, oldest first; the state follows from it
    std::vector<DocumentRecord> documents;  ///< papers and results, in the order they came
    std::vector<RequestedAction>
        allowed;  ///< what the caller may do now; the server decides again when it is done
    std::vector<OtherCase> duplicates;
    std::vector<ChildRecord> children;  ///< in the guide's order; none for a case that is no bundle
    std::vector<Person> people;         ///< every user named above, once, by user name

    /// The user as people call her; the user name itself for one the answer does not know.
    [[nodiscard]] const std::string& nameOf(const std::string& user) const;

    bool operator==(const CaseDetail&) const = default;
};

[[nodiscard]] std::string toJson(const CaseDetail& detail);

/// An allowed action this version does not know is left out. What earlier versions kept, with `actions` in place of a
/// course, is read as the course they make (course_of_actions.h).
[[nodiscard]] base::Result<CaseDetail> parseCaseDetail(std::string_view json);

}  // namespace api
