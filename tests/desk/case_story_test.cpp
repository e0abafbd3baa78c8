#include "reviewed_case.h"

#include <desk/case_story.h>

#include <i18n/language.h>

#include <gtest/gtest.h>

namespace {

TEST(CaseStory, TellsNewestFirstWhoDidWhatByTheirNames)
{
    auto dossier = reviewed::dossier();
    auto& detail = dossier.detail;
    auto asked = reviewed::step(forms::Action::RequestCorrection, "reviewer", 20);
    asked.request.reason = "住址不清";
    auto claim = reviewed::step(forms::Action::Accept, "reviewer", 5);
    claim.request.action = api::ClaimAction::Claim;
    detail.actions = {claim, asked};
    const auto mark = reviewed::mark(1, "m-hkb", "住址不清");
    detail.annotations = {mark, reviewed::reply(mark, "pass", 120)};
    std::vector<std::string> said;
    for (const auto& line : desk::storyOf(detail))
        said.push_back(i18n::translate(line.what, i18n::Language::English));
    EXPECT_EQ(said,
              (std::vector<std::string>{"审核人员 found a mark corrected",
                                        "Revision 2 came in, brought by agent",
                                        "审核人员: Request a correction",
                                        "审核人员 claimed the case",
                                        "Revision 1 came in, brought by 窗口人员"}));
    EXPECT_EQ(desk::storyOf(detail)[2].words, "住址不清");
}

TEST(CaseStory, WhatTheClockDidNamesNobody)
{
    auto dossier = reviewed::dossier();
    auto lapsed = reviewed::step(forms::Action::Lapse, "clock", 200);
    lapsed.role = forms::Role::Clock;
    dossier.detail.actions = {lapsed};
    EXPECT_EQ(desk::storyOf(dossier.detail).front().what.id, "By itself: {action}");
}

}  // namespace
