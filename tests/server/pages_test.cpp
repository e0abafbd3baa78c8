#include "county.h"

#include <api/get_page.h>
#include <api/post_pages_missing.h>

#include <gtest/gtest.h>

namespace server_tests {

namespace {

class Pages : public testing::Test
{
  protected:
    County county;
};

TEST_F(Pages, ThoseThatAreMissingAreNamedOnceInTheOrderAsked)
{
    const auto draft = county.printOut();
    county.sendPages(draft);
    const auto here = draft.pages.front().sha256;
    const auto one = base::Digest::of("one");
    const auto two = base::Digest::of("two");
    const auto reply = county.clerk.postJson("/v1/pages/missing",
                                             api::toJson(api::PagesMissingRequest{{two, here, one, two}}));
    EXPECT_EQ(api::parsePagesMissingAnswer(reply.body)->missing, (std::vector{two, one}));
    EXPECT_EQ(county.clerk.postJson("/v1/pages/missing", "[]").problem(), "bad-request");
}

TEST_F(Pages, AreShownToWhoMaySeeTheirCase)
{
    const auto draft = county.printOut();
    county.sendPages(draft);
    const auto path = api::pagePath(draft.pages.front().sha256);
    const auto reviewer = county.as("reviewer");
    EXPECT_EQ(county.clerk.get(path).status, 200);
    EXPECT_EQ(reviewer.get(path).status, 404);
    ASSERT_EQ(county.put(county.seal(draft)).status, 201);
    EXPECT_EQ(reviewer.get(path).body, County::pageBytes(draft));
    EXPECT_EQ(county.as("agent").get(path).status, 404);
    EXPECT_EQ(county.as("admin").get(path).status, 404);
    EXPECT_EQ(HttpsClient(county.office).get(path).status, 401);
}

TEST_F(Pages, APartIsAnsweredAsAPart)
{
    const auto draft = county.printOut();
    county.sendPages(draft);
    const auto path = api::pagePath(draft.pages.front().sha256);
    const auto bytes = County::pageBytes(draft);
    const auto part = county.clerk.get(path, {"Range: bytes=2-5"});
    EXPECT_EQ(part.status, 206);
    EXPECT_EQ(part.body, bytes.substr(2, 4));
    EXPECT_EQ(part.header("content-range"), "bytes 2-5/" + std::to_string(bytes.size()));
    EXPECT_EQ(county.clerk.get(path, {"Range: bytes=9999-"}).status, 416);
}

TEST_F(Pages, ADamagedFileIsNeverSentAsWhole)
{
    const auto draft = county.printOut();
    county.sendPages(draft);
    const auto name = draft.pages.front().sha256.toString();
    const auto file = county.office.folder() / "pages" / name.substr(0, 2) / name;
    std::filesystem::resize_file(file, std::filesystem::file_size(file) - 1);
    EXPECT_EQ(county.clerk.get(api::pagePath(draft.pages.front().sha256)).status, 0);
    EXPECT_EQ(county.clerk.get("/v1/catalogue").status, 200);
}

}  // namespace

}  // namespace server_tests
