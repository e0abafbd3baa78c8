#include "county.h"

#include <api/get_case.h>
#include <api/get_changes.h>
#include <api/post_documents.h>
#include <api/tus.h>
#include <forms/jws.h>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace server_tests {

namespace {

using forms::Act;

class Documents : public testing::Test
{
  protected:
    static base::Timestamp now() { return base::SystemClock().now(); }

    void send(const std::string& bytes, const std::string& type) const
    {
        const auto reply = county.clerk.send(
            "POST",
            "/v1/uploads/",
            "application/offset+octet-stream",
            bytes,
            {"Tus-Resumable: 1.0.0",
             "Upload-Length: " + std::to_string(bytes.size()),
             "Upload-Metadata: " + api::formatUploadMetadata({base::Digest::of(bytes), type})});
        ASSERT_EQ(reply.status, 201) << reply.body;
    }

    static api::DocumentRecord paper(forms::PaperKind kind, const std::string& bytes)
    {
        api::DocumentRecord record;
        record.made = now() - std::chrono::minutes(1);
        record.id = base::DocumentId::make(record.made);
        record.kind = kind;
        record.number = "测审〔2026〕ws1-1号";
        record.sha256 = base::Digest::of(bytes);
        record.type = "application/pdf";
        record.bytes = {bytes.size()};
        record.by = "clerk";
        return record;
    }

    Reply keep(const api::DocumentRecord& record) const { return keep(record, county.clerk); }

    Reply keep(const api::DocumentRecord& record, const HttpsClient& who) const
    {
        return who.postJson(api::documentsPath(id), api::toJson(record));
    }

    api::CaseDetail detail() const
    {
        return api::parseCaseDetail(county.clerk.get(api::casePath(id)).body).value();
    }

    County county;
    const forms::SealedCase sealed = county.submitted();
    const base::CaseId id = sealed.manifest().sealed.id;
};

TEST_F(Documents, AreKeptWithTheCaseAndStandInItsCourse)
{
    const auto record = paper(forms::PaperKind::ReceiptSlip, "the slip");
    send("the slip", "application/pdf");
    const auto before = api::parseChangesAnswer(county.clerk.get("/v1/changes").body)->cursor;
    const auto kept = keep(record);
    ASSERT_EQ(kept.status, 201) << kept.body;
    EXPECT_EQ(api::parseDocumentRecord(kept.body).value(), record);
    const auto now = detail();
    EXPECT_EQ(now.documents, std::vector{record});
    EXPECT_EQ(now.course.back().act, Act::NoticeMade);
    EXPECT_EQ(now.course.back().paper, "receipt-slip");
    EXPECT_EQ(now.course.back().at, record.made);
    EXPECT_EQ(now.summary.state, forms::CaseState::Submitted);
    const auto changes =
        api::parseChangesAnswer(county.clerk.get("/v1/changes?since=" + before).body).value();
    ASSERT_EQ(changes.changes.size(), 1U);
    EXPECT_EQ(changes.changes.front().kind, api::ChangeKind::Document);
}

TEST_F(Documents, TheSameAgainIsAnsweredTheSameAndOtherContentIsAConflict)
{
    const auto record = paper(forms::PaperKind::ReceiptSlip, "the slip");
    send("the slip", "application/pdf");
    const auto first = keep(record);
    const auto again = keep(record);
    EXPECT_EQ(again.status, 200);
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(detail().documents.size(), 1U);
    auto other = record;
    other.number = "测审〔2026〕ws1-2号";
    EXPECT_EQ(keep(other).problem(), "conflict");
    const auto second = county.submitted();
    EXPECT_EQ(
        county.clerk.postJson(api::documentsPath(second.manifest().sealed.id), api::toJson(record)).problem(),
        "conflict");
}

TEST_F(Documents, AreHandedOverOnceAlsoLater)
{
    auto record = paper(forms::PaperKind::AcceptanceNotice, "the notice");
    send("the notice", "application/pdf");
    ASSERT_EQ(keep(record).status, 201);
    record.handed = forms::HandedOver{now(), "示例甲", "person"};
    ASSERT_EQ(keep(record).status, 201);
    EXPECT_EQ(keep(record).status, 200);
    const auto then = detail();
    EXPECT_EQ(then.documents, std::vector{record});
    EXPECT_EQ(then.course.back().act, Act::NoticeHandedOver);
    EXPECT_EQ(then.course.back().taker, "示例甲");
    EXPECT_EQ(then.course.back().at, record.handed->at);
    auto elsewhere = record;
    elsewhere.handed->to = "示例乙";
    EXPECT_EQ(keep(elsewhere).problem(), "conflict");
}

TEST_F(Documents, ComeBackSignedAndTheirPagesAreSeenByWhoSeesTheCase)
{
    auto record = paper(forms::PaperKind::ServiceRecord, "the record");
    send("the record", "application/pdf");
    ASSERT_EQ(keep(record).status, 201);
    const auto page = base::PageId::make(now());
    record.signedPages = {page};
    EXPECT_EQ(keep(record).problem(), "bad-request") << "nobody knows that page";
    record.pages = {{page, base::Digest::of("the signed record")}};
    const auto lacking = keep(record);
    EXPECT_EQ(lacking.problem(), "missing-pages");
    EXPECT_EQ(nlohmann::json::parse(lacking.body).at("missing"),
              nlohmann::json::array({base::Digest::of("the signed record").toString()}));
    send("the signed record", "image/jpeg");
    ASSERT_EQ(keep(record).status, 201);
    const auto reviewer = county.as("reviewer");
    EXPECT_EQ(reviewer.get("/v1/pages/" + record.sha256.toString()).body, "the record");
    EXPECT_EQ(reviewer.get("/v1/pages/" + record.pages.front().sha256.toString()).body, "the signed record");
    EXPECT_EQ(county.as("agent").get("/v1/pages/" + record.sha256.toString()).problem(), "not-found");
}

TEST_F(Documents, WaitForTheirBytesAndAreWhatTheyWereSaidToBe)
{
    auto record = paper(forms::PaperKind::ReceiptSlip, "the slip");
    EXPECT_EQ(keep(record).status, 422);
    EXPECT_EQ(keep(record).problem(), "missing-pages");
    send("the slip", "application/pdf");
    auto longer = record;
    longer.bytes = {9999};
    EXPECT_EQ(keep(longer).problem(), "bad-request");
    auto picture = record;
    picture.type = "image/png";
    EXPECT_EQ(keep(picture).problem(), "bad-request");
    auto ahead = record;
    ahead.made = now() + std::chrono::hours(1);
    EXPECT_NE(keep(ahead).body.find("clock"), std::string::npos);
    auto stranger = record;
    stranger.by = "nobody";
    EXPECT_EQ(keep(stranger).problem(), "forbidden");
    EXPECT_EQ(keep(record).status, 201);
}

TEST_F(Documents, AreKeptByWhomTheyBelongTo)
{
    send("a paper", "application/pdf");
    const auto as = [&](const std::string& user, forms::PaperKind kind) {
        return keep(paper(kind, "a paper"), county.as(user)).status;
    };
    EXPECT_EQ(as("reviewer", forms::PaperKind::Approval), 201);
    EXPECT_EQ(as("approver", forms::PaperKind::Refusal), 201);
    EXPECT_EQ(as("reviewer", forms::PaperKind::ReceiptSlip), 403);
    EXPECT_EQ(as("certifier", forms::PaperKind::Result), 201);
    EXPECT_EQ(as("certifier", forms::PaperKind::Approval), 403);
    EXPECT_EQ(as("supervisor", forms::PaperKind::Approval), 403);
    EXPECT_EQ(as("agent", forms::PaperKind::ReceiptSlip), 404) << "it is not his case";
    EXPECT_EQ(as("admin", forms::PaperKind::ReceiptSlip), 403);
    EXPECT_EQ(as("clerk", forms::PaperKind::Approval), 201) << "the window prints what the office decides";
}

TEST_F(Documents, ComeWithTheManifestWhereItHasTheirBytes)
{
    auto draft = county.incomplete("sb-jfzm");
    auto& notice = draft.notices.front();
    notice.sha256 = base::Digest::of("the one-time notice");
    notice.number = "测审〔2026〕ws1-5号";
    notice.bytes = {std::string("the one-time notice").size()};
    notice.made = now() - std::chrono::minutes(2);
    notice.handed = forms::HandedOver{now() - std::chrono::minutes(1), "示例甲", "person"};
    const auto incomplete = county.seal(draft);
    EXPECT_EQ(county.put(incomplete).problem(), "missing-pages");
    send("the one-time notice", "application/pdf");
    const auto reply = county.put(incomplete);
    ASSERT_EQ(reply.status, 201) << reply.body;
    const auto now = api::parseCaseDetail(county.clerk.get(api::casePath(draft.id)).body).value();
    ASSERT_EQ(now.documents.size(), 1U);
    EXPECT_EQ(now.documents.front().kind, forms::PaperKind::OneTimeNotice);
    EXPECT_EQ(now.documents.front().number, notice.number);
    EXPECT_EQ(now.documents.front().handed, notice.handed);
    EXPECT_EQ(now.summary.state, forms::CaseState::CorrectionRequested);
    EXPECT_EQ(forms::findLast(now.course, Act::CorrectionRequested)->at, notice.handed->at);
    EXPECT_EQ(county.as("reviewer").get("/v1/pages/" + notice.sha256.toString()).body, "the one-time notice");
}

TEST_F(Documents, OfEarlierVersionsThatSentNoneAreNotMissed)
{
    const auto draft = county.incomplete("sb-jfzm");
    ASSERT_EQ(county.put(county.seal(draft)).status, 201);
    EXPECT_TRUE(api::parseCaseDetail(county.clerk.get(api::casePath(draft.id)).body)->documents.empty());
}

}  // namespace

}  // namespace server_tests
