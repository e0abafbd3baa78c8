#include "../../scanner/drivers/sane/option_words.h"

#include <gtest/gtest.h>

namespace drivers {

using scanner::ColourMode;
using scanner::PaperSource;

TEST(OptionWords, UnderstandsTheSourcesOfCommonBackends)
{
    for (const auto* word : {"Flatbed", "FlatBed", "Document Table", "Normal", "FB"})
        EXPECT_EQ(sourceOfWord(word), PaperSource::Flatbed) << word;
    for (const auto* word : {"ADF",
                             "Automatic Document Feeder",
                             "ADF Front",
                             "Feeder",
                             "Automatic Document Feeder(left aligned)"})
        EXPECT_EQ(sourceOfWord(word), PaperSource::Adf) << word;
    for (const auto* word : {"ADF Duplex", "Duplex", "Automatic Document Feeder(left aligned,Duplex)"})
        EXPECT_EQ(sourceOfWord(word), PaperSource::AdfDuplex) << word;
    for (const auto* word : {"ADF Back", "Transparency Unit", "Negative Film", "Card Front"})
        EXPECT_FALSE(sourceOfWord(word)) << word;
}

TEST(OptionWords, UnderstandsTheModesOfCommonBackends)
{
    for (const auto* word : {"Lineart", "Binary", "Black & White"})
        EXPECT_EQ(modeOfWord(word), ColourMode::Lineart) << word;
    for (const auto* word : {"Gray", "True Gray", "Grayscale", "Grey"})
        EXPECT_EQ(modeOfWord(word), ColourMode::Gray) << word;
    for (const auto* word : {"Color", "24bit Color[Fast]", "24bit Color"})
        EXPECT_EQ(modeOfWord(word), ColourMode::Colour) << word;
    for (const auto* word : {"Halftone", "Gray[Error Diffusion]", "Dithered"})
        EXPECT_FALSE(modeOfWord(word)) << word;
}

TEST(OptionWords, TakesTheFirstWordOfAMeaning)
{
    EXPECT_EQ(wordFor(PaperSource::Adf, {"Flatbed", "ADF Front", "ADF"}), "ADF Front");
    EXPECT_FALSE(wordFor(ColourMode::Colour, {"Gray", "Lineart"}));
}

}  // namespace drivers
