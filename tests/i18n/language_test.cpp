#include <i18n/language.h>

#include <gtest/gtest.h>

using namespace i18n;

namespace {

TEST(Language, IsReadFromBcp47AndPosixTags)
{
    for (const auto* tag :
         {"zh", "zh_CN", "zh-CN", "ZH-cn", "zh-Hans", "zh-Hans-CN", "zh_CN.UTF-8", "zh_SG", "zh-Hans-TW"})
        EXPECT_EQ(parseLanguage(tag), Language::SimplifiedChinese) << tag;
    for (const auto* tag : {"en", "en_US.UTF-8", "en-GB", "en_IE@euro"})
        EXPECT_EQ(parseLanguage(tag), Language::English) << tag;
}

TEST(Language, IsNothingForWhatWeDoNotShip)
{
    for (const auto* tag : {"",
                            "C",
                            "POSIX",
                            "zh_TW",
                            "zh-Hant",
                            "zh-Hant-CN",
                            "zh_HK.UTF-8",
                            "zh-MO",
                            "zho",
                            "english",
                            "de",
                            ".UTF-8"})
        EXPECT_EQ(parseLanguage(tag), std::nullopt) << tag;
}

TEST(Language, TagLeadsBackToTheLanguage)
{
    for (const auto language : allLanguages())
        EXPECT_EQ(parseLanguage(tagOf(language)), language);
}

TEST(Translation, FillsThePlacesInEachLanguage)
{
    const auto sentence = phrase("The file {file} is too large.", {{"file", "a.jpg"}});
    EXPECT_EQ(translate(sentence, Language::SimplifiedChinese), "文件“a.jpg”过大。");
    EXPECT_EQ(translate(sentence, Language::English), "The file a.jpg is too large.");
}

TEST(Translation, OfAnErrorIsThatOfItsMessage)
{
    const base::Error error{base::ErrorCode::NotFound, "The file {file} cannot be read.", {{"file", "b"}}};
    EXPECT_EQ(translate(phraseOf(error), Language::SimplifiedChinese), "无法读取文件“b”。");
}

TEST(Translation, FallsBackToTheId)
{
    EXPECT_EQ(translate(std::string_view("no such message"), Language::SimplifiedChinese), "no such message");
    EXPECT_EQ(translate(std::string_view(""), Language::SimplifiedChinese), "");
}

TEST(Translation, DoesNotTranslateWhatIsPutIn)
{
    const auto sentence = phrase("{file}: {reason}", {{"file", "{reason}"}, {"reason", "x"}});
    EXPECT_EQ(translate(sentence, Language::SimplifiedChinese), "{reason}：x");
}

TEST(Translation, ChoosesThePluralOfEnglishByCount)
{
    const auto pages = [](std::uint64_t count, Language language) {
        return translatePlural(
            "{count} page of {name}", "{count} pages of {name}", count, language, {{"name", "A"}});
    };
    EXPECT_EQ(pages(0, Language::English), "0 pages of A");
    EXPECT_EQ(pages(1, Language::English), "1 page of A");
    EXPECT_EQ(pages(2, Language::English), "2 pages of A");
    EXPECT_EQ(pages(2, Language::SimplifiedChinese), "2 pages of A") << "not in the catalogue: English";
}

}  // namespace
