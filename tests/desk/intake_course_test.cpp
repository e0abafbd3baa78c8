#include "desk/counter.h"

#include <desk/inbox_desk.h>

#include <forms/case_flow.h>

#include <gtest/gtest.h>

namespace {

using forms::Act;
using forms::CaseState;
using forms::PaperKind;

std::vector<Act> actsOf(const forms::Course& course)
{
    std::vector<Act> acts;
    for (const auto& entry : course)
        acts.push_back(entry.act);
    return acts;
}

using Acts = std::vector<Act>;

/// What happens at the window is written down when it happens.
class AtTheWindow : public testing::Test
{
  protected:
    AtTheWindow()
    {
        counter.publish(tests::guideText("sb-jfzm"));
        counter.publish(tests::guideText("hk-qy"));
    }

    /// A case of sb-jfzm that is acceptable.
    base::CaseId acceptable()
    {
        const auto id = counter.intake.open("sb-jfzm")->draft.id;
        EXPECT_TRUE(counter.intake.answer(id, {{"who", "self"}, {"ins", "yl"}, {"range", "y1"}}));
        EXPECT_TRUE(counter.intake.fill(id,
                                        {{{}, "name", "示例甲"},
                                         {{}, "idno", "330399198506150139"},
                                         {{}, "purpose", "购房"},
                                         {{}, "copies", "1"}}));
        EXPECT_TRUE(counter.intake.exempt(id, {"m-id", {}}, "read-card", "1"));
        return id;
    }

    forms::Case stored(base::CaseId id) { return counter.place.cases().load(id).value(); }

    desk::PrintedNotice print(base::CaseId id, PaperKind kind, const desk::Giving& giving = {})
    {
        const auto printed = counter.intake.notice(id, kind, giving);
        EXPECT_TRUE(printed.has_value()) << (printed ? "" : base::describe(printed.error()));
        return printed.value_or(desk::PrintedNotice{kind, {}, {}});
    }

    /// The case as the back office has it after these happened there, pulled.
    void tell(base::CaseId id, std::vector<forms::CourseEntry> more, CaseState state)
    {
        api::CaseDetail detail;
        detail.summary.caseId = id;
        detail.summary.state = state;
        detail.summary.number = "330399-20261122-00001";
        detail.summary.received = stored(id).received;
        detail.course = desk::windowPart(stored(id));
        forms::CourseEntry arrived;
        arrived.act = Act::Arrived;
        arrived.at = arrived.noted = counter.clock.now();
        append(detail.course, arrived);
        for (auto& entry : more) {
            entry.at = entry.noted = counter.clock.now();
            append(detail.course, entry);
        }
        detail.annotations = marks;
        ASSERT_TRUE(counter.place.inbox().keep(detail));
        ASSERT_TRUE(counter.place.inbox().moveCursor("1", counter.clock.now()));
        ASSERT_TRUE(counter.place.cases().change(id, [state](forms::Case& c) -> base::Status {
            c.state = state;
            c.officialNumber = "330399-20261122-00001";
            return {};
        }));
    }

    static forms::CourseEntry entry(Act act,
                                    const std::string& reason = {},
                                    std::vector<std::string> cites = {})
    {
        forms::CourseEntry entry;
        entry.act = act;
        entry.by = "reviewer";
        entry.role = forms::Role::Reviewer;
        entry.reason = reason;
        entry.cites = std::move(cites);
        return entry;
    }

    tests::Counter counter;
    std::vector<forms::Annotation> marks;
};

TEST_F(AtTheWindow, TheCourseBeginsWithTheReceiptAndEndsWithTheSeal)
{
    const auto id = acceptable();
    ASSERT_EQ(actsOf(stored(id).course), (Acts{Act::Received}));
    EXPECT_EQ(stored(id).course.front().at, stored(id).received);
    EXPECT_EQ(stored(id).course.front().by, "clerk");
    counter.clock.advance(std::chrono::minutes(5));
    const auto sealed = counter.intake.seal(id);
    ASSERT_TRUE(sealed.has_value()) << (sealed ? "" : base::describe(sealed.error()));
    EXPECT_EQ(actsOf(sealed->manifest().sealed.course), (Acts{Act::Received, Act::Sealed}));
    EXPECT_EQ(sealed->manifest().sealed.course.back().at, sealed->manifest().sealedAt);
    EXPECT_EQ(stored(id).course, sealed->manifest().sealed.course);
}

TEST_F(AtTheWindow, APaperIsMadeOnceUnderItsNumberUntilWhatItSaysChanges)
{
    const auto id = acceptable();
    const auto slip = print(id, PaperKind::ReceiptSlip);
    EXPECT_TRUE(slip.number.starts_with("〔2026〕W")) << slip.number;
    EXPECT_TRUE(slip.number.ends_with("-1号")) << slip.number;
    EXPECT_TRUE(counter.place.pages().has(slip.sha256));
    EXPECT_EQ(actsOf(stored(id).course), (Acts{Act::Received, Act::NoticeMade}));
    counter.clock.advance(std::chrono::hours(30));
    const auto again = print(id, PaperKind::ReceiptSlip);
    EXPECT_EQ(again.sha256, slip.sha256) << "the next day it is the same paper";
    EXPECT_EQ(actsOf(stored(id).course), (Acts{Act::Received, Act::NoticeMade}));
    ASSERT_TRUE(counter.intake.fill(id, {{{}, "name", "示例乙"}}));
    const auto other = print(id, PaperKind::ReceiptSlip);
    EXPECT_NE(other.sha256, slip.sha256);
    EXPECT_EQ(other.number, slip.number);
    EXPECT_EQ(stored(id).notices.size(), 1U);
    EXPECT_EQ(stored(id).notices.front().sha256, other.sha256);
    const auto second = acceptable();
    EXPECT_TRUE(print(second, PaperKind::ReceiptSlip).number.ends_with("-2号"));
}

TEST_F(AtTheWindow, WhoTookAPaperIsNotedOnce)
{
    const auto id = acceptable();
    const auto slip = print(id, PaperKind::ReceiptSlip, {"示例甲", "person", 2});
    ASSERT_TRUE(slip.handed.has_value());
    EXPECT_EQ(stored(id).notices.front().handed->to, "示例甲");
    EXPECT_EQ(stored(id).notices.front().copies, 2);
    EXPECT_EQ(stored(id).course.back().act, Act::NoticeHandedOver);
    EXPECT_EQ(stored(id).course.back().taker, "示例甲");
    EXPECT_EQ(counter.intake.notice(id, PaperKind::ReceiptSlip, {"示例乙", "mail", 0}).error().code,
              base::ErrorCode::Conflict);
    EXPECT_EQ(counter.intake.notice(id, PaperKind::MaterialList, {"示例乙", "pigeon", 0}).error().code,
              base::ErrorCode::BadArgument);
}

TEST_F(AtTheWindow, AListOfMaterialsIsNoPaperOfTheCase)
{
    const auto id = acceptable();
    const auto list = print(id, PaperKind::MaterialList);
    EXPECT_EQ(list.number, "");
    EXPECT_TRUE(stored(id).notices.empty());
    EXPECT_EQ(actsOf(stored(id).course), (Acts{Act::Received}));
}

TEST_F(AtTheWindow, WhatIsPutOffIsInTheCourseAndNoMoreWhenItIsDemandedAgain)
{
    const auto id = counter.intake.open("hk-qy")->draft.id;
    ASSERT_TRUE(counter.intake.answer(id,
                                      {{"kind", "marry"},
                                       {"dir", "in"},
                                       {"range", "city"},
                                       {"local", "yes"},
                                       {"house", "host"},
                                       {"child", "yes"},
                                       {"agent", "self"}}));
    ASSERT_TRUE(counter.intake.fill(id, {{{}, "name", "示例甲"}, {{}, "idno", "330399198506150139"}}));
    const auto today = base::hallDate(counter.clock.now());
    ASSERT_TRUE(counter.intake.defer(id, {"m-csz", {}}, today));
    ASSERT_EQ(actsOf(stored(id).course), (Acts{Act::Received, Act::Deferred}));
    EXPECT_EQ(stored(id).course.back().cites, std::vector<std::string>{"m-csz"});
    EXPECT_EQ(stored(id).course.back().until, today);
    print(id, PaperKind::DeferralCommitment);
    EXPECT_EQ(stored(id).notices.size(), 1U);
    // Pages of the signed paper lie under its name.
    forms::Page page;
    page.id = base::PageId::make(counter.clock.now());
    page.sha256 = counter.place.pages().keep("an image")->sha256;
    ASSERT_TRUE(counter.place.cases().change(id, [&page](forms::Case& c) -> base::Status {
        c.pages.push_back(page);
        return {};
    }));
    ASSERT_TRUE(counter.intake.movePage(id, page.id, {"deferral-commitment", {}}, 0));
    EXPECT_EQ(stored(id).findMaterial("deferral-commitment")->pages.size(), 1U);
    ASSERT_TRUE(counter.intake.demand(id, {"m-csz", {}}));
    EXPECT_EQ(actsOf(stored(id).course), (Acts{Act::Received}));
    EXPECT_TRUE(stored(id).notices.empty()) << "a commitment to nothing is none";
    EXPECT_EQ(stored(id).findMaterial("deferral-commitment"), nullptr);
    EXPECT_EQ(stored(id).pages.size(), 1U) << "the page is not lost";
}

TEST_F(AtTheWindow, AnAnswerFillsTheFieldsThatTakeItOverAndAreEmpty)
{
    const auto id = counter.intake.open("sb-jfzm")->draft.id;
    const auto fieldFrom = [&](const std::string& source) {
        for (const auto& form : counter.intake.reload(id)->guide->forms)
            for (const auto& field : form.fields())
                if (field.prefill == "situation:" + source)
                    return std::pair(form.id(), field.pointer);
        return std::pair<std::string, std::string>();
    };
    const auto [form, pointer] = fieldFrom("ins");
    ASSERT_FALSE(form.empty());
    ASSERT_TRUE(counter.intake.answer(id, {{"ins", "yl"}}));
    const auto filled = stored(id).forms[form].text(pointer);
    ASSERT_TRUE(filled.has_value());
    ASSERT_TRUE(counter.intake.answer(id, {{"ins", "gs"}}));
    EXPECT_EQ(stored(id).forms[form].text(pointer), filled) << "what is there was put there by somebody";
}

TEST_F(AtTheWindow, AClockThatWasSetBackIsNamedBeforeAnythingIsSealed)
{
    const auto id = acceptable();
    counter.clock.advance(std::chrono::minutes(-1));
    const auto sealed = counter.intake.seal(id);
    ASSERT_FALSE(sealed.has_value());
    EXPECT_NE(sealed.error().message.find("clock"), std::string::npos) << sealed.error().message;
    EXPECT_EQ(stored(id).state, CaseState::Draft);
    EXPECT_EQ(actsOf(stored(id).course), (Acts{Act::Received}));
}

TEST_F(AtTheWindow, WhatTheCourseMakesDueIsPrintedOnceAndThenNotDueAnyMore)
{
    const auto id = acceptable();
    print(id, PaperKind::ReceiptSlip);
    ASSERT_TRUE(counter.intake.seal(id));
    tell(id, {entry(Act::Accepted)}, CaseState::Accepted);
    auto view = counter.intake.reload(id).value();
    ASSERT_EQ(view.papersDue.size(), 1U);
    EXPECT_EQ(view.papersDue.front().kind, PaperKind::AcceptanceNotice);
    EXPECT_FALSE(view.clocks.empty());
    EXPECT_EQ(view.waits.who, forms::WaitsFor::Reviewer);
    const auto notice = print(id, PaperKind::AcceptanceNotice);
    EXPECT_TRUE(notice.number.ends_with("-2号")) << notice.number;
    view = counter.intake.reload(id).value();
    EXPECT_TRUE(view.papersDue.empty());
    EXPECT_EQ(view.known.papers.back().place, desk::PaperPlace::Waiting);
    EXPECT_EQ(print(id, PaperKind::AcceptanceNotice).sha256, notice.sha256);
    EXPECT_EQ(counter.place.papers().ofCase(id)->size(), 1U);
    print(id, PaperKind::AcceptanceNotice, {"示例甲", "person", 0});
    EXPECT_EQ(counter.place.papers().ofCase(id)->front().record.handed->to, "示例甲");
    EXPECT_EQ(counter.intake.reload(id)->known.course.back().act, Act::NoticeHandedOver);
    EXPECT_EQ(counter.intake.notice(id, PaperKind::PaymentNotice).error().code, base::ErrorCode::NotAllowed);
}

TEST_F(AtTheWindow, AReasonOfTheBackOfficeReachesTheWindowWithWhatItRestsOn)
{
    const auto id = acceptable();
    ASSERT_TRUE(counter.intake.seal(id));
    tell(id,
         {entry(Act::Accepted), entry(Act::Examined), entry(Act::Refused, "单位未缴费", {"m-id"})},
         CaseState::Refused);
    const auto view = counter.intake.reload(id).value();
    ASSERT_TRUE(view.told.has_value());
    EXPECT_EQ(view.told->act, Act::Refused);
    EXPECT_EQ(view.told->reason, "单位未缴费");
    EXPECT_EQ(view.told->grounds, std::vector{view.guide->findMaterial("m-id")->name});
    EXPECT_FALSE(view.todo.empty());
    const auto inbox = desk::InboxDesk(counter.place).list();
    ASSERT_EQ(inbox->size(), 1U);
    EXPECT_EQ(inbox->front().told->reason, "单位未缴费");
    EXPECT_EQ(inbox->front().number, "330399-20261122-00001");
    EXPECT_FALSE(inbox->front().cameBack);
    EXPECT_EQ(inbox->front().papersDue.back().kind, PaperKind::Refusal);
    EXPECT_EQ(desk::InboxDesk(counter.place).show(base::CaseId::make(counter.clock.now())).error().code,
              base::ErrorCode::NotFound);
}

TEST_F(AtTheWindow, TheNextRevisionBeginsWithoutWhatTheOfficeHasAndAnswersItsMarks)
{
    const auto id = acceptable();
    print(id, PaperKind::ReceiptSlip);
    ASSERT_TRUE(counter.intake.seal(id));
    forms::Annotation mark;
    mark.id = base::AnnotationId::make(counter.clock.now());
    mark.caseId = id;
    mark.created = counter.clock.now();
    mark.pointer = "/forms/" + counter.intake.reload(id)->guide->forms.front().id() + "/purpose";
    mark.point = "m-id";
    mark.verdict = "fail";
    mark.text = "用途不清";
    marks = {mark};
    auto asked = entry(Act::CorrectionRequested, "请补正", {"m-id"});
    asked.revision = 1;
    tell(id, {asked}, CaseState::CorrectionRequested);
    EXPECT_NE(counter.intake.reload(id)->told->reason.find("用途不清"), std::string::npos);
    const auto draft = counter.intake.reopen(id).value();
    EXPECT_EQ(draft.draft.revision, 2);
    EXPECT_TRUE(draft.draft.course.empty());
    EXPECT_TRUE(draft.draft.notices.empty());
    ASSERT_EQ(draft.unanswered.size(), 1U);
    EXPECT_EQ(counter.intake.seal(id).error().code, base::ErrorCode::NotAcceptable);
    EXPECT_EQ(counter.intake.answerMark(id, {mark.id, forms::AnswerHow::Filled, {}}).error().code,
              base::ErrorCode::NotAllowed)
        << "nothing was changed";
    EXPECT_TRUE(counter.intake.answerMark(id, {mark.id, forms::AnswerHow::Stays, "申请人如此要求"})
                    ->unanswered.empty());
    const auto changed = counter.intake.fill(id, {{{}, "purpose", "贷款"}}).value();
    EXPECT_EQ(changed.draft.answersTo.front().how, forms::AnswerHow::Filled)
        << "the change is the answer now";
    const auto sealed = counter.intake.seal(id);
    ASSERT_TRUE(sealed.has_value()) << (sealed ? "" : base::describe(sealed.error()));
    EXPECT_EQ(sealed->manifest().sealed.answersTo.size(), 1U);
    EXPECT_EQ(actsOf(sealed->manifest().sealed.course), (Acts{Act::Sealed}));
}

}  // namespace
