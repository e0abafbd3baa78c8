#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

namespace {

using Sheets = std::map<std::string, std::string>;

Sheets draw()
{
    std::string pattern = (std::filesystem::temp_directory_path() / "papers-XXXXXX").string();
    const std::filesystem::path folder = ::mkdtemp(pattern.data());
    EXPECT_EQ(std::system((OW_BIN_DIR "/onewindow-draw-papers '" + folder.string() + "'").c_str()), 0);
    Sheets sheets;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            std::ifstream file(entry.path(), std::ios::binary);
            sheets[std::filesystem::relative(entry.path(), folder).string()] = {
                std::istreambuf_iterator<char>(file), {}};
        }
    }
    std::filesystem::remove_all(folder);
    return sheets;
}

TEST(PaperGenerator, DrawsTheSameA4SheetsAt300DpiEveryTime)
{
    const auto sheets = draw();
    EXPECT_EQ(sheets.size(), 14u);
    EXPECT_TRUE(sheets.contains("case/06-consent-signed.jpg"));
    EXPECT_TRUE(sheets.contains("trouble/skewed.jpg"));
    for (const auto& [name, bytes] : sheets) {
        ASSERT_GT(bytes.size(), 20u) << name;
        EXPECT_EQ(bytes.substr(6, 5), std::string("JFIF\0", 5)) << name;
        EXPECT_EQ(bytes.substr(13, 5), std::string("\x01\x01\x2C\x01\x2C", 5))
            << name << " says another resolution";
        EXPECT_NE(bytes.find(std::string("\x08\x0D\xB4\x09\xB0", 5)), std::string::npos)
            << name << " is not 2480 x 3508";
    }
    EXPECT_NE(sheets.at("case/06-consent-signed.jpg"), sheets.at("trouble/consent-unsigned.jpg"));
    EXPECT_TRUE(sheets == draw()) << "drawn differently the second time";
}

}  // namespace
