#include "reviewed_case.h"

#include <desk/case_story.h>

#include <i18n/language.h>

#include <gtest/gtest.h>

namespace {

TEST(CaseStory, TellsNewestFirstWhoDidWhatByTheirNames)
{
    auto dossier = reviewed::dossier();
    auto& detail = dossier.detail;
    auto asked = reviewed::entry(forms::Act::CorrectionRequested, "reviewer", 20);
    asked.reason = "住址不清";
    detail.course = reviewed::course({reviewed::entry(forms::Act::Claimed, "reviewer", 5), asked});
    const auto mark = reviewed::mark(1, "m-hkb", "住址不清");
    detail.annotations = {mark, reviewed::reply(mark, "pass", 120)};
    std::vector<std::string> said;
    for (const auto& line : desk::storyOf(detail))
        said.push_back(i18n::translate(line.what, i18n::Language::English));
    EXPECT_EQ(said,
              (std::vector<std::string>{"审核人员 found a mark corrected",
                                        "Revision 2 came in, brought by agent",
                                        "审核人员: Correction requested",
                                        "审核人员 claimed the case",
                                        "Revision 1 came in, brought by 窗口人员"}));
    EXPECT_EQ(desk::storyOf(detail)[2].words, "住址不清");
}

TEST(CaseStory, TellsHowEachPartOfABundleEnded)
{
    auto dossier = reviewed::dossier();
    auto& detail = dossier.detail;
    const auto part = [](const std::string& department, forms::ChildState state, int minutes) {
        return api::ChildRecord{
            {"part", department, "", state, {}, reviewed::at(minutes), "reviewer", ""}, {}, {}, {}};
    };
    detail.children = {part("自来水公司", forms::ChildState::Done, 150),
                       part("燃气公司", forms::ChildState::Refused, 160),
                       part("广电公司", forms::ChildState::Ended, 170)};
    detail.children[1].child.note = "未通过安检";
    const auto story = desk::storyOf(detail);
    std::vector<std::string> said;
    for (const auto& line : story)
        said.push_back(i18n::translate(line.what, i18n::Language::English));
    said.resize(3);
    EXPECT_EQ(said,
              (std::vector<std::string>{"The part of 广电公司 ended unsettled",
                                        "审核人员: the part of 燃气公司 is refused",
                                        "审核人员: the part of 自来水公司 is done"}));
    EXPECT_EQ(story[1].words, "未通过安检");
}

TEST(CaseStory, WhatTheClockDidNamesNobody)
{
    auto dossier = reviewed::dossier();
    auto lapsed = reviewed::entry(forms::Act::Lapsed, "clock", 200);
    lapsed.role = forms::Role::Clock;
    dossier.detail.course = reviewed::course({lapsed});
    EXPECT_EQ(desk::storyOf(dossier.detail).front().what.id, "By itself: {action}");
}

}  // namespace
