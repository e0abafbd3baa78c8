// The made file as programs that are not ours see it.
#include "document_text.h"
#include "pdf_tools.h"
#include "sample_facts.h"

#include <papers/notice.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <qrencode.h>

#include <algorithm>
#include <memory>

namespace {

using namespace papers;
using forms::PaperKind;
using testing::HasSubstr;
using testing::Not;

std::string made(PaperKind kind, const NoticeFacts& facts)
{
    const auto pdf = makeNotice(kind, facts);
    EXPECT_TRUE(pdf.has_value()) << (pdf ? "" : base::describe(pdf.error()));
    return pdf.value_or("");
}

struct NoticePdf : testing::TestWithParam<PaperKind> {
    PdfTools pdf{made(GetParam(), samples::factsFor(GetParam()))};
};

TEST_P(NoticePdf, IsA4WithItsTextAndEmbeddedFonts)
{
    EXPECT_THAT(pdf.info(), HasSubstr("(A4)"));
    const auto text = packed(pdf.text());
    EXPECT_THAT(text, HasSubstr("测试区政务服务中心"));
    EXPECT_THAT(text, HasSubstr("测试区市场监督管理局"));
    EXPECT_THAT(text, HasSubstr("示例乙"));
    EXPECT_THAT(text, HasSubstr("户口迁移"));
    EXPECT_THAT(text, HasSubstr("T-07-261120-0031"));
    const auto fonts = pdf.fonts();
    EXPECT_THAT(fonts, HasSubstr("CJK"));
    EXPECT_THAT(fonts, HasSubstr(" yes yes yes "));
    EXPECT_THAT(fonts, Not(HasSubstr(" no  ")));
}

TEST_P(NoticePdf, IsArchival)
{
    EXPECT_THAT(pdf.preflightCodes(), testing::IsSubsetOf({"2.2.1", "3.1.11"}));
}

TEST_P(NoticePdf, IsTheSameForTheSameFacts)
{
    const auto facts = samples::factsFor(GetParam());
    EXPECT_TRUE(made(GetParam(), facts) == made(GetParam(), facts));
}

INSTANTIATE_TEST_SUITE_P(Kinds,
                         NoticePdf,
                         testing::ValuesIn(drawnKinds().begin(), drawnKinds().end()),
                         [](const auto& each) {
                             std::string name(nameOf(each.param));
                             name.erase(std::remove(name.begin(), name.end(), '-'), name.end());
                             return name;
                         });

TEST(NoticeLayout, ShowsTheCaseIdAsAQrCodeAtTheTopRight)
{
    const auto facts = samples::facts();
    const auto page = PdfTools(made(PaperKind::OneTimeNotice, facts)).firstPage();
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(facts.caseId.c_str(), 0, QR_ECLEVEL_M), &QRcode_free);
    const double size = 22.0 / code->width;
    int wrong = 0;
    for (int row = 0; row < code->width; ++row) {
        for (int column = 0; column < code->width; ++column) {
            const bool dark = (code->data[row * code->width + column] & 1) != 0;
            wrong += page.isDark(162 + (column + 0.5) * size, 16 + (row + 0.5) * size) != dark ? 1 : 0;
        }
    }
    EXPECT_EQ(wrong, 0);
    EXPECT_FALSE(page.isDark(185, 20)) << "no quiet zone";
}

TEST(NoticeLayout, PutsStubAndSlipOnOneSheetWhenBothFit)
{
    auto facts = samples::facts();
    facts.received.resize(1);
    facts.notReceived.clear();
    facts.correctionDue.reset();
    EXPECT_EQ(PdfTools(made(PaperKind::ReceiptSlip, facts)).pageCount(), 1);
    facts.received.resize(14, facts.received[0]);
    EXPECT_GT(PdfTools(made(PaperKind::ReceiptSlip, facts)).pageCount(), 1);
}

TEST(NoticeLayout, GivesEachCopyOfACommitmentItsOwnPage)
{
    const PdfTools pdf(made(PaperKind::DeferralCommitment, samples::facts()));
    EXPECT_EQ(pdf.pageCount(), 2);
}

TEST(NoticeLayout, FlowsLongContentToFurtherPagesAndClipsNothing)
{
    auto facts = samples::facts();
    facts.corrections.clear();
    for (int i = 100; i < 160; ++i) {
        facts.corrections.push_back({"材料M" + std::to_string(i),
                                     "问题W" + std::to_string(i) + "与申请表不一致",
                                     "要求S" + std::to_string(i),
                                     {},
                                     {}});
    }
    for (int i = 1000; i < 1400; ++i) {
        facts.corrections[7].wrong += "长说明L" + std::to_string(i) + "。";
    }
    const PdfTools pdf(made(PaperKind::OneTimeNotice, facts));
    EXPECT_GT(pdf.pageCount(), 5);
    const auto text = packed(pdf.text());
    for (int i = 100; i < 160; ++i) {
        EXPECT_THAT(text, HasSubstr("W" + std::to_string(i))) << i;
    }
    for (int i = 1000; i < 1400; ++i) {
        EXPECT_THAT(text, HasSubstr("L" + std::to_string(i))) << i;
    }
    for (const auto& word : pdf.words()) {
        EXPECT_LE(word.right, 184.5 * 72 / 25.4) << word.text;
        EXPECT_LE(word.bottom, 292 * 72 / 25.4) << word.text;
    }
}

TEST(NoticeLayout, NeverLeavesTheSealAloneOnAPage)
{
    for (int items = 8; items < 16; ++items) {
        auto facts = samples::facts();
        facts.corrections.resize(static_cast<std::size_t>(items), facts.corrections[0]);
        const PdfTools pdf(made(PaperKind::OneTimeNotice, facts));
        const auto text = pdf.text();
        const auto lastPage = packed(text.substr(text.rfind('\f', text.size() - 2) + 1));
        EXPECT_GT(lastPage.size(), 300u) << items << " items: " << lastPage;
    }
}

TEST(NoticeLayout, PrintsCharactersBeyondTheBasicPlane)
{
    auto facts = samples::facts();
    facts.applicants[0].name = "示例·𠮷𡈽";
    const PdfTools pdf(made(PaperKind::OneTimeNotice, facts));
    EXPECT_THAT(pdf.text(), HasSubstr("示例·𠮷𡈽"));
}

TEST(NoticeLayout, PrintsTheScriptsOfGb18030WithFontsThatAreEmbedded)
{
    auto facts = samples::facts();
    facts.applicants = {{"ئەلى·ئەخمەت", "330399198711020245", "", "111"},
                        {"བཀྲ་ཤིས།", "330399198506150139", "", "111"},
                        {"ꆈꌠ·𬱖𡌴", "330399199001010318", "", "111"},
                        {"ᠮᠣᠩᠭᠣᠯ", "", "", ""}};
    const PdfTools pdf(made(PaperKind::OneTimeNotice, facts));
    EXPECT_THAT(pdf.preflightCodes(), testing::IsSubsetOf({"2.2.1", "3.1.11"}));
    EXPECT_THAT(pdf.fonts(), Not(HasSubstr(" no  ")));
    EXPECT_THAT(pdf.text(), HasSubstr("ꆈꌠ·𬱖𡌴"));
}

TEST(NoticeLayout, KeepsTheOrderOfNamesWhereTheFirstIsArabic)
{
    auto facts = samples::facts();
    facts.applicants = {{"ئەلى", "", "", ""}, {"示例乙", "", "", ""}, {"示例丙", "", "", ""}};
    const auto words = PdfTools(made(PaperKind::OneTimeNotice, facts)).words();
    const auto rightOf = [&words](const char* part) {
        for (const auto& word : words)
            if (word.text.find(part) != std::string::npos)
                return word.right;
        return 0.0;
    };
    EXPECT_LT(rightOf("\xD9\x84"), rightOf("示例乙"));
}

TEST(NoticeLayout, NeverTurnsANumberBesideAnArabicNameOrADirectionSign)
{
    for (const auto* name : {"ئەلى·ئەخمەت", "示例\xE2\x80\xAE乙", "\xE2\x81\xA9示例乙"}) {
        auto facts = samples::facts();
        facts.applicants[0].name = name;
        const auto text = PdfTools(made(PaperKind::ReceiptSlip, facts)).text();
        EXPECT_THAT(text, HasSubstr("330399********0245")) << name;
        EXPECT_THAT(text, Not(HasSubstr("0245********330399"))) << name;
        EXPECT_THAT(text, Not(HasSubstr("\xE2\x81\xA8"))) << "isolates are not printed";
    }
}

TEST(NoticeLayout, IsMadeAllTheSameWhenNoFontHasACharacter)
{
    auto facts = samples::facts();
    facts.applicants[0].name = "示例\xF3\xB0\x80\x80";  // private use, plane 15
    EXPECT_THAT(PdfTools(made(PaperKind::OneTimeNotice, facts)).preflightCodes(),
                testing::IsSubsetOf({"2.2.1", "3.1.11"}));
}

}  // namespace
