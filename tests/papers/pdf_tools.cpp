#include "pdf_tools.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

namespace {

std::string readAll(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void writeAll(const std::filesystem::path& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace

PdfTools::PdfTools(const std::string& pdf)
{
    std::string pattern = (std::filesystem::temp_directory_path() / "notice-XXXXXX").string();
    m_folder = ::mkdtemp(pattern.data());
    writeAll(m_folder / "notice.pdf", pdf);
}

PdfTools::~PdfTools()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

std::string PdfTools::run(const std::string& command) const
{
    const auto whole = "cd '" + m_folder.string() + "' && " + command + " >out 2>&1";
    const int status = std::system(whole.c_str());
    return readAll(m_folder / "out") + (status == -1 ? "not run" : "");
}

std::string PdfTools::text() const
{
    return run("pdftotext notice.pdf -");
}

std::string PdfTools::info() const
{
    return run("pdfinfo notice.pdf");
}

std::string PdfTools::fonts() const
{
    return run("pdffonts notice.pdf");
}

int PdfTools::pageCount() const
{
    std::smatch found;
    const auto said = info();
    return std::regex_search(said, found, std::regex("Pages: +([0-9]+)")) ? std::stoi(found[1]) : 0;
}

std::vector<PdfTools::Word> PdfTools::words() const
{
    const auto said = run("pdftotext -bbox notice.pdf -");
    static const std::regex pattern("xMax=\"([0-9.]+)\" yMax=\"([0-9.]+)\">([^<]*)<");
    std::vector<Word> words;
    for (std::sregex_iterator at(said.begin(), said.end(), pattern), end; at != end; ++at) {
        words.push_back({std::stod((*at)[1]), std::stod((*at)[2]), (*at)[3]});
    }
    return words;
}

bool PdfTools::Picture::isDark(double millimetreX, double millimetreY) const
{
    const auto x = static_cast<std::size_t>(millimetreX * 300 / 25.4);
    const auto y = static_cast<std::size_t>(millimetreY * 300 / 25.4);
    return static_cast<unsigned char>(pixels.at(y * static_cast<std::size_t>(width) + x)) < 128;
}

PdfTools::Picture PdfTools::firstPage() const
{
    run("pdftoppm -r 300 -gray -f 1 -l 1 -singlefile notice.pdf page");
    const auto bytes = readAll(m_folder / "page.pgm");
    std::istringstream head(bytes);
    std::string magic;
    Picture picture;
    int most = 0;
    head >> magic >> picture.width >> picture.height >> most;
    picture.pixels = bytes.substr(static_cast<std::size_t>(head.tellg()) + 1);
    return picture;
}

std::set<std::string> PdfTools::preflightCodes() const
{
    auto bytes = readAll(m_folder / "notice.pdf");
    const std::string claim = "<pdfaid:part>2</pdfaid:part>";
    const auto at = bytes.find(claim);
    if (at == std::string::npos) {
        return {"no claim of PDF/A part 2"};
    }
    bytes[at + 13] = '1';
    writeAll(m_folder / "part1.pdf", bytes);
    std::string path;
    for (const char* jar : {"preflight",
                            "pdfbox2",
                            "xmpbox",
                            "fontbox2",
                            "javax.activation",
                            "jaxb-api",
                            "commons-logging",
                            "commons-io"})
    {
        path += std::string("/usr/share/java/") + jar + ".jar:";
    }
    const auto said = run("java -Xshare:auto -XX:TieredStopAtLevel=1 -cp " + path
                          + " org.apache.pdfbox.preflight.Validator_A1b part1.pdf");
    if (said.find("PDF/A-1b file") == std::string::npos) {
        return {"Preflight did not run: " + said};
    }
    static const std::regex pattern("(?:^|\n)([0-9]+(?:\\.[0-9]+)*) :");
    std::set<std::string> codes;
    for (std::sregex_iterator each(said.begin(), said.end(), pattern), end; each != end; ++each) {
        codes.insert((*each)[1]);
    }
    return codes;
}
