#include <scanner/spool.h>

#include "page_recovery.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <system_error>

namespace scanner {

using base::ErrorCode;
using base::fail;

namespace {

constexpr std::size_t DigitsOfNumber = 4;

std::optional<std::uint32_t> numberOf(const std::filesystem::path& file)
{
    const auto stem = file.stem().string();
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(stem.data(), stem.data() + stem.size(), number);
    const bool whole = error == std::errc() && end == stem.data() + stem.size();
    return whole && stem.size() == DigitsOfNumber && number >= 1 ? std::optional(number) : std::nullopt;
}

base::Result<std::vector<std::filesystem::path>> filesIn(const std::filesystem::path& folder)
{
    std::error_code error;
    std::vector<std::filesystem::path> files;
    for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        files.push_back(it->path());
    if (error)
        return fail(error == std::errc::no_such_file_or_directory ? ErrorCode::NotFound : ErrorCode::Failed,
                    "{file}: {reason}",
                    {{"file", folder.string()}, {"reason", error.message()}});
    std::sort(files.begin(), files.end());
    return files;
}

base::Status removeFile(const std::filesystem::path& file)
{
    std::error_code error;
    std::filesystem::remove(file, error);
    if (error)
        return fail(
            ErrorCode::Failed, "{file}: {reason}", {{"file", file.string()}, {"reason", error.message()}});
    return {};
}

}  // namespace

std::string spoolFileName(std::uint32_t number, std::string_view ending)
{
    auto digits = std::to_string(number);
    digits.insert(0, DigitsOfNumber - std::min(DigitsOfNumber, digits.size()), '0');
    return digits.append(".").append(ending);
}

base::Result<RecoveredSpool> recoverSpool(const std::filesystem::path& folder, const base::Key& key)
{
    const auto files = filesIn(folder);
    if (!files)
        return passOn(files);
    RecoveredSpool recovered;
    std::set<std::uint32_t> seen;
    for (const auto& file : *files) {
        const auto number = numberOf(file);
        const bool isPart = file.extension() == ".part";
        if (!isPart && (!number || file.extension() != ".page"))
            continue;
        if (number && seen.contains(*number))
            continue;  // left beside the page
        auto page = recoverPage(folder, number.value_or(0), key);
        if (page) {
            recovered.pages.push_back(std::move(*page));
            seen.insert(*number);
        } else if (isPart) {
            recovered.incomplete.push_back(file);
        } else {
            recovered.damaged.push_back(file);
        }
    }
    return recovered;
}

base::Status removeFromSpool(const std::filesystem::path& folder, std::uint32_t number)
{
    for (const auto* ending : {"page", "meta", "part"}) {
        if (auto removed = removeFile(folder / spoolFileName(number, ending)); !removed)
            return removed;
    }
    return {};
}

base::Status removeSpool(const std::filesystem::path& folder)
{
    const auto files = filesIn(folder);
    if (!files)
        return files.error().code == ErrorCode::NotFound ? base::Status() : passOn(files);
    for (const auto& file : *files) {
        if (file.extension() != ".part" && file.extension() != ".meta")
            return fail(ErrorCode::Conflict,
                        "The folder {folder} still holds scanned pages and is not removed.",
                        {{"folder", folder.string()}});
    }
    for (const auto& file : *files) {
        if (auto removed = removeFile(file); !removed)
            return removed;
    }
    return removeFile(folder);
}

}  // namespace scanner
