#include "guide_folder.h"

#include <forms/catalogue.h>
#include <forms/catalogue_file.h>

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

namespace {

using forms::Catalogue;

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

TEST(Catalogue, NamesItsOfficeDocumentWhereThereIsOne)
{
    auto catalogue = sample();
    EXPECT_EQ(forms::catalogueFromJson(forms::catalogueToJson(catalogue))->office, std::nullopt);
    catalogue.office = base::Digest::of("office");
    EXPECT_EQ(forms::catalogueFromJson(forms::catalogueToJson(catalogue))->office, catalogue.office);
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
                               {"office", "none"},
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
    for (const char* guides : {R"({"a": {}})", R"([1])", R"([[]])", R"("text")"}) {
        auto bad = good;
        bad["guides"] = nlohmann::json::parse(guides);
        EXPECT_FALSE(forms::catalogueFromJson(bad.dump())) << guides;
    }
}

using Guides = std::vector<std::string>;

const std::string Jws = "head.body.signature";

std::string fileOf(const Guides& guides, std::string_view office = {})
{
    std::string bytes;
    auto writer = forms::CatalogueWriter::open(
                      [&bytes](std::string_view piece) {
                          bytes += piece;
                          return true;
                      },
                      Jws,
                      office)
                      .value();
    for (const auto& guide : guides)
        EXPECT_TRUE(writer.add(guide));
    EXPECT_TRUE(writer.finish());
    return bytes;
}

Guides sampleGuides()
{
    return {tests::guideText("gt-sl"), tests::guideText("hk-qy")};
}

base::Result<Guides> guidesOf(std::string_view bytes)
{
    auto reader = forms::CatalogueReader::open(forms::CatalogueBytes::of(bytes));
    if (!reader)
        return base::passOn(reader);
    EXPECT_EQ(reader->jws(), Jws);
    Guides guides;
    for (;;) {
        auto guide = reader->next();
        if (!guide)
            return base::passOn(guide);
        if (!*guide)
            return guides;
        EXPECT_EQ(base::Digest::of((*guide)->bytes), (*guide)->sha256);
        guides.push_back(std::move((*guide)->bytes));
    }
}

TEST(CatalogueFile, IsReadAsItWasWritten)
{
    const auto bytes = fileOf(sampleGuides());
    EXPECT_EQ(guidesOf(bytes).value(), sampleGuides());
    EXPECT_EQ(fileOf(sampleGuides()), bytes);
}

/// What the file holds beside its index and its guides, read to its end.
base::Result<std::string> officeOf(std::string_view bytes)
{
    auto reader = forms::CatalogueReader::open(forms::CatalogueBytes::of(bytes));
    if (!reader)
        return base::passOn(reader);
    for (;;) {
        const auto guide = reader->next();
        if (!guide)
            return base::passOn(guide);
        if (!*guide)
            return reader->officeJws();
    }
}

TEST(CatalogueFile, CarriesTheOfficeDocument)
{
    const auto bytes = fileOf(sampleGuides(), "head.office.signature");
    EXPECT_EQ(guidesOf(bytes).value(), sampleGuides());
    EXPECT_EQ(officeOf(bytes).value(), "head.office.signature");
    EXPECT_EQ(officeOf(fileOf({}, "head.office.signature")).value(), "head.office.signature");
    EXPECT_EQ(officeOf(fileOf(sampleGuides())).value(), "");  // as earlier versions wrote it
}

TEST(CatalogueFile, FindsTheOfficeDocumentBehindTheGuides)
{
    const auto bytes = fileOf(sampleGuides(), "head.office.signature");
    constexpr std::size_t Entry = 1024;  // header and content
    constexpr std::size_t End = 1024;
    auto content = bytes.substr(0, bytes.find_last_not_of('\0') / 512 * 512 + 512);
    content = content.substr(0, Entry) + content.substr(2 * Entry) + content.substr(Entry, Entry)
              + std::string(End, '\0');
    EXPECT_EQ(officeOf(content).value(), "head.office.signature");
    EXPECT_EQ(guidesOf(content).value(), sampleGuides());
}

TEST(CatalogueFile, RefusesTwoOfficeDocumentsAndTwoIndexes)
{
    const auto bytes = fileOf(sampleGuides(), "head.office.signature");
    constexpr std::size_t Entry = 1024;
    const auto whole = bytes.substr(0, bytes.find_last_not_of('\0') / 512 * 512 + 512);
    const std::string end(1024, '\0');
    EXPECT_TRUE(guidesOf(whole + end));
    EXPECT_FALSE(guidesOf(whole + whole.substr(Entry, Entry) + end));
    EXPECT_FALSE(guidesOf(whole + whole.substr(0, Entry) + end));
}

TEST(CatalogueFile, TellsHowMuchOfItLiesBehind)
{
    const auto bytes = fileOf(sampleGuides());
    auto reader = forms::CatalogueReader::open(forms::CatalogueBytes::of(bytes)).value();
    EXPECT_EQ(reader.size(), bytes.size());
    std::uint64_t before = 0;
    while (reader.next().value().has_value()) {
        EXPECT_GE(reader.passed(), before);
        before = reader.passed();
    }
    EXPECT_FALSE(reader.next().value().has_value());  // and it stays so
    EXPECT_LE(reader.passed(), reader.size());
    EXPECT_GT(before, 0U);
}

TEST(CatalogueFile, FindsItsIndexBehindTheGuides)
{
    const auto bytes = fileOf(sampleGuides());
    constexpr std::size_t Index = 1024;  // header and content of the index
    constexpr std::size_t End = 1024;
    auto content = bytes.substr(0, bytes.find_last_not_of('\0') / 512 * 512 + 512);
    content = content.substr(Index) + content.substr(0, Index) + std::string(End, '\0');
    EXPECT_EQ(guidesOf(content).value(), sampleGuides());
}

TEST(CatalogueFile, RefusesAGuideThatComesTwice)
{
    const auto guide = tests::guideText("gt-sl");
    EXPECT_FALSE(guidesOf(fileOf({guide, guide})));
}

TEST(CatalogueFile, PassesOnWhatTheDiskSays)
{
    const auto bytes = fileOf(sampleGuides());
    auto broken = forms::CatalogueBytes::of(bytes);
    broken.read = [whole = broken.read, size = broken.size](
                      std::uint64_t from, char* to, std::size_t count) -> base::Result<std::size_t> {
        if (from > 512 && from < size - 1024)
            return base::fail(base::ErrorCode::Failed, "The disk is gone.");
        return whole(from, to, std::min<std::size_t>(count, 512));
    };
    auto reader = forms::CatalogueReader::open(broken).value();  // the index can still be read
    const auto guide = reader.next();
    ASSERT_FALSE(guide);
    EXPECT_EQ(guide.error().message, "The disk is gone.");
}

TEST(CatalogueFile, IsNotWrittenWhereTheDiskIsFull)
{
    auto writer = forms::CatalogueWriter::open([](std::string_view) { return false; }, Jws);
    const auto done = writer ? writer->finish() : base::Status(base::passOn(writer));
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, base::ErrorCode::Failed);
}

TEST(CatalogueFile, RefusesEveryPartOfOne)
{
    const auto bytes = fileOf(sampleGuides());
    for (std::size_t length = 0; length < bytes.size() - 1024; length += 509)
        EXPECT_FALSE(guidesOf(std::string_view(bytes).substr(0, length))) << length;
    EXPECT_FALSE(guidesOf(std::string_view(bytes).substr(0, 1024)));
}

TEST(CatalogueFile, RefusesAGuideThatIsNotTheOneItsNameSays)
{
    auto bytes = fileOf(sampleGuides());
    const auto place = bytes.find("个体工商户设立登记");
    ASSERT_NE(place, std::string::npos);
    bytes[place] = '\xe5';
    bytes[place + 1] = '\xe5';
    const auto read = guidesOf(bytes);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, base::ErrorCode::BadInput);
}

TEST(CatalogueFile, RefusesForeignNamesAndForeignBytes)
{
    auto bytes = fileOf(sampleGuides());
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
        EXPECT_FALSE(guidesOf(foreign)) << name;
    }
    EXPECT_FALSE(guidesOf(""));
    EXPECT_FALSE(guidesOf("PK\x03\x04 something else"));
    EXPECT_FALSE(guidesOf(std::string(10240, '\0')));
}

TEST(Catalogue, OfAProvinceIsReadWhole)
{
    auto catalogue = sample();
    const auto entry = catalogue.guides.front();
    catalogue.guides.assign(100'000, entry);
    const auto json = forms::catalogueToJson(catalogue);
    EXPECT_GT(json.size(), std::size_t{4} << 20);
    EXPECT_EQ(forms::catalogueFromJson(json).value().guides.size(), 100'000U);
}

}  // namespace
