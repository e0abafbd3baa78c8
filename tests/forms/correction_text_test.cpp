#include "told_course.h"

#include <forms/correction_text.h>
#include <forms/guide.h>

#include <gtest/gtest.h>

namespace {

using tests::hall;

class CorrectionText : public testing::Test
{
  protected:
    CorrectionText()
    {
        asked.act = forms::Act::CorrectionRequested;
        asked.at = asked.noted = hall("2026-09-22T09:00");
        asked.revision = 2;
    }

    forms::Annotation& mark(int revision,
                            const std::string& point,
                            const std::string& text,
                            const std::string& at)
    {
        forms::Annotation one;
        one.created = hall(at);
        one.id = base::AnnotationId::make(one.created);
        one.revision = revision;
        one.point = point;
        one.verdict = "fail";
        one.text = text;
        marks.push_back(one);
        return marks.back();
    }

    void reply(const forms::Annotation& to, const std::string& verdict, const std::string& at)
    {
        auto one = to;
        one.created = hall(at);
        one.id = base::AnnotationId::make(one.created);
        one.motivation = forms::Motivation::Replying;
        one.inReplyTo = to.id;
        one.verdict = verdict;
        one.text.clear();
        marks.push_back(one);
    }

    std::string text() const { return forms::correctionText(guide, asked, marks); }

    const forms::Guide guide = tests::guideOf("hk-qy");
    const std::string card = guide.findMaterial("m-id")->name;
    const std::string valid = guide.findPoint("m-id", "id-valid")->text;
    const std::string book = guide.findMaterial("m-hkb")->name;
    forms::CourseEntry asked;
    std::vector<forms::Annotation> marks;
};

TEST_F(CorrectionText, SaysTheReasonAndThenEachCitedDemandInTheGuidesOrderAndWords)
{
    asked.reason = "请一次补齐";
    asked.cites = {"m-hkb", "m-id/id-valid"};
    EXPECT_EQ(text(), "请一次补齐\n1．" + card + "：" + valid + "\n2．" + book);
}

TEST_F(CorrectionText, SaysWhatTheMarksFoundWrongOnce)
{
    asked.cites = {"m-id/id-valid"};
    mark(2, "m-id/id-valid", "已过期", "2026-09-22T08:00");
    mark(2, "m-id/id-valid", "已过期", "2026-09-22T08:01");
    mark(2, "m-id/id-valid", "照片不清", "2026-09-22T08:02");
    mark(2, "m-hkb", "缺页", "2026-09-22T08:03");
    EXPECT_EQ(text(), "1．" + card + "：" + valid + "。已过期；照片不清");
}

TEST_F(CorrectionText, DoesNotSayAgainWhatTheReasonNames)
{
    asked.reason = card + "：" + valid + "，请更换";
    asked.cites = {"m-id/id-valid"};
    EXPECT_EQ(text(), asked.reason);
}

TEST_F(CorrectionText, TakesEarlierMarksOnlyWhenTheyWereFoundNotCorrected)
{
    asked.cites = {"m-id", "m-hkb"};
    const auto done = mark(1, "m-id", "模糊", "2026-09-18T08:00");
    const auto open = mark(1, "m-hkb", "缺页", "2026-09-18T08:01");
    reply(done, "pass", "2026-09-22T08:00");
    reply(open, "fail", "2026-09-22T08:01");
    const auto items = forms::correctionItems(guide, asked, marks);
    ASSERT_EQ(items.size(), 2U);
    EXPECT_EQ(items[0].wrong, "");
    EXPECT_EQ(items[1].wrong, "缺页");
}

TEST_F(CorrectionText, StaysWhateverIsMarkedOrSettledLater)
{
    asked.cites = {"m-id"};
    mark(2, "m-id", "模糊", "2026-09-22T08:00");
    const auto then = text();
    mark(2, "m-id", "又发现缺一角", "2026-09-25T08:00");
    marks.front().settled = true;
    reply(marks.front(), "pass", "2026-09-26T08:00");
    EXPECT_EQ(text(), then);
}

}  // namespace
