#include <widgets/typed_option.h>

#include <gtest/gtest.h>

namespace {

using forms::FieldOption;
using widgets::findTypedOption;

std::string found(const std::vector<FieldOption>& options, const char* typed)
{
    const auto index = findTypedOption(options, typed);
    return index ? options[*index].title : "";
}

const std::vector<FieldOption> Nations{
    {"01", "汉族", ""}, {"02", "蒙古族", ""}, {"03", "回族", ""}, {"10", "朝鲜族", ""}};
const std::vector<FieldOption> Relations{
    {"本人", "本人", ""}, {"配偶", "配偶", ""}, {"子", "子", ""}, {"其他", "其他", ""}};

TEST(TypedOption, IsFoundByItsCode)
{
    EXPECT_EQ(found(Nations, "03"), "回族");
    EXPECT_EQ(found(Nations, "1"), "朝鲜族");
    EXPECT_EQ(found(Nations, "9"), "");
}

TEST(TypedOption, IsFoundByItsPlaceWhereThereAreNoCodes)
{
    EXPECT_EQ(found(Relations, "2"), "配偶");
    EXPECT_EQ(found(Relations, "0"), "");
    EXPECT_EQ(found(Relations, "5"), "");
}

TEST(TypedOption, IsFoundByPinyinInitialsAndTitle)
{
    EXPECT_EQ(found(Relations, "po"), "配偶");
    EXPECT_EQ(found(Relations, "P"), "配偶");
    EXPECT_EQ(found(Relations, "qita"), "其他");
    EXPECT_EQ(found(Nations, "hui"), "回族");
    EXPECT_EQ(found(Nations, "mgz"), "蒙古族");
    EXPECT_EQ(found({{"true", "Yes", ""}, {"false", "No", ""}}, "n"), "No");
    EXPECT_EQ(found(Relations, "xyz"), "");
    EXPECT_EQ(found({}, "a"), "");
}

TEST(TypedKeys, BeginAnewAfterAPause)
{
    widgets::TypedKeys keys;
    EXPECT_EQ(keys.add('h', 5000), "h");
    EXPECT_EQ(keys.add('u', 5300), "hu");
    EXPECT_EQ(keys.add('h', 7000), "h");
    EXPECT_EQ(keys.restart('x'), "x");
}

}  // namespace
