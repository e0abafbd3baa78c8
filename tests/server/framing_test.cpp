#include "framing.h"

#include <gtest/gtest.h>

namespace server {

namespace {

TEST(Framing, KnowsLengthAndChunks)
{
    EXPECT_EQ(readFraming("POST", {{"content-length", "12"}})->length, 12U);
    EXPECT_TRUE(readFraming("PUT", {{"Transfer-Encoding", "Chunked"}})->chunked);
    EXPECT_EQ(readFraming("GET", {{"Host", "x"}})->length, 0U);
}

TEST(Framing, RefusesWhatTwoReadersCouldReadDifferently)
{
    const std::vector<HeaderList> lists{{{"Content-Length", "1"}, {"Transfer-Encoding", "chunked"}},
                                        {{"Content-Length", "1"}, {"content-length", "1"}},
                                        {{"Content-Length", "-1"}},
                                        {{"Content-Length", ""}},
                                        {{"Content-Length", "99999999999999999999999"}},
                                        {{"Content-Length", "0x10"}},
                                        {{"Transfer-Encoding", "identity"}},
                                        {{"Content-Length ", "1"}},
                                        {{"", "1"}}};
    for (const auto& headers : lists) {
        const auto framing = readFraming("POST", headers);
        ASSERT_FALSE(framing) << headers.front().first << ": " << headers.front().second;
        EXPECT_EQ(framing.error().code, api::ProblemCode::BadRequest);
    }
}

TEST(Framing, AsksForALengthWhereABodyBelongs)
{
    for (const auto* method : {"POST", "PUT", "PATCH"})
        EXPECT_EQ(readFraming(method, {}).error().code, api::ProblemCode::LengthRequired);
    for (const auto* method : {"GET", "HEAD", "DELETE", "OPTIONS"})
        EXPECT_TRUE(readFraming(method, {}));
}

}  // namespace

}  // namespace server
