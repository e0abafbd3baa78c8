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
    asked.cites = {"m-hkb"};
    detail.course = reviewed::course({reviewed::entry(forms::Act::Claimed, "reviewer", 5), asked});
    const auto mark = reviewed::mark(1, "m-hkb", "住址不清");
    detail.annotations = {mark, reviewed::reply(mark, "pass", 120)};
    std::vector<std::string> said;
    const auto story = desk::storyOf(detail, *dossier.guide);
    for (const auto& line : story)
        said.push_back(i18n::translate(line.what, i18n::Language::English));
    EXPECT_EQ(said,
              (std::vector<std::string>{"审核人员 found a mark corrected",
                                        "Revision 2 came in, brought by agent",
                                        "窗口人员: Sealed at the window",
                                        "审核人员: Correction requested",
                                        "审核人员 claimed the case",
                                        "Revision 1 came in, brought by 窗口人员",
                                        "窗口人员: Sealed at the window"}));
    EXPECT_EQ(story[3].words, "住址不清");
    EXPECT_EQ(story[3].grounds, std::vector{dossier.guide->findMaterial("m-hkb")->name});
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
    const auto story = desk::storyOf(detail, *dossier.guide);
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
    EXPECT_EQ(desk::storyOf(dossier.detail, *dossier.guide).front().what.id, "By itself: {action}");
}

TEST(CaseStory, TellsUntilWhenWhichPaperAndWhoTookIt)
{
    auto dossier = reviewed::dossier();
    auto begun = reviewed::entry(forms::Act::ProcedureBegun, "approver", 200);
    begun.procedure = "dc";
    begun.period = forms::Period{15, forms::TimeUnit::Workday, {}};
    begun.until = base::parseDate("2026-12-15");
    auto printed = reviewed::entry(forms::Act::NoticeMade, "clerk", 210);
    printed.paper = "procedure-notice";
    auto delivered = reviewed::entry(forms::Act::Delivered, "clerk", 220);
    delivered.taker = "示例乙";
    delivered.cites = {"agent"};
    auto flagged = reviewed::entry(forms::Act::Flagged, "reviewer", 230);
    flagged.cites = {"late-notice"};
    dossier.detail.course = reviewed::course({begun, printed, delivered, flagged});
    const auto story = desk::storyOf(dossier.detail, *dossier.guide);
    const auto details = [&story](std::size_t line) {
        std::vector<std::string> said;
        for (const auto& detail : story[line].details)
            said.push_back(i18n::translate(detail, i18n::Language::English));
        return said;
    };
    EXPECT_EQ(details(0).size(), 1U) << "the cause of the flag";
    EXPECT_EQ(details(1), (std::vector<std::string>{"taken by 示例乙", "to an agent"}));
    EXPECT_EQ(details(2), (std::vector<std::string>{"Notice of a special procedure"}));
    EXPECT_EQ(
        details(3),
        (std::vector<std::string>{"special procedure: 调查核实", "for 15 working days", "until 2026-12-15"}));
}

}  // namespace
