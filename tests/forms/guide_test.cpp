#include "guide_folder.h"

#include <gtest/gtest.h>

namespace {

TEST(Guide, EverySampleGuideIsRead)
{
    const auto files = tests::filesIn(tests::guideFolder());
    ASSERT_EQ(files.size(), 8u);
    for (const auto& file : files) {
        const auto guide = forms::readGuide(tests::readText(file));
        EXPECT_TRUE(guide) << file << ": " << (guide ? "" : base::describe(guide.error()));
    }
}

TEST(Guide, KnowsItsPartsById)
{
    const auto guide = tests::guideOf("gt-sl");
    EXPECT_EQ(guide.name(), "个体工商户设立登记");
    EXPECT_EQ(guide.department.name, "测试区市场监督管理局");
    EXPECT_EQ(guide.handling, forms::Handling::Immediate);
    EXPECT_TRUE(guide.limits.correction.resubmissionIsNewCase());
    EXPECT_EQ(guide.limits.promised, (forms::Period{30, forms::TimeUnit::Minute, "当场登记"}));
    ASSERT_NE(guide.findMaterial("m-zgs"), nullptr);
    EXPECT_EQ(guide.findMaterial("m-zgs")->necessity, forms::Necessity::Deferrable);
    EXPECT_EQ(guide.findMaterial("m-zgs")->deferralDays, std::nullopt);
    EXPECT_EQ(tests::guideOf("sdqg-gh").findMaterial("m-hh")->deferralDays, 3);
    EXPECT_EQ(guide.findMaterial("m-nowhere"), nullptr);
    ASSERT_NE(guide.findPoint("m-id", "id-check"), nullptr);
    EXPECT_EQ(guide.findPoint("m-id", "id-check")->automatic, "gb11643");
    EXPECT_EQ(guide.findPoint("m-id", "nowhere"), nullptr);
    ASSERT_NE(guide.findForm("application"), nullptr);
    EXPECT_EQ(guide.sha256, base::Digest::of(tests::guideText("gt-sl")));
}

}  // namespace
