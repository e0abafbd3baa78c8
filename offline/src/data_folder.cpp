#include <offline/data_folder.h>

#include <base/durable_file.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace offline {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 5> Folders{"pages", "spool", "bin", "damaged", "keys"};

bool isOurName(std::string_view name)
{
    return std::ranges::find(Folders, name) != Folders.end() || name.starts_with("onewindow.db")
           || name.ends_with(".lock") || name == "check.wanted" || name == "window.ini";
}

bool isDataFolder(const fs::path& folder)
{
    std::error_code ignored;
    return fs::exists(folder / "keys" / "vault.json", ignored) && fs::exists(folder / "pages", ignored);
}

base::Status checkPlace(const fs::path& root)
{
    std::error_code error;
    for (auto above = root.parent_path(); !above.empty() && above != above.root_path();
         above = above.parent_path())
        if (isDataFolder(above))
            return base::fail(base::ErrorCode::BadArgument,
                              "{folder} lies inside another data folder, {other}. Choose a place beside it.",
                              {{"folder", root.string()}, {"other", above.string()}});
    if (!fs::exists(root, error))
        return {};
    if (!fs::is_directory(root, error))
        return base::fail(base::ErrorCode::BadArgument,
                          "{folder} is a file. The data folder must be a folder.",
                          {{"folder", root.string()}});
    if (isDataFolder(root))
        return {};
    for (fs::directory_iterator entry(root, error), end; !error && entry != end; entry.increment(error))
        if (!isOurName(entry->path().filename().string()))
            return base::fail(
                base::ErrorCode::BadArgument,
                "{folder} is no data folder and not empty: it holds {name}. Choose an empty folder or a "
                "new name.",
                {{"folder", root.string()}, {"name", entry->path().filename().string()}});
    if (error)
        return base::fail(base::ErrorCode::Failed,
                          "{file}: {reason}",
                          {{"file", root.string()}, {"reason", error.message()}});
    return {};
}

}  // namespace

DataFolder::DataFolder(std::filesystem::path root)
    : m_root(std::move(root))
{}

base::Result<DataFolder> DataFolder::open(const std::filesystem::path& root)
{
    if (root.empty())
        return base::fail(base::ErrorCode::BadArgument, "The data folder has no name. Give one with --data.");
    std::error_code error;
    auto place = fs::weakly_canonical(fs::absolute(root), error);
    if (error)
        place = fs::absolute(root).lexically_normal();
    if (place.filename().empty())
        place = place.parent_path();
    if (auto good = checkPlace(place); !good)
        return base::passOn(good);

    DataFolder folder(place);
    if (auto made = base::makeFolder(place); !made)
        return base::passOn(made);
    fs::permissions(
        place, fs::perms::owner_all, error);  // not ours to change on a foreign disk: what is in it is sealed
    for (const auto name : Folders)
        if (auto made = base::makeFolder(place / name); !made)
            return base::passOn(made);
    if (auto made = base::makeFolder(folder.userKeys()); !made)
        return base::passOn(made);
    return folder;
}

std::filesystem::path DataFolder::page(const base::Digest& digest) const
{
    const auto name = digest.toString();
    return pages() / name.substr(0, 2) / name;
}

std::filesystem::path DataFolder::spool(base::BatchId batch) const
{
    return spool() / batch.toString();
}

}  // namespace offline
