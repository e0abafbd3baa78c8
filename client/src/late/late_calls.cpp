// In the program: the functions of three rooms that stand in the library. Because the program has them itself, the linker
// takes neither the rooms' own nor the libraries these need.
#include <late/late_doors.h>

#include <kit/pdf_pages.h>
#include <offline/line_to.h>
#include <papers/archival_pdf.h>

#include <dlfcn.h>

#include <filesystem>

namespace {

using base::Result;

Result<const late::LateDoors*> load()
{
    std::error_code unknown;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", unknown);
    const auto file = program.parent_path().parent_path() / "lib" / "onewindow" / "onewindow-late.so";
    void* library = ::dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);  // stays: lines made by it live on
    const void* doors = library == nullptr ? nullptr : ::dlsym(library, late::DoorsName);
    if (doors == nullptr)
        return base::fail(base::ErrorCode::Failed,
                          "A part of the program is missing: {file}. Install it again.",
                          {{"file", file.string()}});
    return static_cast<const late::LateDoors*>(doors);
}

/// Loaded once, by whichever thread calls first.
const Result<const late::LateDoors*>& doors()
{
    static const auto loaded = load();
    return loaded;
}

}  // namespace

namespace offline {

Result<std::unique_ptr<HttpLine>> lineTo(const std::string& url, const std::string& caPem)
{
    if (!doors())
        return base::passOn(doors());
    return (*doors())->lineTo(url, caPem);
}

}  // namespace offline

namespace papers {

Result<std::string> archivalPdf(const std::string& pdf, const std::string& title, const std::string& language)
{
    if (!doors())
        return base::passOn(doors());
    return (*doors())->archivalPdf(pdf, title, language);
}

}  // namespace papers

namespace kit {

Result<std::size_t> countPdfPages(std::string_view pdf)
{
    if (!doors())
        return base::passOn(doors());
    return (*doors())->countPdfPages(pdf);
}

Result<std::string> drawPdfPage(std::string_view pdf, std::size_t page, int dpi)
{
    if (!doors())
        return base::passOn(doors());
    return (*doors())->drawPdfPage(pdf, page, dpi);
}

}  // namespace kit
