#include "sample_facts.h"

#include <i18n/language.h>
#include <papers/notice.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace {

using namespace papers;
using namespace std::chrono_literals;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

std::string chinese(const char* id)
{
    return i18n::translate(id, i18n::Language::SimplifiedChinese);
}

void addTexts(std::vector<std::string>& texts, const Block& block)
{
    if (const auto* grid = std::get_if<FieldGrid>(&block)) {
        for (const auto& field : grid->fields) {
            texts.push_back(field.value);
        }
    } else if (const auto* table = std::get_if<RuledTable>(&block)) {
        for (const auto& row : table->rows) {
            texts.insert(texts.end(), row.begin(), row.end());
        }
    } else if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
        texts.push_back(paragraph->text);
    } else if (const auto* closing = std::get_if<Closing>(&block)) {
        texts.insert(texts.end(), closing->signatures.begin(), closing->signatures.end());
        texts.push_back(closing->unit);
        texts.push_back(closing->date);
    }
}

std::vector<std::string> textsOf(const NoticePart& part)
{
    std::vector<std::string> texts;
    for (const auto& block : part.blocks) {
        addTexts(texts, block);
    }
    return texts;
}

std::vector<std::string> textsOf(NoticeKind kind, const NoticeFacts& facts)
{
    const auto document = noticeDocument(kind, facts);
    EXPECT_TRUE(document.has_value());
    std::vector<std::string> texts;
    for (const auto& part : document->parts) {
        const auto more = textsOf(part);
        texts.insert(texts.end(), more.begin(), more.end());
    }
    return texts;
}

TEST(NoticeKind, HasATokenThatReadsBack)
{
    for (const auto kind : allNoticeKinds()) {
        EXPECT_EQ(parseNoticeKind(nameOf(kind)), kind);
        EXPECT_FALSE(titleOf(kind).empty());
    }
    EXPECT_EQ(parseNoticeKind("love-letter"), std::nullopt);
}

TEST(Notice, CarriesCentreNumberCodeAndFooterOfTheCounter)
{
    const auto facts = samples::facts();
    for (const auto kind : allNoticeKinds()) {
        const auto document = noticeDocument(kind, facts);
        ASSERT_TRUE(document.has_value());
        EXPECT_EQ(document->heading, facts.centre);
        EXPECT_EQ(document->qrText, facts.caseId);
        EXPECT_THAT(document->numberLine, HasSubstr(facts.number));
        EXPECT_THAT(document->numberLine, HasSubstr(facts.lookUpCode));
        EXPECT_THAT(document->footer, Contains(HasSubstr(facts.complaintTelephone)));
        EXPECT_THAT(document->footer, Contains(HasSubstr(facts.guideVersion)));
    }
}

TEST(Notice, NeverPrintsAWholeIdentityNumber)
{
    auto facts = samples::facts();
    facts.agent = NamedPerson{"示例甲", "330399198506150139", ""};
    for (const auto kind : allNoticeKinds()) {
        const auto texts = textsOf(kind, facts);
        EXPECT_THAT(texts, Not(Contains(HasSubstr(facts.applicant.number))));
        EXPECT_THAT(texts, Not(Contains(HasSubstr(facts.agent->number))));
    }
    EXPECT_THAT(textsOf(NoticeKind::ReceiptSlip, facts), Contains(HasSubstr("330399********0139")));
}

TEST(ReceiptSlip, IsAStubToSignAndASlipToTake)
{
    const auto document = noticeDocument(NoticeKind::ReceiptSlip, samples::facts());
    ASSERT_TRUE(document.has_value());
    ASSERT_EQ(document->parts.size(), 2u);
    EXPECT_EQ(document->separation, PartSeparation::CutLine);
    EXPECT_THAT(textsOf(document->parts[0]), Contains(chinese("Handed in by (signature):")));
    const auto slip = textsOf(document->parts[1]);
    EXPECT_THAT(slip, Contains("申请人居民身份证"));
    EXPECT_THAT(slip, Contains("户主同意落户声明"));
    EXPECT_THAT(slip, Contains(chinese("This slip does not mean that the application is accepted.")));
}

TEST(ReceiptSlip, SaysWhatWasHandedBackAndHowEachCame)
{
    auto facts = samples::facts();
    facts.received = {{"结婚证", 2, 3, 4, 5, HandedIn::Photographed}};
    const auto document = noticeDocument(NoticeKind::ReceiptSlip, facts);
    ASSERT_TRUE(document.has_value());
    const auto& table = std::get<RuledTable>(document->parts[1].blocks[1]);
    EXPECT_THAT(table.rows,
                testing::ElementsAre(
                    testing::ElementsAre("1", "结婚证", "2", "3", "4", chinese("paper, photographed"), "5")));
}

TEST(ReceiptSlip, SaysDeemedAcceptanceOnlyWhereTheRegimeHasIt)
{
    auto facts = samples::facts();
    const auto deemed =
        chinese("If we do not, the application counts as accepted from the day it was received.");
    EXPECT_THAT(textsOf(NoticeKind::ReceiptSlip, facts), Contains(HasSubstr(deemed)));
    facts.correction.deemedAcceptedOnExpiry = false;
    EXPECT_THAT(textsOf(NoticeKind::ReceiptSlip, facts), Not(Contains(HasSubstr(deemed))));
    facts.correctionDue.reset();
    EXPECT_THAT(textsOf(NoticeKind::ReceiptSlip, facts),
                Contains(HasSubstr(
                    chinese("If anything is lacking, we tell you all of it in writing on the spot."))));
}

TEST(OneTimeNotice, ListsEveryItemWithWhatIsRequiredAndHow)
{
    const auto texts = textsOf(NoticeKind::OneTimeNotice, samples::facts());
    EXPECT_THAT(texts, Contains("缺变更页"));
    EXPECT_THAT(texts,
                Contains(testing::AllOf(HasSubstr("首页、本人页齐全"), HasSubstr("户口登记条例第10条"))));
    EXPECT_THAT(texts, Contains("当场在窗口改填"));
    EXPECT_THAT(texts, Contains(chinese("Received by (signature):")));
}

TEST(OneTimeNotice, SaysThatTheDateFollowsWhereTheYearHasNoCalendar)
{
    auto facts = samples::facts();
    facts.supplementDue->date.reset();
    const auto phrase = i18n::translate(
        i18n::Phrase{
            "{period} (the date follows when the year's calendar is published)",
            {{"period",
              i18n::translatePlural(
                  "{count} working day", "{count} working days", 10, i18n::Language::SimplifiedChinese)}}},
        i18n::Language::SimplifiedChinese);
    EXPECT_THAT(textsOf(NoticeKind::OneTimeNotice, facts), Contains(HasSubstr(phrase)));
}

TEST(OneTimeNotice, NamesTheLawOfTheRegimeAndWhatFollows)
{
    auto facts = samples::facts();
    const auto says = [&facts](const char* id) {
        return testing::Matches(Contains(HasSubstr(chinese(id))))(textsOf(NoticeKind::OneTimeNotice, facts));
    };
    EXPECT_TRUE(says("Article 32, paragraph 1, item 4 of the Administrative Licensing Law"));
    facts.correction.regime = "scdj19";
    EXPECT_TRUE(says("Article 19 of the Regulation on Registration of Market Entities"));
    EXPECT_TRUE(says(
        "The materials are returned with this notice. When they are complete, apply again; that is a new application."));
    facts.correction.regime = "bdc17";
    EXPECT_TRUE(says("Article 17 of the Interim Regulation on Real Estate Registration"));
    facts.correction.regime = "yhyshj36";
    EXPECT_TRUE(says("Article 36 of the Regulation on Optimizing the Business Environment"));
}

TEST(NotAcceptedNotice, TellsTheClauseTheAuthorityAndTheRemedies)
{
    auto facts = samples::facts();
    const auto texts = textsOf(NoticeKind::NotAcceptedNotice, facts);
    EXPECT_THAT(texts, Contains(facts.refusal->clause));
    EXPECT_THAT(texts, Contains(facts.refusal->competentAuthority));
    EXPECT_THAT(texts,
                Contains(chinese("Article 32, paragraph 1, item 2 of the Administrative Licensing Law")));
    EXPECT_THAT(
        texts,
        Contains(chinese(
            "If you do not agree with this decision, you may apply for administrative reconsideration within 60 days "
            "of receiving this notice, or bring an administrative action before a people's court within six months.")));
    facts.refusal->outcome = forms::RouteOutcome::NotNeeded;
    const auto notNeeded = noticeDocument(NoticeKind::NotAcceptedNotice, facts);
    ASSERT_TRUE(notNeeded.has_value());
    EXPECT_EQ(notNeeded->title, chinese("Notice that no application is needed"));
    EXPECT_THAT(textsOf(notNeeded->parts[0]), Not(Contains(facts.refusal->competentAuthority)));
}

TEST(DeferralCommitment, HasTwoEqualCopies)
{
    const auto document = noticeDocument(NoticeKind::DeferralCommitment, samples::facts());
    ASSERT_TRUE(document.has_value());
    ASSERT_EQ(document->parts.size(), 2u);
    EXPECT_NE(document->parts[0].label, document->parts[1].label);
    EXPECT_EQ(textsOf(document->parts[0]), textsOf(document->parts[1]));
    EXPECT_THAT(textsOf(document->parts[0]), Contains("随迁子女出生医学证明"));
}

TEST(Notice, IsRefusedWhenTheFactsLackWhatItIsAbout)
{
    auto facts = samples::facts();
    facts.corrections.clear();
    facts.deferred.clear();
    facts.refusal.reset();
    for (const auto kind :
         {NoticeKind::OneTimeNotice, NoticeKind::DeferralCommitment, NoticeKind::NotAcceptedNotice})
    {
        const auto made = makeNotice(kind, facts);
        ASSERT_FALSE(made.has_value()) << nameOf(kind);
        EXPECT_EQ(made.error().code, base::ErrorCode::BadArgument);
    }
}

}  // namespace
