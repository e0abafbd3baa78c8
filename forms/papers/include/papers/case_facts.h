#pragma once

#include <base/date.h>

#include <forms/calendar.h>
#include <forms/case.h>
#include <forms/completeness.h>
#include <forms/course.h>
#include <forms/guide.h>
#include <forms/office.h>

#include <papers/notice_facts.h>

#include <span>
#include <string>

namespace papers {

/// Where and by whom a paper is made: the site, settings of the workstation and who is logged in.
struct Counter {
    std::string centre;
    std::string site;  ///< as people know it; never an internal id
    std::string address;
    std::string telephone;
    std::string complaintTelephone;
    std::string clerk;       ///< the name that is printed
    std::string lookUpCode;  ///< what the applicant asks for progress with; may be empty
};

/// The counter at a site of the office document: its name, address and telephones where it has them.
[[nodiscard]] Counter counterAt(const forms::Site& site, Counter counter);

/// What stands beside a case when one of its papers is made. An office without departments is one that is not known
/// yet: the guide names the body then, and nobody's remedies are told by name.
struct Desk {
    const forms::Calendar& calendar;
    const forms::Office& office;
    Counter counter;
    base::Date today;
};

/// What the papers of a case at the window say: `draft` must be of this guide and `completeness` its check of today. The
/// clock runs from the receipt at the counter; a year without a calendar leaves the day open.
[[nodiscard]] NoticeFacts factsOf(const forms::Guide& guide,
                                  const forms::Case& draft,
                                  const forms::Completeness& completeness,
                                  const Desk& desk);

/// What the papers after receiving say: acceptance, decisions, not accepted, termination. `sealed` is the newest revision
/// as the check wants it (forms::checkableCase), `course` the office's. Dates are those of the steps themselves: a
/// paper made again later says the same.
[[nodiscard]] NoticeFacts factsOfCourse(const forms::Guide& guide,
                                        const forms::Case& sealed,
                                        std::span<const forms::CourseEntry> course,
                                        const Desk& desk);

}  // namespace papers
