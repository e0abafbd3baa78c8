#include "feeder_bench.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sys/wait.h>
#include <unistd.h>

namespace support {
namespace {

std::string readAll(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> wholePages(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".pnm") {
            paths.push_back(entry.path());
        }
    }
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> pages;
    std::transform(paths.begin(), paths.end(), std::back_inserter(pages), readAll);
    return pages;
}

}  // namespace

FeederBench::FeederBench()
{
    std::string pattern = (std::filesystem::temp_directory_path() / "feeder-XXXXXX").string();
    m_folder = ::mkdtemp(pattern.data());
    std::filesystem::create_directory(m_folder / "sheets");
    std::ofstream(m_folder / "dll.conf") << "papers\n";
    configure("");
}

FeederBench::~FeederBench()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

void FeederBench::addSheet(const std::string& name, int shade, int barTop) const
{
    constexpr int width = 620;  // A4 at 75 dpi
    constexpr int height = 877;
    std::string pixels(static_cast<std::size_t>(width) * height, static_cast<char>(shade));
    std::fill_n(pixels.begin() + static_cast<std::ptrdiff_t>(barTop) * width, 20 * width, '\0');
    std::ofstream file(m_folder / "sheets" / name, std::ios::binary);
    file << "P5\n# a sheet\n" << width << ' ' << height << "\n255\n" << pixels;
}

void FeederBench::configure(const std::string& lines) const
{
    std::ofstream(m_folder / "papers.conf") << "folder sheets\nimage-dpi 75\n" << lines;
}

FeederBench::Scan FeederBench::scan(const std::string& options, int limit) const
{
    const auto out = m_folder / "out";
    std::filesystem::remove_all(out);
    std::filesystem::create_directory(out);
    const std::string command =
        "cd '" + out.string() + "' && SANE_CONFIG_DIR='" + m_folder.string()
        + "' LD_LIBRARY_PATH='" OW_SANE_DIR "' exec timeout -s KILL " + std::to_string(limit)
        + " scanimage -d papers:feeder --format=pnm --batch=p%03d.pnm " + options + " 2>messages";
    const auto start = std::chrono::steady_clock::now();
    const int status = std::system(command.c_str());
    const std::chrono::duration<double> lasted = std::chrono::steady_clock::now() - start;
    Scan scan;
    scan.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    scan.seconds = lasted.count();
    scan.messages = readAll(out / "messages");
    scan.pages = wholePages(out);
    return scan;
}

}  // namespace support
