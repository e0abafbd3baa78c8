#include "county.h"

#include <api/get_case.h>
#include <api/get_keys.h>
#include <api/get_revision.h>
#include <api/put_revision.h>
#include <forms/jws.h>
#include <server/course_store.h>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <utility>

namespace server_tests {

namespace {

class Revisions : public testing::Test
{
  protected:
    api::Receipt receiptOf(const Reply& reply) const
    {
        const auto keys = api::parseKeySet(county.clerk.get("/v1/keys").body).value();
        const auto jws = forms::verifyJws(reply.body, api::ReceiptFormat, [&](std::string_view kid) {
            return keys.find(kid, api::KeyUse::Receipt);
        });
        return api::parseReceipt(jws.value().payload).value();
    }

    /// As the clock would have written it, if this test had the days to wait for it.
    void deemAccepted(base::CaseId id)
    {
        county.office.stop();
        {
            const auto database = server::Database::open(county.office.folder() / "backoffice.db").value();
            EXPECT_TRUE(database->write([id](server::Transaction& transaction) -> base::Status {
                server::CourseStore courses(transaction);
                auto course = courses.ofCase(id);
                forms::CourseEntry entry;
                entry.act = forms::Act::DeemedAccepted;
                entry.at = forms::receiptOf(course);
                entry.noted = course.back().noted;
                entry.by = "clock";
                append(course, entry);
                courses.add(id, course.back());
                transaction.run("UPDATE cases SET calendar = 0 WHERE id = $1", {id.toString()});
                return {};
            }));
        }
        county.office.start();
    }

    static constexpr auto Cited = R"("reason": "身份证已过期", "cites": ["m-id/id-valid"])";

    County county;
};

TEST_F(Revisions, ACompleteCaseGetsASignedReceiptWithItsOfficialNumber)
{
    const auto draft = county.printOut();
    county.sendPages(draft);
    const auto sealed = county.seal(draft);
    const auto reply = county.put(sealed);
    ASSERT_EQ(reply.status, 201) << reply.body;
    const auto receipt = receiptOf(reply);
    EXPECT_EQ(receipt.caseId, draft.id);
    EXPECT_EQ(receipt.revision, 1);
    EXPECT_EQ(receipt.manifest, sealed.digest());
    EXPECT_EQ(receipt.state, forms::CaseState::Submitted);
    EXPECT_TRUE(receipt.number.starts_with("330399-20"));
    EXPECT_TRUE(receipt.number.ends_with("-00001")) << receipt.number;
}

TEST_F(Revisions, TheSameBytesGetTheSameReceiptAgainAlsoAfterARestart)
{
    const auto sealed = county.submitted();
    const auto again = county.put(sealed);
    EXPECT_EQ(again.status, 200);
    county.office.kill();
    county.office.start();
    const auto later = county.put(sealed);
    EXPECT_EQ(later.status, 200);
    EXPECT_EQ(later.body, again.body);
    EXPECT_EQ(receiptOf(later).manifest, sealed.digest());
}

TEST_F(Revisions, OtherBytesUnderTheSameNumberAreAConflict)
{
    const auto sealed = county.submitted();
    auto other = sealed.manifest().sealed;
    other.state = forms::CaseState::Draft;
    other.number = "ws-1-261122-2";
    EXPECT_EQ(county.put(county.seal(other)).problem(), "conflict");
}

TEST_F(Revisions, MissingPagesAreNamed)
{
    const auto draft = county.printOut();
    const auto sealed = county.seal(draft);
    const auto reply = county.put(sealed);
    EXPECT_EQ(reply.status, 422);
    EXPECT_EQ(reply.problem(), "missing-pages");
    const auto missing = nlohmann::json::parse(reply.body).at("missing");
    EXPECT_EQ(missing, nlohmann::json::array({draft.pages.front().sha256.toString()}));
    county.sendPages(draft);
    EXPECT_EQ(county.put(sealed).status, 201);
}

TEST_F(Revisions, AColleagueCarriesACaseAndItStaysItsAuthors)
{
    const auto draft = county.printOut();
    county.sendPages(draft);
    const auto sealed = county.seal(draft);
    EXPECT_EQ(County::put(sealed, county.as("agent")).status, 201);
    const auto detail = api::parseCaseDetail(county.clerk.get(api::casePath(draft.id)).body).value();
    EXPECT_EQ(detail.revisions.front().carrier, "agent");
    EXPECT_EQ(detail.revisions.front().manifest, sealed.jws());
}

TEST_F(Revisions, OnlyEnrolledKeysOfThatClerkAndWorkstationCount)
{
    const auto draft = county.printOut();
    county.sendPages(draft);
    const auto guide = county.guide("sb-jfzm");
    const auto stranger = base::SigningKey::generate();
    const auto foreign = forms::seal(draft, guide, {stranger, base::SystemClock().now(), false}).value();
    EXPECT_EQ(county.put(foreign).problem(), "bad-signature");
    auto elsewhere = draft;
    elsewhere.workstation = "ws-2";
    EXPECT_EQ(county.put(county.seal(elsewhere)).problem(), "bad-signature");
    auto another = draft;
    another.clerk = "agent";
    EXPECT_EQ(county.put(county.seal(another)).problem(), "bad-signature");
    auto changed = county.seal(draft).jws();
    changed[changed.size() - 5] = changed[changed.size() - 5] == 'A' ? 'B' : 'A';
    EXPECT_EQ(county.clerk.send("PUT", api::revisionPath(draft.id, 1), "application/jose", changed).problem(),
              "bad-signature");
}

TEST_F(Revisions, AnotherDivisionsCaseIsRefused)
{
    auto draft = county.printOut();
    draft.division = "330398";
    county.sendPages(draft);
    EXPECT_EQ(county.put(county.seal(draft)).problem(), "forbidden");
}

TEST_F(Revisions, TheVerdictIsComputedAgain)
{
    const auto draft = county.printOut();
    county.sendPages(draft);
    auto manifest = county.seal(draft).manifest();
    manifest.sealed.forms["application"] = forms::FormData::parse(R"({"name": "示例甲"})").value();
    const auto forged = forms::signJws(forms::manifestToJson(manifest), forms::ManifestFormat, county.key);
    const auto reply = county.clerk.send("PUT", api::revisionPath(draft.id, 1), "application/jose", forged);
    EXPECT_EQ(reply.status, 422);
    EXPECT_EQ(reply.problem(), "incomplete");
    EXPECT_FALSE(nlohmann::json::parse(reply.body).at("findings").empty());
}

TEST_F(Revisions, AnUnpublishedGuideIsUnknown)
{
    const auto draft = county.printOut();
    county.sendPages(draft);
    auto manifest = county.seal(draft).manifest();
    manifest.sealed.guide.version = "1999.1";
    const auto forged = forms::signJws(forms::manifestToJson(manifest), forms::ManifestFormat, county.key);
    const auto reply = county.clerk.send("PUT", api::revisionPath(draft.id, 1), "application/jose", forged);
    EXPECT_EQ(reply.problem(), "unknown-guide");
}

TEST_F(Revisions, TheAddressMustBeTheManifests)
{
    const auto draft = county.printOut();
    county.sendPages(draft);
    const auto sealed = county.seal(draft);
    EXPECT_EQ(
        county.clerk.send("PUT", api::revisionPath(draft.id, 2), "application/jose", sealed.jws()).problem(),
        "bad-request");
    EXPECT_EQ(county.clerk.send("PUT", "/v1/cases/nonsense/revisions/1", "application/jose", sealed.jws())
                  .problem(),
              "bad-request");
    EXPECT_EQ(county.clerk.send("PUT", api::revisionPath(draft.id, 1), "text/plain", sealed.jws()).problem(),
              "unsupported-type");
    EXPECT_EQ(county.clerk.send("PUT", api::revisionPath(draft.id, 1), "application/jose", "x.y").problem(),
              "bad-request");
}

TEST_F(Revisions, AnIncompleteCaseWithItsNoticeArrivesAsACorrection)
{
    const auto draft = county.incomplete("sb-jfzm");
    const auto reply = county.put(county.seal(draft));
    ASSERT_EQ(reply.status, 201) << reply.body;
    EXPECT_EQ(receiptOf(reply).state, forms::CaseState::CorrectionRequested);
}

TEST_F(Revisions, ComeInOrderAndOnlyWhenAskedFor)
{
    const auto first = county.submitted();
    const auto id = first.manifest().sealed.id;
    const auto second = county.seal(County::nextRevision(first));
    EXPECT_EQ(county.put(second).problem(), "forbidden");
    const auto reviewer = county.as("reviewer");
    ASSERT_EQ(County::act(reviewer, id, "request-correction", Cited).status, 200);
    auto skipping = County::nextRevision(first);
    skipping.revision = 3;
    EXPECT_EQ(county.put(county.seal(skipping)).problem(), "conflict");
    auto unrelated = County::nextRevision(first);
    unrelated.previous = base::Digest::of("something else");
    EXPECT_EQ(county.put(county.seal(unrelated)).problem(), "conflict");
    const auto reply = county.put(second);
    ASSERT_EQ(reply.status, 201) << reply.body;
    const auto receipt = receiptOf(reply);
    EXPECT_EQ(receipt.revision, 2);
    EXPECT_EQ(receipt.state, forms::CaseState::Submitted);
    EXPECT_EQ(county.put(first).status, 200);
}

TEST_F(Revisions, AfterAcceptanceOnlyWhatWasPutOffComesIn)
{
    auto draft = county.bundle();
    auto& late = draft.materialEntry("m-hh");
    const auto proof = *std::exchange(late.proof, std::nullopt);
    const auto now = base::SystemClock().now();
    late.deferredUntil = base::hallDate(now + std::chrono::hours(72));
    draft.pages = county.printOut().pages;
    draft.pages.front().sha256 = base::Digest::of(County::pageBytes(draft));
    draft.notices.push_back({"deferral-commitment", base::Digest::of("commitment")});
    draft.notices.back().signedPages = {draft.pages.front().id};
    county.sendPages(draft);
    const auto first = county.seal(draft);
    ASSERT_EQ(county.put(first).status, 201);
    ASSERT_EQ(County::act(county.as("reviewer"), draft.id, "accept").status, 200);
    auto next = County::nextRevision(first);
    next.materialEntry("m-hh").proof = proof;
    auto changed = next;
    ASSERT_TRUE(changed.forms["application"].set("/phone", R"("13800000000")"));
    EXPECT_EQ(county.put(county.seal(changed)).problem(), "forbidden");
    const auto supplied = county.put(county.seal(next));
    ASSERT_EQ(supplied.status, 201) << supplied.body;
    EXPECT_EQ(receiptOf(supplied).state, forms::CaseState::Accepted);
    EXPECT_EQ(county.stateOf(draft.id), "accepted");
    const auto detail = api::parseCaseDetail(county.clerk.get(api::casePath(draft.id)).body).value();
    EXPECT_EQ(detail.course.back().act, forms::Act::Supplied);
    EXPECT_EQ(detail.course.back().cites, std::vector<std::string>{"m-hh"});
    EXPECT_TRUE(forms::openDeferrals(detail.course).empty());
}

TEST_F(Revisions, ARescanThatWasAskedForMayStillComeWhenTheCaseIsDeemedAccepted)
{
    const auto first = county.submitted();
    const auto id = first.manifest().sealed.id;
    ASSERT_EQ(County::act(
                  county.as("reviewer"), id, "return-to-window", R"("reason": "扫描不清", "cites": ["m-id"])")
                  .status,
              200);
    deemAccepted(id);
    EXPECT_EQ(county.stateOf(id), "accepted");
    auto next = County::nextRevision(first);
    auto page = next.pages.front();
    page.id = base::PageId::make(base::SystemClock().now());
    next.pages = {page};
    next.materialEntry("m-id", "applicant").pages = {page.id};
    auto changed = next;
    ASSERT_TRUE(changed.forms["application"].set("/purpose", R"("其他")"));
    EXPECT_EQ(county.put(county.seal(changed)).problem(), "forbidden");
    EXPECT_EQ(county.put(county.seal(next)).status, 201);
    const auto detail = api::parseCaseDetail(county.clerk.get(api::casePath(id)).body).value();
    EXPECT_EQ(detail.summary.state, forms::CaseState::Accepted);
    EXPECT_FALSE(forms::awaitsRescan(detail.course));
}

TEST_F(Revisions, UnderTheRuleOfMarketEntitiesAResubmissionIsANewCase)
{
    const auto old = county.seal(county.incomplete("gt-sl"));
    ASSERT_EQ(county.put(old).status, 201);
    EXPECT_EQ(county.put(county.seal(County::nextRevision(old))).problem(), "forbidden");
    auto again = county.incomplete("gt-sl");
    again.replaces = base::CaseId::make(base::SystemClock().now()).toString();
    EXPECT_EQ(county.put(county.seal(again)).problem(), "conflict");
    again.replaces = old.manifest().sealed.id.toString();
    EXPECT_EQ(county.put(county.seal(again)).status, 201);
}

TEST_F(Revisions, ASecondCaseOfTheSameApplicantIsTakenInAndToldToTheReviewer)
{
    const auto first = county.submitted();
    const auto second = county.submitted();
    const auto reviewer = county.as("reviewer");
    const auto detail =
        api::parseCaseDetail(reviewer.get(api::casePath(second.manifest().sealed.id)).body).value();
    EXPECT_EQ(detail.summary.flags, std::vector<std::string>{"duplicate"});
    ASSERT_EQ(detail.duplicates.size(), 1U);
    EXPECT_EQ(detail.duplicates.front().caseId, first.manifest().sealed.id);
    EXPECT_EQ(detail.duplicates.front().state, forms::CaseState::Submitted);
    EXPECT_FALSE(api::parseCaseDetail(reviewer.get(api::casePath(first.manifest().sealed.id)).body)
                     ->summary.flagged());
}

TEST_F(Revisions, ACaseThatIsOverOrOfSomebodyElseIsNoDuplicate)
{
    const auto first = county.submitted();
    ASSERT_EQ(County::act(county.clerk, first.manifest().sealed.id, "withdraw", R"("reason": "示例")").status,
              200);
    const auto second = county.submitted();
    auto other = county.printOut();
    other.forms["application"] =
        forms::FormData::parse(
            R"({"name": "示例乙", "idno": "330399198711020245", "purpose": "购房", "copies": 1})")
            .value();
    other.parties.front().name = "示例乙";
    other.parties.front().idNumber = "330399198711020245";
    county.sendPages(other);
    ASSERT_EQ(county.put(county.seal(other)).status, 201);
    for (const auto& id : {second.manifest().sealed.id, other.id}) {
        const auto detail = api::parseCaseDetail(county.clerk.get(api::casePath(id)).body).value();
        EXPECT_FALSE(detail.summary.flagged());
        EXPECT_TRUE(detail.duplicates.empty());
    }
}

TEST_F(Revisions, AreGivenBackWithTheirReceiptToWhoSeesTheCaseAndToTheirAuthor)
{
    const auto draft = county.printOut();
    county.sendPages(draft);
    const auto sealed = county.seal(draft);
    const auto receipt = county.put(sealed).body;
    const auto path = api::revisionPath(draft.id, 1);
    const api::RevisionAnswer both{sealed.jws(), receipt};
    EXPECT_EQ(api::parseRevisionAnswer(county.clerk.get(path).body).value(), both);
    EXPECT_EQ(api::parseRevisionAnswer(county.as("reviewer").get(path).body).value(), both);
    EXPECT_EQ(county.as("agent").get(path).problem(), "not-found");
    EXPECT_EQ(county.as("admin").get(path).problem(), "not-found");
    EXPECT_EQ(county.clerk.get(api::revisionPath(draft.id, 2)).problem(), "not-found");
    EXPECT_EQ(county.clerk.get(api::revisionPath(base::CaseId::make(draft.received), 1)).problem(),
              "not-found");
    EXPECT_EQ(county.clerk.get("/v1/cases/" + draft.id.toString() + "/revisions/zero").problem(),
              "bad-request");
}

TEST_F(Revisions, TheCourseTellsWhatHappenedAtTheWindowAndOnTheWay)
{
    const auto sealed = county.submitted();
    const auto& manifest = sealed.manifest();
    const auto detail =
        api::parseCaseDetail(county.clerk.get(api::casePath(manifest.sealed.id)).body).value();
    ASSERT_EQ(detail.course.size(), 3U);
    EXPECT_EQ(detail.course[0].act, forms::Act::Received);
    EXPECT_EQ(detail.course[0].at, manifest.sealed.received);
    EXPECT_EQ(detail.course[1].act, forms::Act::Sealed);
    EXPECT_EQ(detail.course[1].at, manifest.sealedAt);
    EXPECT_EQ(detail.course[1].by, "clerk");
    EXPECT_EQ(detail.course[2].act, forms::Act::Arrived);
    EXPECT_EQ(forms::stateOf(detail.course), detail.summary.state);
}

TEST_F(Revisions, TimesOfAWrongClockAreRefusedAndTheClockIsNamed)
{
    const auto draft = county.printOut();
    county.sendPages(draft);
    const auto put = [&](forms::Manifest manifest) {
        const auto jws = forms::signJws(forms::manifestToJson(manifest), forms::ManifestFormat, county.key);
        return county.clerk.send("PUT", api::revisionPath(draft.id, 1), "application/jose", jws);
    };
    auto ahead = county.seal(draft).manifest();
    ahead.sealedAt += std::chrono::minutes(30);
    ahead.today = base::hallDate(ahead.sealedAt);
    EXPECT_EQ(put(ahead).problem(), "bad-request");
    EXPECT_NE(put(ahead).body.find("clock"), std::string::npos);
    auto turned = county.seal(draft).manifest();
    turned.sealed.received = turned.sealedAt + std::chrono::minutes(1);
    EXPECT_EQ(put(turned).problem(), "bad-request");
    EXPECT_NE(put(turned).body.find("clock"), std::string::npos);
    auto near = county.seal(draft).manifest();
    near.sealedAt += std::chrono::minutes(5);
    near.today = base::hallDate(near.sealedAt);
    EXPECT_EQ(put(near).status, 201) << "ten minutes are tolerated";
}

TEST_F(Revisions, ACorrectionIsAnsweredMarkByMark)
{
    const auto first = county.submitted();
    const auto id = first.manifest().sealed.id;
    const auto reviewer = county.as("reviewer");
    forms::Annotation mark;
    mark.created = base::SystemClock().now();
    mark.id = base::AnnotationId::make(mark.created);
    mark.text = "已过期";
    mark.caseId = id;
    mark.pointer = "/materials/0";
    mark.point = "m-id/id-valid";
    mark.verdict = "fail";
    ASSERT_EQ(reviewer
                  .send("POST",
                        api::casePath(id) + "/annotations",
                        "application/ld+json",
                        forms::annotationToJson(mark))
                  .status,
              201);
    ASSERT_EQ(County::act(reviewer, id, "request-correction", Cited).status, 200);
    auto next = County::nextRevision(first);
    EXPECT_EQ(county.put(county.seal(next)).problem(), "incomplete");
    next.answersTo = {{mark.id, forms::AnswerHow::Stays, "长期有效"}};
    EXPECT_EQ(county.put(county.seal(next)).status, 201);
    const auto detail = api::parseCaseDetail(reviewer.get(api::casePath(id)).body).value();
    EXPECT_FALSE(detail.annotations.front().settled) << "it stays as it is: the reviewer looks again";
}

TEST_F(Revisions, AFirstRevisionThatIsMissingIsAConflict)
{
    const auto draft = county.printOut();
    county.sendPages(draft);
    auto second = draft;
    second.revision = 2;
    second.previous = base::Digest::of("never handed in");
    EXPECT_EQ(county.put(county.seal(second)).problem(), "conflict");
}

TEST_F(Revisions, ACaseThatIsNotSealedByItsRulesIsRefused)
{
    const auto draft = county.incomplete("sb-jfzm");
    auto manifest = county.seal(draft).manifest();
    manifest.sealed.notices.clear();
    const auto forged = forms::signJws(forms::manifestToJson(manifest), forms::ManifestFormat, county.key);
    EXPECT_EQ(county.clerk.send("PUT", api::revisionPath(draft.id, 1), "application/jose", forged).problem(),
              "incomplete");
}

}  // namespace

}  // namespace server_tests
