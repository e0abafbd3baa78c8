#pragma once

#include <base/date.h>

#include <forms/calendar.h>
#include <forms/case.h>
#include <forms/completeness.h>
#include <forms/guide.h>

#include <papers/notice_facts.h>

#include <string>

namespace papers {

/// Where and by whom a notice is made: settings of the workstation and who is logged in.
struct Counter {
    std::string centre;
    std::string window;
    std::string telephone;
    std::string complaintTelephone;
    std::string clerk;       ///< the name that is printed
    std::string lookUpCode;  ///< what the applicant asks for progress with; may be empty
};

/// What the notices of a case say: `draft` must be of this guide and `completeness` its check of `today`. The clock
/// runs from the receipt at the counter; a year without a calendar leaves the day open. Nothing in a guide limits
/// how long the applicant may take to supplement, so `supplementDue` stays empty.
[[nodiscard]] NoticeFacts factsOf(const forms::Guide& guide,
                                  const forms::Case& draft,
                                  const forms::Completeness& completeness,
                                  const forms::Calendar& calendar,
                                  const Counter& counter,
                                  base::Date today);

}  // namespace papers
