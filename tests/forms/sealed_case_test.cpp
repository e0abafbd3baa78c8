#include <forms/applicant.h>
#include <forms/sealed_case.h>

#include "guide_version.h"

#include <gtest/gtest.h>

namespace {

using base::ErrorCode;
using forms::Verdict;

const auto Now = base::parseTimestamp("2026-11-22T02:42:07.123Z").value();

class Sealing : public testing::Test
{
  protected:
    /// A query of one's own insurance record with the identity card read: acceptable.
    forms::Case acceptable() const
    {
        forms::Case draft;
        draft.id = base::CaseId::make(Now);
        draft.division = "330399";
        draft.workstation = "w1";
        draft.clerk = "clerk";
        draft.number = "w1-261122-1";
        draft.guide = {m_guide.code, m_guide.version, m_guide.sha256};
        draft.matterName = m_guide.name();
        draft.received = Now;
        draft.answers = {{"who", std::string("self")},
                         {"ins", std::vector<std::string>{"yl"}},
                         {"range", std::string("y1")}};
        draft.forms["application"] =
            forms::FormData::parse(
                R"({"name":"示例甲","idno":"330399198506150139","purpose":"购房","copies":1})")
                .value();
        draft.materialEntry("m-id").proof = forms::Proof{"read-card", "card", Now};
        return draft;
    }

    /// The unit's letter of introduction is to come later.
    forms::Case deferrable() const
    {
        auto draft = acceptable();
        draft.answers["who"] = std::string("unit");
        return draft;
    }

    /// The same with the commitment printed, signed and scanned.
    static forms::Case committed(forms::Case draft)
    {
        draft.notices = {{"deferral-commitment", base::Digest::of("pdf")}};
        forms::Page page;
        page.id = base::PageId::make(Now);
        page.sha256 = base::Digest::of("signed");
        page.type = "image/jpeg";
        draft.materialEntry("deferral-commitment").pages = {page.id};
        draft.pages.push_back(page);
        return draft;
    }

    forms::Case lacking() const
    {
        auto draft = acceptable();
        draft.materials.clear();
        return draft;
    }

    base::Result<forms::SealedCase> seal(const forms::Case& draft) const
    {
        return forms::seal(draft, m_guide, {m_key, Now, false});
    }

    ErrorCode refusal(const forms::Case& draft) const
    {
        const auto sealed = seal(draft);
        EXPECT_FALSE(sealed);
        return sealed ? ErrorCode::Failed : sealed.error().code;
    }

    forms::KeyFinder keys() const
    {
        return [key = m_key.publicKey()](std::string_view kid) {
            return kid == key.thumbprint() ? std::optional(key) : std::nullopt;
        };
    }

    forms::Guide m_guide = tests::guideOf("sb-jfzm");
    base::SigningKey m_key = base::SigningKey::generate();
};

TEST_F(Sealing, AnAcceptableCaseIsSignedWithWhatItConsistsOf)
{
    const auto sealed = seal(acceptable());
    ASSERT_TRUE(sealed) << base::describe(sealed.error());
    EXPECT_EQ(sealed->manifest().verdict, Verdict::Acceptable);
    EXPECT_EQ(sealed->manifest().today, base::hallDate(Now));
    EXPECT_EQ(sealed->manifest().sealedAt, Now);
    EXPECT_EQ(sealed->kid(), m_key.publicKey().thumbprint());
    EXPECT_EQ(sealed->digest(), base::Digest::of(sealed->payload()));
    const auto verified = forms::SealedCase::verify(sealed->jws(), keys());
    ASSERT_TRUE(verified) << base::describe(verified.error());
    EXPECT_EQ(verified->payload(), sealed->payload());
    EXPECT_EQ(verified->digest(), sealed->digest());
    EXPECT_EQ(forms::manifestToJson(verified->manifest()), sealed->payload());
}

TEST_F(Sealing, TheSameCaseAtTheSameTimeHasTheSameDigest)
{
    const auto draft = acceptable();
    EXPECT_EQ(seal(draft)->digest(), seal(draft)->digest());
    auto changed = draft;
    changed.number = "w1-261122-2";
    EXPECT_NE(seal(draft)->digest(), seal(changed)->digest());
}

TEST_F(Sealing, TheHallsDateCountsNotTheWorldsOne)
{
    const auto evening = base::parseTimestamp("2026-11-22T17:00:00Z").value();
    const auto sealed = forms::seal(acceptable(), m_guide, {m_key, evening, true});
    ASSERT_TRUE(sealed);
    EXPECT_EQ(base::formatDate(sealed->manifest().today), "2026-11-23");
    EXPECT_TRUE(sealed->manifest().offline);
}

TEST_F(Sealing, TheBackOfficeComesToTheSameVerdictFromTheManifestAlone)
{
    const auto sealed = seal(acceptable());
    const auto read = forms::SealedCase::verify(sealed->jws(), keys());
    const auto again = forms::check(m_guide,
                                    forms::checkableCase(read->manifest(), m_guide),
                                    {read->manifest().today, read->manifest().offline});
    EXPECT_EQ(again.verdict, Verdict::Acceptable);
}

TEST_F(Sealing, ACaseThatNeedsCorrectionIsRefusedWithItsVerdictAndCount)
{
    const auto sealed = seal(lacking());
    ASSERT_FALSE(sealed);
    EXPECT_EQ(sealed.error().code, ErrorCode::NotAcceptable);
    EXPECT_NE(base::describe(sealed.error()).find("needs-correction"), std::string::npos);
    const auto found = forms::check(m_guide, lacking(), {base::hallDate(Now), false}).findings.size();
    EXPECT_NE(base::describe(sealed.error()).find(std::to_string(found) + " findings"), std::string::npos);
}

TEST_F(Sealing, ACaseThatNeedsCorrectionIsTakenAfterItsOneTimeNotice)
{
    auto draft = lacking();
    draft.notices = {{"receipt-slip", base::Digest::of("pdf")}};
    EXPECT_EQ(refusal(draft), ErrorCode::NotAcceptable) << "another notice is not enough";
    draft.notices.push_back({std::string(forms::OneTimeNoticeKind), base::Digest::of("pdf")});
    const auto sealed = seal(draft);
    ASSERT_TRUE(sealed);
    EXPECT_EQ(sealed->manifest().verdict, Verdict::NeedsCorrection);
}

TEST_F(Sealing, WhereTheGuideNamesNoApplicantOneIsEnteredFirst)
{
    const auto guide = tests::version("sb-jfzm", [](auto& json) { json.erase("parties"); });
    auto draft = acceptable();
    draft.guide = {guide.code, guide.version, guide.sha256};
    const auto nobody = forms::seal(draft, guide, {m_key, Now, false});
    ASSERT_FALSE(nobody);
    EXPECT_EQ(nobody.error().code, ErrorCode::NotAcceptable);
    EXPECT_NE(base::describe(nobody.error()).find("case party"), std::string::npos);
    EXPECT_EQ(forms::check(guide, draft, {base::hallDate(Now), false}).verdict, Verdict::Acceptable)
        << "the check says what the guide's examples say";
    draft.parties = {{"agent", "agent", "示例丁", {}, {}, {}}};
    EXPECT_EQ(forms::seal(draft, guide, {m_key, Now, false}).error().code, ErrorCode::NotAcceptable)
        << "an agent applies for somebody";
    draft.parties.push_back({"applicant", "applicant", "示例甲", {}, {}, {}});
    EXPECT_TRUE(forms::seal(draft, guide, {m_key, Now, false}));
}

TEST_F(Sealing, HeirsAndBuyersApplyWhereTheGuideCallsThemSo)
{
    const auto guide = tests::guideOf("bdc-zy-clf");
    forms::Case draft;
    draft.forms["application"] =
        forms::FormData::parse(R"({"buyer":"示例甲","seller":"示例乙","agent":"示例丁"})").value();
    const auto applicants = forms::applicantsOf(guide, draft);
    ASSERT_EQ(applicants.size(), 1u);
    EXPECT_EQ(applicants[0].name, "示例甲");
    EXPECT_TRUE(forms::checkApplicant(guide, draft));
}

TEST_F(Sealing, TheBackOfficeAsksTheSameOfTheCaseItReads)
{
    auto draft = deferrable();
    draft.materialEntry("m-dwjs").deferredUntil = base::parseDate("2026-11-27");
    auto manifest = seal(committed(draft))->manifest();
    const auto asked = [this](const forms::Manifest& sealed) {
        const auto read = forms::checkableCase(sealed, m_guide);
        const auto completeness = forms::check(m_guide, read, {sealed.today, sealed.offline});
        return forms::checkSealable(m_guide, read, completeness, sealed.today);
    };
    EXPECT_TRUE(asked(manifest));
    manifest.sealed.findMaterial("m-dwjs")->deferredUntil = base::parseDate("2026-11-20");
    EXPECT_FALSE(asked(manifest)) << "a day gone by";
}

TEST_F(Sealing, ADeferralNeedsADateToCome)
{
    auto draft = deferrable();
    EXPECT_EQ(refusal(draft), ErrorCode::NotAcceptable);
    draft.materialEntry("m-dwjs").deferredUntil = base::parseDate("2026-11-21");
    EXPECT_EQ(refusal(draft), ErrorCode::NotAcceptable) << "a day gone by";
    draft.materialEntry("m-dwjs").deferredUntil = base::parseDate("2026-11-27");
    const auto sealed = seal(committed(draft));
    ASSERT_TRUE(sealed) << base::describe(sealed.error());
    EXPECT_EQ(sealed->manifest().verdict, Verdict::AcceptableWithDeferral);
    EXPECT_EQ(forms::howOf(*sealed->manifest().sealed.findMaterial("m-dwjs")), forms::MaterialHow::Deferred);
}

TEST_F(Sealing, ADeferralNeedsTheCommitmentMadeAndItsSignedPage)
{
    auto draft = deferrable();
    draft.materialEntry("m-dwjs").deferredUntil = base::parseDate("2026-11-27");
    EXPECT_EQ(refusal(draft), ErrorCode::NotAcceptable) << "no commitment";
    draft.notices = {{"deferral-commitment", base::Digest::of("pdf")}};
    EXPECT_EQ(refusal(draft), ErrorCode::NotAcceptable) << "not signed";
    const auto sealed = seal(committed(draft));
    ASSERT_TRUE(sealed) << base::describe(sealed.error());
    const auto& content = sealed->manifest().sealed;
    EXPECT_EQ(content.findMaterial("deferral-commitment"), nullptr) << "a paper is no material";
    ASSERT_EQ(content.notices.size(), 1u);
    EXPECT_EQ(content.notices.front().signedPages.size(), 1u);
    EXPECT_EQ(content.pages.size(), 1u);
    const auto again = forms::checkableCase(sealed->manifest(), m_guide);
    const auto today = sealed->manifest().today;
    EXPECT_TRUE(forms::checkSealable(m_guide, again, forms::check(m_guide, again, {today, false}), today));
}

TEST_F(Sealing, UnderTheLicensingLawAnUnmetConditionIsInsistedOnAndNotRefusedAtTheCounter)
{
    auto text = tests::guideText("sb-jfzm");
    const auto put = [&text](const std::string& what, const std::string& instead) {
        const auto place = text.find(what);
        ASSERT_NE(place, std::string::npos) << what;
        text.replace(place, what.size(), instead);
    };
    put("\"routes\": []", R"("routes": [{"id": "r-unit", "outcome": "refused", "text": "单位不在受理范围",
        "when": {"properties": {"who": {"const": "unit"}}, "required": ["who"]}}])");
    put("\"examples\": [", "\"examples\": [], \"was\": [");
    put("yhyshj36", "xkf32");
    const auto guide = forms::readGuide(text);
    ASSERT_TRUE(guide) << base::describe(guide.error());
    auto draft = deferrable();
    draft.guide.sha256 = guide->sha256;
    EXPECT_FALSE(forms::seal(draft, *guide, {m_key, Now, false}));
    draft.insisted = true;
    draft.insistedRoute = "another";
    EXPECT_FALSE(forms::seal(draft, *guide, {m_key, Now, false})) << "not this route";
    draft.insistedRoute = "r-unit";
    const auto sealed = forms::seal(draft, *guide, {m_key, Now, false});
    ASSERT_TRUE(sealed) << base::describe(sealed.error());
    const auto read = forms::manifestFromJson(sealed->payload());
    ASSERT_TRUE(read);
    EXPECT_TRUE(read->sealed.insisted);
    EXPECT_EQ(read->sealed.insistedRoute, "r-unit");
}

TEST_F(Sealing, ARoutesOutcomeNeedsItsWrittenNotice)
{
    auto text = tests::guideText("sb-jfzm");
    const std::string empty = "\"routes\": []";
    ASSERT_NE(text.find(empty), std::string::npos);
    text.replace(text.find(empty),
                 empty.size(),
                 R"("routes": [{"id": "r-unit", "outcome": "not-competent", "text": "请到税务部门",
        "when": {"properties": {"who": {"const": "unit"}}, "required": ["who"]}}])");
    text.replace(text.find("\"examples\": ["), 13, "\"examples\": [], \"was\": [");
    const auto guide = forms::readGuide(text);
    ASSERT_TRUE(guide) << base::describe(guide.error());
    auto draft = deferrable();
    draft.guide.sha256 = guide->sha256;
    const auto refused = forms::seal(draft, *guide, {m_key, Now, false});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::NotAcceptable);
    draft.notices = {{std::string(forms::NotAcceptedNoticeKind), base::Digest::of("pdf")}};
    const auto sealed = forms::seal(draft, *guide, {m_key, Now, false});
    ASSERT_TRUE(sealed) << base::describe(sealed.error());
}

TEST_F(Sealing, AnswersToHiddenQuestionsAndDiscardedPagesStayHere)
{
    auto draft = acceptable();
    draft.answers["nowhere"] = std::string("x");
    forms::Page page;
    page.id = base::PageId::make(Now);
    page.discarded = true;
    draft.pages = {page};
    draft.materialEntry("m-id").pages = {page.id};
    draft.materialEntry("m-wts");
    const auto sealed = seal(draft);
    ASSERT_TRUE(sealed) << base::describe(sealed.error());
    EXPECT_FALSE(sealed->manifest().sealed.answers.contains("nowhere"));
    EXPECT_TRUE(sealed->manifest().sealed.pages.empty());
    EXPECT_TRUE(sealed->manifest().sealed.findMaterial("m-id")->pages.empty());
    EXPECT_EQ(sealed->manifest().sealed.findMaterial("m-wts"), nullptr) << "nothing is held of it";
    EXPECT_TRUE(forms::SealedCase::verify(sealed->jws(), keys()));
}

TEST_F(Sealing, OnlyADraftOfThatGuideInItsPlaceIsSealed)
{
    auto other = acceptable();
    other.guide.sha256 = base::Digest::of("another version");
    EXPECT_EQ(refusal(other), ErrorCode::BadArgument);
    auto done = acceptable();
    done.state = forms::CaseState::Submitted;
    EXPECT_EQ(refusal(done), ErrorCode::NotAllowed);
    auto second = acceptable();
    second.revision = 2;
    EXPECT_EQ(refusal(second), ErrorCode::BadArgument);
    second.previous = base::Digest::of("before");
    second.state = forms::CaseState::CorrectionRequested;
    EXPECT_TRUE(seal(second));
}

TEST_F(Sealing, AChangedManifestOrAnothersKeyDoesNotVerify)
{
    const auto sealed = seal(acceptable());
    auto changed = sealed->jws();
    changed[changed.find('.') + 20] ^= 1;
    EXPECT_FALSE(forms::SealedCase::verify(changed, keys()));
    const auto other = forms::signJws(sealed->payload(), forms::ManifestFormat, base::SigningKey::generate());
    EXPECT_EQ(forms::SealedCase::verify(other, keys()).error().code, ErrorCode::NotAllowed);
    const auto receipt = forms::signJws(sealed->payload(), "onewindow-receipt/1", m_key);
    EXPECT_EQ(forms::SealedCase::verify(receipt, keys()).error().code, ErrorCode::BadInput);
    EXPECT_FALSE(forms::SealedCase::verify(forms::signJws("{}", forms::ManifestFormat, m_key), keys()));
}

TEST_F(Sealing, NothingIsAcceptedByAStaleCatalogue)
{
    forms::SealContext context{m_key, Now, false};
    context.age = forms::CatalogueAge::Old;
    EXPECT_TRUE(forms::seal(acceptable(), m_guide, context));
    context.age = forms::CatalogueAge::Stale;
    EXPECT_EQ(forms::seal(acceptable(), m_guide, context).error().code, ErrorCode::NotAcceptable);
}

TEST_F(Sealing, AStaleCatalogueNeverBlocksReceipt)
{
    forms::SealContext context{m_key, Now, false};
    context.age = forms::CatalogueAge::Stale;
    context.purpose = forms::SealPurpose::Receipt;
    const auto received = forms::seal(acceptable(), m_guide, context);
    ASSERT_TRUE(received);
    EXPECT_EQ(received->manifest().purpose, forms::SealPurpose::Receipt);
    const auto again = forms::SealedCase::verify(received->jws(), keys());
    ASSERT_TRUE(again);
    EXPECT_EQ(again->manifest().purpose, forms::SealPurpose::Receipt);
    context.purpose = forms::SealPurpose::Acceptance;
    auto noticed = lacking();
    noticed.notices.push_back({std::string(forms::OneTimeNoticeKind), base::Digest::of("pdf")});
    EXPECT_TRUE(forms::seal(noticed, m_guide, context));
}

TEST_F(Sealing, WhatIsSealedAsUsualIsForAcceptance)
{
    EXPECT_EQ(seal(acceptable())->manifest().purpose, forms::SealPurpose::Acceptance);
    EXPECT_EQ(seal(acceptable())->payload().find("purpose\":\"receipt"), std::string::npos);
}

}  // namespace
