#pragma once

#include "told_course.h"

#include <forms/allowed.h>

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tests {

using forms::Act;
using forms::Action;
using forms::CaseState;
using forms::Person;
using forms::Role;

/// The shortest course to each state, told by people who do nothing else.
inline ToldCourse courseTo(CaseState state)
{
    using enum CaseState;
    ToldCourse told;
    if (state == Draft)
        return told;
    told.then(Act::Received, "2026-04-13T09:00", "window").then(Act::Sealed, "2026-04-13T09:05", "window");
    if (state == Sealed)
        return told;
    told.then(Act::Arrived, "2026-04-13T09:06", "window");
    static const std::map<CaseState, std::vector<Act>> ways{
        {Submitted, {}},
        {CorrectionRequested, {Act::CorrectionRequested}},
        {Returned, {Act::Returned}},
        {NotAccepted, {Act::NotAccepted}},
        {Accepted, {Act::Accepted}},
        {UnderReview, {Act::Accepted, Act::Examined}},
        {Suspended, {Act::Accepted, Act::Examined, Act::ProcedureBegun}},
        {Approved, {Act::Accepted, Act::Examined, Act::Approved}},
        {Refused, {Act::Accepted, Act::Examined, Act::Refused}},
        {Certified, {Act::Accepted, Act::Examined, Act::Approved, Act::Certified}},
        {Delivered, {Act::Accepted, Act::Examined, Act::Approved, Act::Certified, Act::Delivered}},
        {Closed, {Act::Accepted, Act::Examined, Act::Refused, Act::Delivered, Act::Closed}},
        {Withdrawn, {Act::Accepted, Act::Withdrawn}},
        {Terminated, {Act::CorrectionRequested, Act::Lapsed}},
    };
    for (const auto act : ways.at(state))
        told.then(act, "2026-04-13T10:00", "past-" + std::string(nameOf(act)));
    return told;
}

class Never : public testing::Test
{
  protected:
    Never()
    {
        guide.handling = forms::Handling::Immediate;
        guide.decides = forms::DecidedBy::Window;
        guide.limits.correction = {"xkf32", {5, forms::TimeUnit::Workday, {}}, true, true};
    }

    bool may(const std::string& user,
             const std::vector<Role>& roles,
             Action action,
             const ToldCourse& told) const
    {
        const Person person{user, roles, {}, {}, {}};
        return forms::mayTake(action, guide, told.course, office, person, hall("2026-04-14T09:00"))
            .has_value();
    }

    std::optional<base::ErrorCode> why(const std::string& user,
                                       Role role,
                                       Action action,
                                       const ToldCourse& told) const
    {
        const Person person{user, {role}, {}, {}, {}};
        const auto taken =
            forms::mayTake(action, guide, told.course, office, person, hall("2026-04-14T09:00"));
        return taken ? std::nullopt : std::optional(taken.error().code);
    }

    forms::Guide guide;
    forms::Office office;
};

}  // namespace tests
