#include "https_client.h"
#include "tls_line.h"

#include <api/tus.h>
#include <base/digest.h>
#include <base/encoding.h>
#include <base/secret.h>

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

namespace server_tests {

namespace {

using Headers = HttpsClient::Headers;

const std::string Octets = "application/offset+octet-stream";

class Uploads : public testing::Test
{
  protected:
    Uploads()
        : client(office)
    {}

    void begin()
    {
        office.start();
        client.login("clerk");
    }

    static std::string metadata(const std::string& bytes, const std::string& type = "image/jpeg")
    {
        return "Upload-Metadata: " + api::formatUploadMetadata({base::Digest::of(bytes), type});
    }

    Reply create(const std::string& bytes) const
    {
        return client.send(
            "POST",
            "/v1/uploads/",
            Octets,
            "",
            {"Tus-Resumable: 1.0.0", "Upload-Length: " + std::to_string(bytes.size()), metadata(bytes)});
    }

    Reply createWith(const std::string& bytes) const
    {
        return client.send(
            "POST",
            "/v1/uploads/",
            Octets,
            bytes,
            {"Tus-Resumable: 1.0.0", "Upload-Length: " + std::to_string(bytes.size()), metadata(bytes)});
    }

    Reply patch(const std::string& path,
                std::size_t offset,
                const std::string& bytes,
                Headers more = {}) const
    {
        more.emplace_back("Tus-Resumable: 1.0.0");
        more.push_back("Upload-Offset: " + std::to_string(offset));
        return client.send("PATCH", path, Octets, bytes, more);
    }

    Reply head(const std::string& path) const { return client.ask("HEAD", path, {"Tus-Resumable: 1.0.0"}); }

    Reply page(const std::string& bytes) const
    {
        return client.get("/v1/pages/" + base::Digest::of(bytes).toString());
    }

    std::uintmax_t recordBytes() const
    {
        std::error_code none;
        const auto size = std::filesystem::file_size(office.folder() / "backoffice.db-wal", none);
        return none ? 0 : size;
    }

    /// Asking for the offset would take the upload over; so the growth of the records shows how much has come.
    bool waitForRecords(std::uintmax_t bytes) const
    {
        for (int i = 0; i < 2'000 && recordBytes() < bytes; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        return recordBytes() >= bytes;
    }

    std::string patchHeader(const std::string& path) const
    {
        return "PATCH " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + client.token()
               + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: " + Octets
               + "\r\nContent-Length: " + std::to_string(large.size()) + "\r\n\r\n";
    }

    RunningOffice office;
    HttpsClient client;
    const std::string small = base::randomBytes(200'000);
    const std::string large = base::randomBytes(5'000'000);
};

TEST_F(Uploads, OptionsTellWhatIsSpoken)
{
    begin();
    const auto reply = client.ask("OPTIONS", "/v1/uploads/");
    EXPECT_EQ(reply.status, 204);
    EXPECT_EQ(reply.header("tus-version"), "1.0.0");
    EXPECT_EQ(reply.header("tus-extension"), "creation,creation-with-upload,checksum,expiration,termination");
    EXPECT_EQ(reply.header("tus-checksum-algorithm"), "sha1,sha256");
    EXPECT_GT(std::stoull(reply.header("tus-max-size")), 1'000'000U);
}

TEST_F(Uploads, APageInOneRequestComesBackWithTheSameBytes)
{
    begin();
    const auto created = createWith(small);
    EXPECT_EQ(created.status, 201) << created.body;
    EXPECT_EQ(created.header("upload-offset"), std::to_string(small.size()));
    EXPECT_FALSE(created.header("upload-expires").empty());
    EXPECT_EQ(head(created.header("location")).header("upload-offset"), std::to_string(small.size()));
    const auto back = page(small);
    EXPECT_EQ(back.header("content-type"), "image/jpeg");
    EXPECT_EQ(back.body, small);
}

TEST_F(Uploads, ALargePageInOneRequestComesBackToo)
{
    begin();
    EXPECT_EQ(createWith(large).status, 201);
    EXPECT_EQ(page(large).body, large);
}

TEST_F(Uploads, APageInPiecesComesBackWithTheSameBytes)
{
    begin();
    const auto path = create(large).header("location");
    const std::size_t half = 2'500'001;
    const auto first = patch(path, 0, large.substr(0, half));
    EXPECT_EQ(first.status, 204) << first.body;
    EXPECT_EQ(first.header("upload-offset"), std::to_string(half));
    EXPECT_EQ(head(path).header("upload-offset"), std::to_string(half));
    EXPECT_EQ(page(large).status, 404);
    EXPECT_EQ(patch(path, half, large.substr(half)).status, 204);
    EXPECT_EQ(page(large).body, large);
}

TEST_F(Uploads, PagesLieEncryptedOnDisk)
{
    begin();
    const std::string marked = "%PDF-" + std::string(100'000, 'A');
    ASSERT_EQ(createWith(marked).status, 201);
    const auto path = create(large).header("location");
    const std::string open = std::string(300'000, 'B');
    ASSERT_EQ(patch(path, 0, open).status, 204);
    office.kill();
    for (const auto& entry : std::filesystem::recursive_directory_iterator(office.folder())) {
        if (!entry.is_regular_file())
            continue;
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string bytes(std::istreambuf_iterator<char>(file), {});
        EXPECT_EQ(bytes.find(std::string(64, 'A')), std::string::npos) << entry.path();
        EXPECT_EQ(bytes.find(std::string(64, 'B')), std::string::npos) << entry.path();
    }
}

TEST_F(Uploads, AKillInTheMiddleOfABodyLosesNothingBelowTheOffset)
{
    begin();
    const auto path = create(large).header("location");
    const auto idle = recordBytes();
    TlsLine line(office);
    line.say(patchHeader(path));
    line.say(large.substr(0, 3'300'000));
    ASSERT_TRUE(waitForRecords(idle + 3'000'000));
    office.kill();
    office.start();
    const auto offset = std::stoull(head(path).header("upload-offset"));
    EXPECT_GE(offset, 2'000'000U);
    EXPECT_LE(offset, 3'300'000U);
    EXPECT_EQ(patch(path, offset, large.substr(offset)).status, 204);
    EXPECT_EQ(page(large).body, large);
}

TEST_F(Uploads, ACutLineKeepsWhatCameBeforeTheCut)
{
    begin();
    const auto path = create(large).header("location");
    const auto idle = recordBytes();
    {
        TlsLine line(office);
        line.say(patchHeader(path));
        line.say(large.substr(0, 2'200'000));
        ASSERT_TRUE(waitForRecords(idle + 2'000'000));
    }
    const auto offset = std::stoull(head(path).header("upload-offset"));
    EXPECT_GE(offset, 1'000'000U);
    EXPECT_EQ(patch(path, offset, large.substr(offset)).status, 204);
    EXPECT_EQ(page(large).body, large);
}

TEST_F(Uploads, ARequestOnADeadLineCannotMoveTheReportedOffset)
{
    begin();
    const auto path = create(large).header("location");
    const auto idle = recordBytes();
    TlsLine line(office);
    line.say(patchHeader(path));
    line.say(large.substr(0, 2'200'000));
    ASSERT_TRUE(waitForRecords(idle + 2'000'000));
    const auto offset = std::stoull(head(path).header("upload-offset"));
    line.say(large.substr(2'200'000));
    EXPECT_NE(line.hearUntil("\r\n\r\n").find("409"), std::string::npos);
    EXPECT_EQ(std::stoull(head(path).header("upload-offset")), offset);
    EXPECT_EQ(patch(path, offset, large.substr(offset)).status, 204);
    EXPECT_EQ(page(large).body, large);
}

TEST_F(Uploads, WrongOffsetIsAConflict)
{
    begin();
    const auto path = create(small).header("location");
    EXPECT_EQ(patch(path, 5, small.substr(5)).problem(), "conflict");
}

TEST_F(Uploads, BytesThatAreNotThePageDeleteTheUpload)
{
    begin();
    const auto path = create(small).header("location");
    auto other = small;
    other.back() = static_cast<char>(other.back() ^ 1);
    const auto reply = patch(path, 0, other);
    EXPECT_EQ(reply.status, 460);
    EXPECT_EQ(reply.problem(), "checksum");
    EXPECT_EQ(head(path).status, 404);
    EXPECT_EQ(page(small).status, 404);
}

TEST_F(Uploads, WhoNamesAKeptPageMustStillShowItsBytes)
{
    begin();
    ASSERT_EQ(createWith(small).status, 201);
    HttpsClient agent(office);
    agent.login("agent");
    const auto reply = agent.send(
        "POST",
        "/v1/uploads/",
        Octets,
        std::string(small.size(), 'x'),
        {"Tus-Resumable: 1.0.0", "Upload-Length: " + std::to_string(small.size()), metadata(small)});
    EXPECT_EQ(reply.status, 460);
    EXPECT_EQ(agent.get("/v1/pages/" + base::Digest::of(small).toString()).status, 404);
}

TEST_F(Uploads, AWrongChecksumDropsOnlyThatRequest)
{
    begin();
    const auto path = create(small).header("location");
    const auto part = small.substr(0, 1000);
    const auto wrong = "Upload-Checksum: "
                       + api::formatUploadChecksum({api::ChecksumAlgorithm::Sha256, std::string(32, 'x')});
    EXPECT_EQ(patch(path, 0, part, {wrong}).status, 460);
    EXPECT_EQ(head(path).header("upload-offset"), "0");
    const auto digest = base::Digest::of(part);
    const std::string raw(reinterpret_cast<const char*>(digest.bytes().data()), digest.bytes().size());
    const auto right = "Upload-Checksum: " + api::formatUploadChecksum({api::ChecksumAlgorithm::Sha256, raw});
    EXPECT_EQ(patch(path, 0, part, {right}).header("upload-offset"), "1000");
}

TEST_F(Uploads, Sha1IsUnderstoodAndOthersAreNot)
{
    begin();
    const std::string abc = "abc";
    const auto path = create(abc).header("location");
    EXPECT_EQ(patch(path, 0, abc, {"Upload-Checksum: md5 kAFQmDzST7DWlj99KOF/cg=="}).problem(),
              "bad-request");
    const auto sha1 = base::toBase64(*base::fromHex("a9993e364706816aba3e25717850c26c9cd0d89d"));
    EXPECT_EQ(patch(path, 0, abc, {"Upload-Checksum: sha1 " + sha1}).status, 204);
    EXPECT_EQ(page(abc).body, abc);
}

TEST_F(Uploads, AnUploadIsItsOwnersAlone)
{
    begin();
    const auto path = create(small).header("location");
    HttpsClient agent(office);
    agent.login("agent");
    EXPECT_EQ(agent.ask("HEAD", path, {"Tus-Resumable: 1.0.0"}).status, 404);
    EXPECT_EQ(agent.ask("DELETE", path, {"Tus-Resumable: 1.0.0"}).status, 404);
    EXPECT_EQ(head(path).status, 200);
}

TEST_F(Uploads, DeletingForgetsIt)
{
    begin();
    const auto path = create(small).header("location");
    EXPECT_EQ(client.ask("DELETE", path, {"Tus-Resumable: 1.0.0"}).status, 204);
    EXPECT_EQ(head(path).status, 404);
}

TEST_F(Uploads, LimitsAndTypesAreKept)
{
    office.setLimits(R"({"pageBytes": 1000, "openUploads": 2})");
    begin();
    const std::string bytes(1001, 'x');
    EXPECT_EQ(create(bytes).problem(), "too-large");
    const std::string few = "few";
    const auto kind = client.send("POST",
                                  "/v1/uploads/",
                                  Octets,
                                  "",
                                  {"Tus-Resumable: 1.0.0", "Upload-Length: 3", metadata(few, "text/html")});
    EXPECT_EQ(kind.problem(), "unsupported-type");
    EXPECT_EQ(client.send("POST", "/v1/uploads/", Octets, few, {"Upload-Length: 3", metadata(few)}).status,
              412);
    EXPECT_EQ(client
                  .send("POST",
                        "/v1/uploads/",
                        "image/jpeg",
                        few,
                        {"Tus-Resumable: 1.0.0", "Upload-Length: 3", metadata(few)})
                  .problem(),
              "unsupported-type");
    EXPECT_EQ(
        client.send("POST", "/v1/uploads/", Octets, "", {"Tus-Resumable: 1.0.0", metadata(few)}).problem(),
        "bad-request");
    EXPECT_EQ(create("a").status, 201);
    EXPECT_EQ(create("b").status, 201);
    EXPECT_EQ(create("c").problem(), "rate-limited");
    EXPECT_EQ(createWith("d").status, 201);
}

TEST_F(Uploads, MoreBytesThanAnnouncedAreRefused)
{
    begin();
    const auto path = create("abc").header("location");
    EXPECT_EQ(patch(path, 0, "abcd").problem(), "too-large");
    EXPECT_EQ(head(path).header("upload-offset"), "0");
}

TEST_F(Uploads, PatchMayComeAsPost)
{
    begin();
    const std::string abc = "abc";
    const auto path = create(abc).header("location");
    const auto reply =
        client.send("POST",
                    path,
                    Octets,
                    abc,
                    {"Tus-Resumable: 1.0.0", "Upload-Offset: 0", "X-HTTP-Method-Override: PATCH"});
    EXPECT_EQ(reply.status, 204);
    EXPECT_EQ(page(abc).body, abc);
}

}  // namespace

}  // namespace server_tests
