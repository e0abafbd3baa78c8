// The made file as programs that are not ours see it.
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
using testing::HasSubstr;
using testing::Not;

std::string made(NoticeKind kind, const NoticeFacts& facts)
{
    const auto pdf = makeNotice(kind, facts);
    EXPECT_TRUE(pdf.has_value()) << (pdf ? "" : base::describe(pdf.error()));
    return pdf.value_or("");
}

/// Without the spaces and line ends that extraction puts in.
std::string packed(std::string text)
{
    text.erase(
        std::remove_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == ' ' || c == '\f'; }),
        text.end());
    return text;
}

struct NoticePdf : testing::TestWithParam<NoticeKind> {
    PdfTools pdf{made(GetParam(), samples::facts())};
};

TEST_P(NoticePdf, IsA4WithItsTextAndEmbeddedFonts)
{
    EXPECT_THAT(pdf.info(), HasSubstr("(A4)"));
    const auto text = packed(pdf.text());
    EXPECT_THAT(text, HasSubstr("测试区政务服务中心"));
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
    EXPECT_TRUE(made(GetParam(), samples::facts()) == made(GetParam(), samples::facts()));
}

INSTANTIATE_TEST_SUITE_P(Kinds,
                         NoticePdf,
                         testing::ValuesIn(allNoticeKinds().begin(), allNoticeKinds().end()),
                         [](const auto& each) {
                             std::string name(nameOf(each.param));
                             name.erase(std::remove(name.begin(), name.end(), '-'), name.end());
                             return name;
                         });

TEST(NoticeLayout, ShowsTheCaseIdAsAQrCodeAtTheTopRight)
{
    const auto facts = samples::facts();
    const auto page = PdfTools(made(NoticeKind::OneTimeNotice, facts)).firstPage();
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
    EXPECT_EQ(PdfTools(made(NoticeKind::ReceiptSlip, facts)).pageCount(), 1);
    facts.received.resize(14, facts.received[0]);
    EXPECT_GT(PdfTools(made(NoticeKind::ReceiptSlip, facts)).pageCount(), 1);
}

TEST(NoticeLayout, GivesEachCopyOfACommitmentItsOwnPage)
{
    const PdfTools pdf(made(NoticeKind::DeferralCommitment, samples::facts()));
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
    const PdfTools pdf(made(NoticeKind::OneTimeNotice, facts));
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
        const PdfTools pdf(made(NoticeKind::OneTimeNotice, facts));
        const auto text = pdf.text();
        const auto lastPage = packed(text.substr(text.rfind('\f', text.size() - 2) + 1));
        EXPECT_GT(lastPage.size(), 300u) << items << " items: " << lastPage;
    }
}

TEST(NoticeLayout, PrintsCharactersBeyondTheBasicPlane)
{
    auto facts = samples::facts();
    facts.applicant.name = "示例·𠮷𡈽";
    const PdfTools pdf(made(NoticeKind::OneTimeNotice, facts));
    EXPECT_THAT(pdf.text(), HasSubstr("示例·𠮷𡈽"));
}

TEST(NoticeLayout, IsMadeAllTheSameWhenNoFontHasACharacter)
{
    auto facts = samples::facts();
    facts.applicant.name = "示例\xF3\xB0\x80\x80";  // private use, plane 15
    EXPECT_THAT(PdfTools(made(NoticeKind::OneTimeNotice, facts)).preflightCodes(),
                testing::IsSubsetOf({"2.2.1", "3.1.11"}));
}

}  // namespace
