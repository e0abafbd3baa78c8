#include "offline/bench.h"

#include <base/durable_file.h>
#include <base/utf8.h>

#include <api/get_case.h>

#include <gtest/gtest.h>

namespace {

std::string utf16(std::string_view text, int high)
{
    std::string bytes;
    for (const auto point : base::decodeUtf8(text)) {
        const char big[2] = {static_cast<char>(point >> 8), static_cast<char>(point & 0xff)};
        bytes += big[high];
        bytes += big[1 - high];
    }
    return bytes;
}

}  // namespace

TEST(DataFolder, HoldsNothingOfAPersonInClear)
{
    tests::Bench bench;
    ScriptedBackOffice server;
    bench.logIn(server);
    const auto image = "image of " + std::string(tests::PlantedName) + std::string(tests::PlantedNumber);
    ASSERT_TRUE(bench.place.pages().keep(image).has_value());
    const auto sealed = bench.put();
    bench.draft();
    const auto batch = bench.place.spool().begin(sealed.id, "m-id", "applicant");
    ASSERT_TRUE(tests::send(bench.place, server).has_value());
    api::CaseDetail detail;
    detail.summary.caseId = sealed.id;
    detail.course.emplace_back().reason = "致" + std::string(tests::PlantedName);
    ASSERT_TRUE(bench.place.inbox().keep(detail).has_value());
    EXPECT_EQ(bench.place.inbox().detail(sealed.id).value(), detail);

    int files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(bench.folder.root())) {
        if (!entry.is_regular_file())
            continue;
        ++files;
        const auto bytes = base::readFile(entry.path()).value();
        for (const auto planted : {tests::PlantedName,
                                   tests::PlantedNumber,
                                   std::string_view("13900000000"),
                                   std::string_view("token-of-clerk"),
                                   std::string_view("330399-2026-1")})
        {
            EXPECT_EQ(bytes.find(planted), std::string::npos) << entry.path() << " " << planted;
            EXPECT_EQ(bytes.find(utf16(planted, 0)), std::string::npos) << entry.path() << " " << planted;
            EXPECT_EQ(bytes.find(utf16(planted, 1)), std::string::npos) << entry.path() << " " << planted;
        }
        EXPECT_EQ(bytes.find(image), std::string::npos);
    }
    EXPECT_GT(files, 6);
}
