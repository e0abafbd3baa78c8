#include "county.h"

#include <api/get_case.h>
#include <api/post_annotations.h>
#include <forms/annotation.h>

#include <gtest/gtest.h>

namespace server_tests {

namespace {

class Annotations : public testing::Test
{
  protected:
    forms::Annotation mark() const
    {
        const auto& page = sealed.manifest().sealed.pages.front();
        forms::Annotation annotation;
        annotation.id = base::AnnotationId::make(base::SystemClock().now());
        annotation.creator = "somebody else";
        annotation.created = base::SystemClock().now();
        annotation.text = "证件已过期";
        annotation.caseId = id;
        annotation.page = page.id;
        annotation.pageDigest = page.sha256;
        annotation.box = forms::PercentBox{10, 10, 20, 20};
        annotation.point = "m-id/id-valid";
        annotation.verdict = "fail";
        return annotation;
    }

    static Reply post(const HttpsClient& who, base::CaseId id, const forms::Annotation& annotation)
    {
        return who.send(
            "POST", api::annotationsPath(id), "application/ld+json", forms::annotationToJson(annotation));
    }

    County county;
    const forms::SealedCase sealed = county.submitted();
    const base::CaseId id = sealed.manifest().sealed.id;
    const HttpsClient reviewer = county.as("reviewer");
};

TEST_F(Annotations, CarryTheNameOfWhoIsLoggedIn)
{
    const auto reply = post(reviewer, id, mark());
    ASSERT_EQ(reply.status, 201) << reply.body;
    EXPECT_EQ(forms::annotationFromJson(reply.body)->creator, "reviewer");
    const auto detail = api::parseCaseDetail(county.clerk.get(api::casePath(id)).body).value();
    ASSERT_EQ(detail.annotations.size(), 1U);
    EXPECT_EQ(detail.annotations.front().text, "证件已过期");
    EXPECT_EQ(detail.annotations.front().box, (forms::PercentBox{10, 10, 20, 20}));
}

TEST_F(Annotations, AreWrittenOnce)
{
    const auto annotation = mark();
    ASSERT_EQ(post(reviewer, id, annotation).status, 201);
    EXPECT_EQ(post(reviewer, id, annotation).status, 200);
    auto other = annotation;
    other.text = "另一句";
    EXPECT_EQ(post(reviewer, id, other).problem(), "conflict");
}

TEST_F(Annotations, PointAtWhatIsThere)
{
    auto foreign = mark();
    foreign.pageDigest = base::Digest::of("another page");
    EXPECT_EQ(post(reviewer, id, foreign).problem(), "bad-request");
    auto later = mark();
    later.revision = 2;
    EXPECT_EQ(post(reviewer, id, later).problem(), "bad-request");
    auto beyond = mark();
    beyond.point = "m-id/id-colour";
    EXPECT_EQ(post(reviewer, id, beyond).problem(), "bad-request");
    EXPECT_EQ(post(reviewer, base::CaseId::make(base::SystemClock().now()), mark()).problem(), "not-found");
}

TEST_F(Annotations, ClerksAnswerButDoNotAssess)
{
    EXPECT_EQ(post(county.clerk, id, mark()).problem(), "forbidden");
    const auto asked = mark();
    ASSERT_EQ(post(reviewer, id, asked).status, 201);
    auto reply = mark();
    reply.motivation = forms::Motivation::Replying;
    EXPECT_EQ(post(county.clerk, id, reply).problem(), "forbidden");  // it says whether it is corrected
    reply.verdict.clear();
    EXPECT_EQ(post(county.clerk, id, reply).problem(), "bad-request");
    reply.inReplyTo = asked.id;
    EXPECT_EQ(post(county.clerk, id, reply).status, 201);
}

TEST_F(Annotations, AreSettledAndOpenedAgainByAReviewersVerdict)
{
    const auto asked = mark();
    ASSERT_EQ(post(reviewer, id, asked).status, 201);
    const auto answer = [&](const HttpsClient& who, const char* verdict) {
        auto reply = mark();
        reply.motivation = forms::Motivation::Replying;
        reply.inReplyTo = asked.id;
        reply.verdict = verdict;
        return post(who, id, reply);
    };
    const auto isSettled = [&] {
        return api::parseCaseDetail(county.clerk.get(api::casePath(id)).body)
            .value()
            .annotations.front()
            .settled;
    };
    EXPECT_EQ(answer(county.clerk, "pass").problem(), "forbidden");
    EXPECT_FALSE(isSettled());
    EXPECT_EQ(answer(reviewer, "pass").status, 201);
    EXPECT_TRUE(isSettled());
    EXPECT_EQ(answer(reviewer, "fail").status, 201);
    EXPECT_FALSE(isSettled());
    EXPECT_EQ(answer(reviewer, "").status, 201);
    EXPECT_FALSE(isSettled());
}

TEST_F(Annotations, AreSettledByTheRevisionThatDoesWhatTheyAsk)
{
    const auto annotation = mark();
    ASSERT_EQ(post(reviewer, id, annotation).status, 201);
    ASSERT_EQ(County::act(reviewer, id, "return-to-window", R"("reason": "扫描不清")").status, 200);
    auto next = County::nextRevision(sealed);
    next.settled = {annotation.id};
    ASSERT_EQ(county.put(county.seal(next)).status, 201);
    const auto detail = api::parseCaseDetail(county.clerk.get(api::casePath(id)).body).value();
    EXPECT_TRUE(detail.annotations.front().settled);
}

}  // namespace

}  // namespace server_tests
