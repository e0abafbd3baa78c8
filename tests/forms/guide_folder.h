#pragma once

#include <forms/guide.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace tests {

inline std::string readText(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline std::vector<std::filesystem::path> filesIn(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

/// The sample guides that are shipped, by their code.
inline std::filesystem::path guideFolder()
{
    return std::filesystem::path(OW_SOURCE_DIR) / "forms/guides";
}

inline std::string guideText(const std::string& code)
{
    return readText(guideFolder() / (code + ".guide.json"));
}

inline forms::Guide guideOf(const std::string& code)
{
    return forms::readGuide(guideText(code)).value();
}

/// The inheritance of a house: heirs, renouncers and minors in tables, a paper for each.
inline std::string inheritanceText()
{
    return readText(std::filesystem::path(OW_SOURCE_DIR) / "tests/data/guides/bdc-jc.guide.json");
}

/// A filled form of it: heirs 示例甲, 示例乙 and 示例童, the last also a minor.
inline std::string inheritanceForm()
{
    return readText(std::filesystem::path(OW_SOURCE_DIR) / "tests/data/guides/bdc-jc.form.json");
}

}  // namespace tests
