#include "guide_folder.h"

#include <forms/catalogue.h>

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

namespace {

using forms::Catalogue;
using forms::CatalogueFile;

Catalogue sample()
{
    Catalogue catalogue;
    catalogue.release = 7;
    catalogue.division = "330399";
    catalogue.issued = base::parseTimestamp("2025-06-30T01:00:00.000Z").value();
    catalogue.calendar =
        forms::calendarFromJson(R"({"2025": {"off": ["2025-01-01"], "work": ["2025-01-26"]}})").value();
    catalogue.age = {20, 45};
    const auto bytes = tests::guideText("gt-sl");
    catalogue.guides = {{"gt-sl", "2025.1", base::Digest::of(bytes), {bytes.size()}}};
    return catalogue;
}

TEST(Catalogue, GoesThroughJsonUnchanged)
{
    const auto read = forms::catalogueFromJson(forms::catalogueToJson(sample())).value();
    EXPECT_EQ(read.release, 7);
    EXPECT_EQ(read.division, "330399");
    EXPECT_EQ(read.issued, sample().issued);
    EXPECT_EQ(read.calendar, sample().calendar);
    EXPECT_EQ(read.guides, sample().guides);
    EXPECT_EQ(read.age, (forms::AgeLimits{20, 45}));
}

TEST(Catalogue, WithoutLimitsOfItsAgeHasTheUsualOnes)
{
    auto json = nlohmann::json::parse(forms::catalogueToJson(sample()));
    json.erase("stale");
    EXPECT_EQ(forms::catalogueFromJson(json.dump())->age, forms::AgeLimits{});
}

TEST(Catalogue, NamesTheMemberItCannotUse)
{
    const auto good = nlohmann::json::parse(forms::catalogueToJson(sample()));
    const nlohmann::json wrong{{"format", "onewindow-catalogue/2"},
                               {"release", -1},
                               {"division", ""},
                               {"issued", "yesterday"},
                               {"stale", {{"warn", 30}, {"block", 29}}},
                               {"guides", {{{"code", "x"}}}}};
    for (const auto& [member, value] : wrong.items()) {
        auto bad = good;
        bad[member] = value;
        const auto read = forms::catalogueFromJson(bad.dump());
        ASSERT_FALSE(read) << member;
        EXPECT_EQ(read.error().arguments, (std::vector<base::Argument>{{"member", member}}));
    }
    EXPECT_FALSE(forms::catalogueFromJson("[]"));
    EXPECT_FALSE(forms::catalogueFromJson("{}"));
}

CatalogueFile file()
{
    return {"head.body.signature", {tests::guideText("gt-sl"), tests::guideText("hk-qy")}};
}

TEST(CatalogueFile, IsReadAsItWasWritten)
{
    const auto bytes = forms::writeCatalogueFile(file()).value();
    const auto read = forms::readCatalogueFile(bytes).value();
    EXPECT_EQ(read.jws, file().jws);
    EXPECT_EQ(read.guides, file().guides);
    EXPECT_EQ(forms::writeCatalogueFile(file()).value(), bytes);
}

TEST(CatalogueFile, RefusesEveryPartOfOne)
{
    const auto bytes = forms::writeCatalogueFile(file()).value();
    for (std::size_t length = 0; length < bytes.size() - 1024; length += 509)
        EXPECT_FALSE(forms::readCatalogueFile(std::string_view(bytes).substr(0, length))) << length;
    EXPECT_FALSE(forms::readCatalogueFile(std::string_view(bytes).substr(0, 1024)));
}

TEST(CatalogueFile, RefusesAGuideThatIsNotTheOneItsNameSays)
{
    auto bytes = forms::writeCatalogueFile(file()).value();
    const auto place = bytes.find("个体工商户设立登记");
    ASSERT_NE(place, std::string::npos);
    bytes[place] = '\xe5';
    const auto read = forms::readCatalogueFile(bytes);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, base::ErrorCode::BadInput);
}

TEST(CatalogueFile, RefusesForeignNamesAndForeignBytes)
{
    auto bytes = forms::writeCatalogueFile(file()).value();
    for (const char* name : {"../../etc/pass", "catalogue.txt", "guides/evil.json"}) {
        auto foreign = bytes;
        std::string field(name);
        field.resize(100, '\0');
        foreign.replace(0, 100, field);
        // The header's checksum, as tar counts it: with blanks in its own place.
        foreign.replace(148, 8, "        ");
        unsigned sum = 0;
        for (std::size_t i = 0; i < 512; ++i)
            sum += static_cast<unsigned char>(foreign[i]);
        char digits[8];
        std::snprintf(digits, sizeof digits, "%06o", sum);
        foreign.replace(148, 6, digits, 6);
        foreign[154] = '\0';
        EXPECT_FALSE(forms::readCatalogueFile(foreign)) << name;
    }
    EXPECT_FALSE(forms::readCatalogueFile(""));
    EXPECT_FALSE(forms::readCatalogueFile("PK\x03\x04 something else"));
    EXPECT_FALSE(forms::readCatalogueFile(std::string(10240, '\0')));
}

}  // namespace
