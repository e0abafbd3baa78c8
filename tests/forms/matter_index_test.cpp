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

TEST(MatterIndex, FindsWhatOnlyFoldingTellsApart)
{
    const MatterIndex index({{"a", "阿卜杜勒·艾海提 纪念馆预约", {}, {}, "测试区文化局"},
                             {"b", "小吃店（ 一般）登记", {}, {}, "局"}});
    for (const char* dot : {"·", "•", "・", "．", ".", "‧"})
        EXPECT_EQ(find(index, std::string("勒") + dot + "艾海"), Codes{"a"}) << dot;
    EXPECT_EQ(find(index, "海提纪念"), Codes{"a"});
    EXPECT_EQ(find(index, "纪念\u200b馆\ufeff"), Codes{"a"});
    EXPECT_EQ(find(index, "(一般)"), Codes{"b"});
    EXPECT_EQ(find(index, "一\u3000般"), Codes{"b"});
    EXPECT_EQ(find(index, "小吃⼀般"), Codes{}) << "not beside each other";
}

TEST(MatterIndex, FindsCodesAndDepartments)
{
    const auto index = sample();
    EXPECT_EQ(find(index, "bdc-zy").front(), "bdc-zy-clf");
    EXPECT_EQ(find(index, "商务局"), Codes{"cq"});
    EXPECT_EQ(find(index, "市场监督"), (Codes{"gt-sl", "yyzz-bg"}));
}

TEST(MatterIndex, FindsAMatterByTheNamesItHasLocally)
{
    const auto index = sample();
    EXPECT_EQ(find(index, "夫妻投靠"), Codes{"hk-qy"});
    EXPECT_EQ(find(index, "lqjdqy"), Codes{"hk-qy"});
    EXPECT_EQ(index.matter("hk-qy")->level, "镇(乡、街道)级");
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
    EXPECT_EQ(find(index, "").size(), 10u);
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

TEST(MatterIndex, FindsPolyphonesByAllTheirReadings)
{
    const MatterIndex index({{"a", "重庆小面店备案", {}, {}, "局"}, {"b", "长乐街道证明", {}, {}, "局"}});
    for (const char* text : {"cq", "zq", "chongqing", "zhongq", "cqxm", "重q"})
        EXPECT_EQ(find(index, text), Codes{"a"}) << text;
    for (const char* text : {"cl", "zl", "cy", "changle", "zhangyue", "clj"})
        EXPECT_EQ(find(index, text), Codes{"b"}) << text;
}

TEST(MatterIndex, PutsWhatIsUsedBeforeWhatFitsNoBetter)
{
    const MatterIndex index({{"a", "户口登记", {}, {}, "局"},
                             {"b", "户口迁移", {}, {}, "局"},
                             {"c", "注销户口", {}, {}, "局"},
                             {"d", "户口", {}, {}, "局"}});
    const auto codes = [&](std::string_view text, std::size_t limit, const forms::MatterRanking& ranking) {
        Codes found;
        for (const auto* entry : index.find(text, limit, ranking))
            found.push_back(entry->code);
        return found;
    };
    EXPECT_EQ(codes("户口", 9, {}), (Codes{"d", "a", "b", "c"}));
    EXPECT_EQ(codes("户口", 9, {{}, {"c", "b"}}), (Codes{"d", "b", "a", "c"}));
    EXPECT_EQ(codes("hk", 9, {{"c"}, {}}), (Codes{"d", "c", "a", "b"}));
    EXPECT_EQ(codes("户口", 2, {{"c"}, {}}), (Codes{"d", "c"}));
    EXPECT_EQ(codes("户口", 9, {{"gone", "c", "c"}, {"c", "b"}}), (Codes{"d", "c", "b", "a"}));
    EXPECT_EQ(codes("", 2, {{"c"}, {}}), (Codes{"c", "a"}));
    EXPECT_EQ(codes("注销", 9, {{"a", "b"}, {}}), Codes{"c"});
}

TEST(MatterIndex, FindsTheUsedOneAmongManyEqualOnes)
{
    std::vector<MatterEntry> entries;
    for (int i = 0; i < 3000; ++i)
        entries.push_back({"m" + std::to_string(i), "测试登记事项", {}, {}, "示例局"});
    const MatterIndex index(std::move(entries));
    for (const char* text : {"登记", "djsx", "测试登记", "登记 事项", "示例局"}) {
        const auto found = index.find(text, 3, {{"m2900"}, {"m2500"}});
        ASSERT_EQ(found.size(), 3U) << text;
        EXPECT_EQ(found[0]->code, "m2900") << text;
        EXPECT_EQ(found[1]->code, "m2500") << text;
        EXPECT_EQ(found[2]->code, "m0") << text;
    }
}

Codes findNearly(const MatterIndex& index, std::string_view text, std::size_t limit = 20)
{
    Codes codes;
    for (const auto* entry : index.findNearly(text, limit))
        codes.push_back(entry->code);
    return codes;
}

TEST(MatterIndex, FindsWithOneSlipWhatItDoesNotFindWithout)
{
    const MatterIndex index({{"a", "户口迁移", {}, {}, "公安局"},
                             {"b", "个体工商户设立登记", {}, {"gtgsh"}, "市场监督管理局"},
                             {"c", "不动产转移", {}, {}, "自然资源局"}});
    // Characters: wrong, missing, one too many, swapped, sounding the same.
    for (const char* text : {"户口签移", "户迁移", "户口口迁移", "户口移迁", "护口", "互口千亿", "口户"}) {
        EXPECT_EQ(find(index, text), Codes{}) << text;
        EXPECT_EQ(findNearly(index, text), Codes{"a"}) << text;
    }
    // Pinyin: wrong, missing, one too many, swapped.
    for (const char* text :
         {"hukuo", "hukouqiamyi", "hukuqianyi", "hukoouqianyi", "hukouqainyi", "jukouqianyi"}) {
        EXPECT_EQ(find(index, text), Codes{}) << text;
        EXPECT_EQ(findNearly(index, text), Codes{"a"}) << text;
    }
    // Initials and codes.
    for (const char* text : {"gtgsj", "gtgssh", "gtghs", "gtghsl"})
        EXPECT_EQ(findNearly(index, text), Codes{"b"}) << text;
}

TEST(MatterIndex, MendsOneSlipOnlyAndNothingThatIsTooShort)
{
    const MatterIndex index({{"a", "户口迁移", {}, {}, "公安局"}});
    for (const char* text : {"互口签移登", "hukkuoqianyy", "hj", "hkk", "户", "迁户", "", "  ", "\xff\xfe"})
        EXPECT_EQ(findNearly(index, text), Codes{}) << text;
    EXPECT_EQ(findNearly(index, std::string(5000, 'a')), Codes{});
    EXPECT_EQ(MatterIndex({}).findNearly("hukuo", 5).size(), 0U);
}

TEST(MatterIndex, KeepsWhatFitsExactlyOutOfTheNearOnes)
{
    const MatterIndex index({{"a", "户口迁移", {}, {}, "局"}, {"b", "户口迁出", {}, {}, "局"}});
    EXPECT_EQ(find(index, "户口迁移"), Codes{"a"});
    EXPECT_EQ(findNearly(index, "户口迁移"), Codes{"b"});
    EXPECT_EQ(findNearly(index, "户口 迁以"), Codes{"a"});
    EXPECT_EQ(findNearly(index, "户口 qainyi"), Codes{"a"});
}

TEST(MatterIndex, KnowsAMatterByItsCode)
{
    const auto index = sample();
    ASSERT_NE(index.matter("hk-qy"), nullptr);
    EXPECT_EQ(index.matter("hk-qy")->name, "户口迁移");
    EXPECT_EQ(index.matter("hk"), nullptr);
    EXPECT_EQ(MatterIndex({}).matter(""), nullptr);
}

/// What find() promises, judged slowly and plainly for names of one kind without polyphones.
TEST(MatterIndex, AgreesWithAPlainWalkOverAllNames)
{
    const std::vector<std::string> characters{"户", "口", "迁", "移", "登", "记"};
    const std::vector<std::string> letters{"h", "k", "q", "y", "d", "j"};
    std::vector<MatterEntry> entries;
    std::vector<std::string> spelled;
    unsigned state = 7;
    const auto next = [&state](unsigned below) {
        return (state = state * 1103515245U + 12345U) / 65536U % below;
    };
    for (int i = 0; i < 400; ++i) {
        std::string name;
        std::string initials;
        for (unsigned length = 2 + next(5); length > 0; --length) {
            const auto which = next(6);
            name += characters[which];
            initials += letters[which];
        }
        entries.push_back({std::to_string(10000 + i), name, {}, {}, ""});
        spelled.push_back(initials);
    }
    const MatterIndex index(entries);
    for (int i = 0; i < 200; ++i) {
        std::string word;
        for (unsigned length = 1 + next(4); length > 0; --length)
            word += letters[next(6)];
        Codes whole;
        Codes begun;
        Codes held;
        for (std::size_t at = 0; at < spelled.size(); ++at) {
            const auto place = spelled[at].find(word);
            if (place != std::string::npos)
                (spelled[at] == word ? whole : place == 0 ? begun : held).push_back(entries[at].code);
        }
        whole.insert(whole.end(), begun.begin(), begun.end());
        whole.insert(whole.end(), held.begin(), held.end());
        whole.resize(std::min<std::size_t>(whole.size(), 30));
        EXPECT_EQ(find(index, word, 30), whole) << word;
    }
}

TEST(MatterIndex, TakesAnyBytes)
{
    const auto index = sample();
    EXPECT_EQ(find(index, "\xff\xfe"), Codes{});
    EXPECT_EQ(find(index, std::string(5000, 'a')), Codes{});
    EXPECT_EQ(find(index, std::string_view("\0", 1)), Codes{});
}

}  // namespace
