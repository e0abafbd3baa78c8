#include "sample_facts.h"

#include <papers/notice.h>
#include <papers/unprintable.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace papers;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> lackingFor(const std::string& name)
{
    auto facts = samples::facts();
    facts.applicants[0].name = name;
    return unprintable(noticeDocument(forms::PaperKind::ReceiptSlip, facts).value());
}

TEST(Unprintable, IsNothingOfTheScriptsOfGb18030)
{
    for (const auto* name : {"示例甲",
                             "示例·𠮷𡈽𬱖𡌴",  // planes 0 and 2: Ext. B, F
                             "㐀㿿鿿",                 // Ext. A and the end of the basic block
                             "ئەلى·ئەخمەت",               // Uyghur
                             "བཀྲ་ཤིས།",                    // Tibetan
                             "ᠮᠣᠩᠭᠣᠯ",                    // Mongolian
                             "ꆈꌠ",                      // Yi
                             "홍길동",                    // Korean
                             "ᥖᥭᥰ ᦎᦺᦑ",                   // Tai Le, New Tai Lue
                             "ꓡꓲ-ꓢꓴ",                     // Lisu
                             "Đặng–Łukasz"})
        EXPECT_THAT(lackingFor(name), IsEmpty()) << name;
}

TEST(Unprintable, NamesEachCharacterOnceInItsOrder)
{
    // Private use: no font that the program depends on has them.
    EXPECT_THAT(lackingFor("示\xF3\xB0\x80\x81例\xF3\xB0\x80\x80\xF3\xB0\x80\x81"),
                ElementsAre("\xF3\xB0\x80\x81", "\xF3\xB0\x80\x80"));
}

TEST(Unprintable, LooksAtEveryPlaceOfThePaper)
{
    const std::string rare = "\xF3\xB0\x80\x80";
    auto facts = samples::facts();
    facts.received[0].name += rare;
    EXPECT_THAT(unprintable(noticeDocument(forms::PaperKind::ReceiptSlip, facts).value()), ElementsAre(rare));
    facts = samples::facts();
    facts.address += rare;
    EXPECT_THAT(unprintable(noticeDocument(forms::PaperKind::OneTimeNotice, facts).value()),
                ElementsAre(rare));
    facts = samples::facts();
    facts.issuer.seal += rare;
    EXPECT_THAT(unprintable(noticeDocument(forms::PaperKind::OneTimeNotice, facts).value()),
                ElementsAre(rare));
}

}  // namespace
