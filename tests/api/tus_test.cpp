#include <api/tus.h>

#include <base/encoding.h>

#include <gtest/gtest.h>

namespace {

TEST(UploadMetadata, IsTheHexOfTheDigestAndTheTypeInBase64)
{
    const api::UploadMetadata metadata{base::Digest::of("page"), "image/jpeg"};
    const auto header = api::formatUploadMetadata(metadata);
    EXPECT_EQ(header,
              "sha256 " + base::toBase64(base::Digest::of("page").toString()) + ",filetype aW1hZ2UvanBlZw==");
    EXPECT_EQ(api::parseUploadMetadata(header).value(), metadata);
}

TEST(UploadMetadata, ToleratesOtherKeysAndSpaces)
{
    const auto hex = base::toBase64(base::Digest::of("page").toString());
    const auto metadata =
        api::parseUploadMetadata("is_confidential, filename cA==, sha256 " + hex + " ,filetype YQ==");
    ASSERT_TRUE(metadata);
    EXPECT_EQ(metadata->sha256, base::Digest::of("page"));
    EXPECT_EQ(metadata->filetype, "a");
}

TEST(UploadMetadata, IsRefusedWhenSomethingIsMissingDoubledOrBroken)
{
    const auto hex = base::toBase64(base::Digest::of("page").toString());
    for (const auto& header : std::vector<std::string>{"",
                                                       "sha256 " + hex,
                                                       "filetype YQ==",
                                                       "sha256 !!,filetype YQ==",
                                                       "sha256 cXE=,filetype YQ==",
                                                       "sha256 " + hex + ",sha256 " + hex + ",filetype YQ==",
                                                       "sha256 " + hex + ",,filetype YQ==",
                                                       "x " + std::string(9000, 'A')})
        EXPECT_FALSE(api::parseUploadMetadata(header)) << header.substr(0, 60);
}

TEST(UploadChecksum, KnowsSha1AndSha256OnlyAndTheirLengths)
{
    const api::UploadChecksum sha1{api::ChecksumAlgorithm::Sha1, std::string(20, 'a')};
    const api::UploadChecksum sha256{api::ChecksumAlgorithm::Sha256, std::string(32, '\xff')};
    EXPECT_EQ(api::formatUploadChecksum(sha1), "sha1 YWFhYWFhYWFhYWFhYWFhYWFhYWE=");
    EXPECT_EQ(api::parseUploadChecksum(api::formatUploadChecksum(sha1)).value(), sha1);
    EXPECT_EQ(api::parseUploadChecksum(api::formatUploadChecksum(sha256)).value(), sha256);
    for (const auto* header :
         {"", "sha1", "md5 YWE=", "sha1 YWE=", "sha256 YWFhYWFhYWFhYWFhYWFhYWFhYWE=", "sha1 !!"})
        EXPECT_FALSE(api::parseUploadChecksum(header)) << header;
}

}  // namespace
