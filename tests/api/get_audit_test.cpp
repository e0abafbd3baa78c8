#include <api/get_audit.h>

#include <base/encoding.h>

#include <gtest/gtest.h>

namespace {

std::vector<api::AuditEntry> chainOf(int count)
{
    std::vector<api::AuditEntry> entries;
    const auto start = base::parseTimestamp("2026-11-22T02:42:07.123Z").value();
    for (int i = 1; i <= count; ++i) {
        api::AuditEntry entry;
        entry.seq = static_cast<std::uint64_t>(i);
        entry.at = start + std::chrono::seconds(i);
        entry.who = "reviewer";
        entry.what = "view";
        entry.caseId = base::CaseId::make(start);
        entry.prev = entries.empty() ? base::Digest() : entries.back().digest;
        entry.bytes = api::auditBytes(entry);
        entry.digest = api::auditDigest(entry.prev, entry.bytes);
        entries.push_back(entry);
    }
    return entries;
}

TEST(Audit, DigestIsOfTheRawDigestBeforeAndTheStoredBytes)
{
    EXPECT_EQ(api::auditDigest(base::Digest(), "abc"), base::Digest::of(std::string(32, '\0') + "abc"));
}

TEST(Audit, AnUntouchedChainVerifies)
{
    EXPECT_TRUE(api::verifyAudit(chainOf(5)));
    EXPECT_TRUE(api::verifyAudit({}));
}

TEST(Audit, EveryKindOfTamperingIsFoundAndItsEntryNamed)
{
    const auto damagedAt = [](const std::vector<api::AuditEntry>& entries) -> std::string {
        const auto status = api::verifyAudit(entries);
        return status ? "" : status.error().arguments.front().value;
    };
    auto changed = chainOf(3);
    changed[1].bytes[10] ^= 1;
    EXPECT_EQ(damagedAt(changed), "2");
    auto renamed = chainOf(3);
    renamed[1].who = "clerk";
    EXPECT_EQ(damagedAt(renamed), "2");
    auto rehashed = chainOf(3);
    rehashed[1].who = "clerk";
    rehashed[1].bytes = api::auditBytes(rehashed[1]);
    rehashed[1].digest = api::auditDigest(rehashed[1].prev, rehashed[1].bytes);
    EXPECT_EQ(damagedAt(rehashed), "3");
    auto swapped = chainOf(3);
    std::swap(swapped[0], swapped[1]);
    EXPECT_EQ(damagedAt(swapped), "2");
    auto cut = chainOf(5);
    cut.erase(cut.begin() + 2);
    EXPECT_EQ(damagedAt(cut), "4");
    auto beheaded = chainOf(5);
    beheaded.erase(beheaded.begin());
    EXPECT_EQ(damagedAt(beheaded), "2");
    auto doubled = chainOf(2);
    doubled.push_back(doubled.back());
    EXPECT_EQ(damagedAt(doubled), "2");
}

TEST(Audit, SurvivesTheWireByteForByte)
{
    api::AuditAnswer answer{chainOf(3)};
    answer.entries[0].caseId = {};
    answer.entries[1].bytes = std::string("\0\xff not json", 11);
    const auto parsed = api::parseAuditAnswer(toJson(answer));
    ASSERT_TRUE(parsed);
    EXPECT_EQ(*parsed, answer);
    EXPECT_FALSE(api::parseAuditAnswer("{}"));
    EXPECT_FALSE(api::parseAuditAnswer(R"({"entries":[{"seq":-1}]})"));
}

}  // namespace
