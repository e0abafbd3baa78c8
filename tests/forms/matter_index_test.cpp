#include "guide_folder.h"

#include <forms/matter_index.h>

#include <gtest/gtest.h>

namespace {

using forms::MatterEntry;
using forms::MatterIndex;
using Codes = std::vector<std::string>;

MatterIndex sample()
{
    std::vector<MatterEntry> entries;
    for (const auto& file : tests::filesIn(tests::guideFolder()))
        entries.push_back(forms::matterEntryOf(forms::readGuide(tests::readText(file)).value()));
    entries.push_back({"cq", "重庆小吃登记", {}, {}, "测试区商务局"});
    entries.push_back({"yyzz-bg", "营业执照变更", {}, {}, "测试区市场监督管理局"});
    return MatterIndex(std::move(entries));
}

Codes find(const MatterIndex& index, std::string_view text, std::size_t limit = 20)
{
    Codes codes;
    for (const auto* entry : index.find(text, limit))
        codes.push_back(entry->code);
    return codes;
}

TEST(MatterIndex, FindsAPieceOfTheNameOrAnAlias)
{
    const auto index = sample();
    EXPECT_EQ(find(index, "工商户"), Codes{"gt-sl"});
    EXPECT_EQ(find(index, "开店"), Codes{"gt-sl"});
    EXPECT_EQ(find(index, "没有这个"), Codes{});
}

TEST(MatterIndex, PutsTheWholeTextBeforeItsBeginningBeforeAPiece)
{
    const auto index = sample();
    // 营业执照 is an alias of one matter and the beginning of another's name.
    EXPECT_EQ(find(index, "营业执照"), (Codes{"gt-sl", "yyzz-bg"}));
    EXPECT_EQ(find(index, "执照"), (Codes{"yyzz-bg", "gt-sl"}));
}

TEST(MatterIndex, FindsPinyinInitialsAndAllReadings)
{
    const auto index = sample();
    EXPECT_EQ(find(index, "chongqing"), Codes{"cq"});
    EXPECT_EQ(find(index, "zhongqing"), Codes{"cq"});
    EXPECT_EQ(find(index, "cqxc"), Codes{"cq"});
    EXPECT_EQ(find(index, "YYZZ"), (Codes{"gt-sl", "yyzz-bg"}));
    EXPECT_EQ(find(index, "yingyezhi"), (Codes{"yyzz-bg", "gt-sl"}));
    EXPECT_EQ(find(index, "yingyezz"), (Codes{"gt-sl", "yyzz-bg"}));
    EXPECT_EQ(find(index, "营业zz"), (Codes{"gt-sl", "yyzz-bg"}));
    EXPECT_EQ(find(index, "ｇｔｇｓｈ"), Codes{"gt-sl"});
}

TEST(MatterIndex, FindsCodesAndDepartments)
{
    const auto index = sample();
    EXPECT_EQ(find(index, "bdc-zy").front(), "bdc-zy-clf");
    EXPECT_EQ(find(index, "商务局"), Codes{"cq"});
    EXPECT_EQ(find(index, "市场监督"), (Codes{"gt-sl", "yyzz-bg"}));
}

TEST(MatterIndex, WantsEveryWord)
{
    const auto index = sample();
    EXPECT_EQ(find(index, "营业执照 变更"), Codes{"yyzz-bg"});
    EXPECT_EQ(find(index, " 营业执照　重庆 "), Codes{});
}

TEST(MatterIndex, EmptyTextFindsAllInCatalogueOrderUpToTheLimit)
{
    const auto index = sample();
    EXPECT_EQ(find(index, "").size(), 8u);
    EXPECT_EQ(find(index, "  ", 2), (Codes{"bdc-zy-clf", "gt-sl"}));
    EXPECT_EQ(find(index, "登记", 0), Codes{});
    EXPECT_EQ(MatterIndex({}).find("a", 5).size(), 0u);
}

TEST(MatterIndex, FindsTheRareOneAmongManyAndTheFirstOfTheCommonOnes)
{
    std::vector<MatterEntry> entries;
    for (int i = 0; i < 5000; ++i)
        entries.push_back({"m" + std::to_string(i),
                           "测试登记事项" + std::string(i == 4321 ? "养老" : "户口"),
                           {"别名登记"},
                           {},
                           "示例局"});
    const MatterIndex index(std::move(entries));
    EXPECT_EQ(find(index, "养老"), Codes{"m4321"});
    EXPECT_EQ(find(index, "yanglao"), Codes{"m4321"});
    EXPECT_EQ(find(index, "shixiangyl"), Codes{"m4321"});
    EXPECT_EQ(find(index, "登记", 3), (Codes{"m0", "m1", "m2"}));
    EXPECT_EQ(find(index, "djsx", 3), (Codes{"m0", "m1", "m2"}));
    EXPECT_EQ(find(index, "登记 养老"), Codes{"m4321"});
    EXPECT_EQ(find(index, "示例局", 6000).size(), 5000u);
    EXPECT_EQ(find(index, "m4999"), Codes{"m4999"});
}

TEST(MatterIndex, TakesAnyBytes)
{
    const auto index = sample();
    EXPECT_EQ(find(index, "\xff\xfe"), Codes{});
    EXPECT_EQ(find(index, std::string(5000, 'a')), Codes{});
    EXPECT_EQ(find(index, std::string_view("\0", 1)), Codes{});
}

}  // namespace
