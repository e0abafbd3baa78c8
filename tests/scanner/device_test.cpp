#include <scanner/device.h>
#include <scanner/scan_fault.h>

#include <gtest/gtest.h>

#include <set>

namespace scanner {

TEST(DeviceId, KeepsTheColonsOfTheDriversOwnName)
{
    const auto id = DeviceId::parse("sane:test:0");
    ASSERT_TRUE(id);
    EXPECT_EQ(id->driver, "sane");
    EXPECT_EQ(id->name, "test:0");
    EXPECT_EQ(id->toString(), "sane:test:0");
}

TEST(DeviceId, RefusesWhatNamesNoDevice)
{
    for (const auto* text : {"", "sane", ":", ":x", "sane:", "sane:a\nb"})
        EXPECT_FALSE(DeviceId::parse(text)) << text;
    EXPECT_FALSE(DeviceId::parse("sane:" + std::string(2000, 'x')));
}

TEST(DeviceId, TurnsEveryStoredWordBackIntoItsMeaning)
{
    for (const auto source : {PaperSource::Flatbed, PaperSource::Adf, PaperSource::AdfDuplex})
        EXPECT_EQ(parsePaperSource(nameOf(source)), source);
    for (const auto mode : {ColourMode::Colour, ColourMode::Gray, ColourMode::Lineart})
        EXPECT_EQ(parseColourMode(nameOf(mode)), mode);
    EXPECT_FALSE(parsePaperSource("tray"));
    EXPECT_FALSE(parseColourMode("sepia"));
}

TEST(ScanFault, HasANameASentenceAndAnActionOfItsOwnForEach)
{
    std::set<std::string_view> names;
    std::set<std::string_view> sentences;
    for (const auto fault : allScanFaults()) {
        EXPECT_EQ(parseScanFault(nameOf(fault)), fault);
        EXPECT_TRUE(sentenceOf(fault).ends_with('.')) << nameOf(fault);
        EXPECT_TRUE(actionOf(fault).ends_with('.')) << nameOf(fault);
        names.insert(nameOf(fault));
        sentences.insert(sentenceOf(fault));
    }
    EXPECT_EQ(names.size(), allScanFaults().size());
    EXPECT_EQ(sentences.size(), allScanFaults().size());
    EXPECT_EQ(allScanFaults().size(), static_cast<std::size_t>(ScanFault::SpoolFailed) + 1);
}

TEST(ScanFault, IsFoundAgainInTheErrorMadeOfIt)
{
    for (const auto fault : allScanFaults())
        EXPECT_EQ(faultOf(errorOf(fault)), fault);
    EXPECT_FALSE(faultOf({base::ErrorCode::Device, "Something else.", {}}));
}

}  // namespace scanner
