#include "guide_folder.h"

#include <forms/guide_lint.h>

#include <gtest/gtest.h>

namespace {

TEST(GuideExample, EveryExampleOfEverySampleGuideComesOutAsItsAuthorExpects)
{
    int examples = 0;
    for (const auto& file : tests::filesIn(tests::guideFolder())) {
        const auto guide = forms::readGuide(tests::readText(file)).value();
        for (const auto& example : guide.examples) {
            ++examples;
            for (const auto& difference : forms::runExample(guide, example))
                ADD_FAILURE() << guide.code << " / " << example.name << ": "
                              << base::fillPlaces(difference.id, difference.arguments);
        }
    }
    EXPECT_EQ(examples, 49);
}

TEST(GuideExample, SaysEachDifferenceOfAnExampleThatFails)
{
    const auto guide = tests::guideOf("gt-sl");
    auto example = guide.examples.front();
    example.verdict = "refused";
    example.missing = {"m-cs"};
    const auto differences = forms::runExample(guide, example);
    ASSERT_EQ(differences.size(), 2u);
    EXPECT_EQ(base::fillPlaces(differences[0].id, differences[0].arguments),
              "The verdict should be refused, but the check says acceptable.");
    EXPECT_EQ(base::fillPlaces(differences[1].id, differences[1].arguments),
              "missing should be m-cs, but the check says –.");
}

TEST(GuideExample, AFailedExemptionIsOfItsMaterialAloneAndNotOfTheFormBehindIt)
{
    const auto guide = tests::guideOf("bdc-zy-clf");
    auto example = guide.examples.front();
    example.exemptionFailed = {"m-xw"};
    example.verdict = "needs-correction";
    std::erase(example.exempt, "m-xw");
    example.missing = {"m-xw"};
    EXPECT_TRUE(forms::runExample(guide, example).empty());
}

}  // namespace
