#include "release_guides.h"

#include <base/durable_file.h>
#include <server/guide_store.h>

#include <algorithm>
#include <map>
#include <system_error>

namespace server {

namespace {

using base::ErrorCode;

tl::unexpected<base::Error> refused(const std::string& file, const forms::LintFinding& finding)
{
    return base::fail(ErrorCode::BadInput,
                      "The guide {file} is refused: {path}: {reason}",
                      {{"file", file},
                       {"path", finding.path},
                       {"reason", base::fillPlaces(finding.text.id, finding.text.arguments)}});
}

/// The versions of one matter a release names, once a new one has come.
class Versions
{
  public:
    explicit Versions(Transaction& transaction)
        : m_transaction(transaction)
    {}

    base::Status add(const forms::CatalogueEntry& entry)
    {
        const auto bytes = GuideStore(m_transaction).find(entry.sha256);
        if (!bytes)
            return base::fail(ErrorCode::Damaged, "A guide of the newest release is not in the records.");
        const auto guide = forms::readGuide(*bytes);
        if (!guide)
            return base::passOn(guide);
        m_versions.insert_or_assign(guide->effectiveFrom, entry);
        return {};
    }

    /// What is there from that day on: the version in force and those to come.
    [[nodiscard]] std::vector<forms::CatalogueEntry> from(base::Date today) const
    {
        auto first = m_versions.upper_bound(today);
        if (first != m_versions.begin())
            --first;
        std::vector<forms::CatalogueEntry> entries;
        for (; first != m_versions.end(); ++first)
            entries.push_back(first->second);
        return entries;
    }

    void put(base::Date from, const forms::CatalogueEntry& entry)
    {
        m_versions.insert_or_assign(from, entry);
    }

  private:
    Transaction& m_transaction;
    std::map<base::Date, forms::CatalogueEntry> m_versions;
};

}  // namespace

std::vector<forms::Department> departmentsOf(const forms::Guide& guide)
{
    auto departments = guide.jointDepartments;
    departments.insert(departments.begin(), guide.department);
    for (const auto& child : guide.children)
        departments.push_back({child.department, {}, {}});
    return departments;
}

base::Result<std::vector<std::filesystem::path>> guideFiles(const std::vector<std::filesystem::path>& named)
{
    std::vector<std::filesystem::path> files;
    for (const auto& path : named) {
        std::error_code failed;
        if (!std::filesystem::is_directory(path, failed)) {
            files.push_back(path);
            continue;
        }
        const auto first = files.size();
        for (std::filesystem::directory_iterator entry(path, failed), end; !failed && entry != end;
             entry.increment(failed))
            if (entry->path().extension() == ".json")
                files.push_back(entry->path());
        if (failed || files.size() == first)
            return base::fail(ErrorCode::NotFound,
                              "There is no guide (*.json) to be read in the folder {folder}.",
                              {{"folder", path.string()}});
        std::sort(files.begin() + static_cast<std::ptrdiff_t>(first), files.end());
    }
    return files;
}

base::Result<std::optional<NewGuide>> readNewGuide(const std::filesystem::path& file,
                                                   LintStrictness strictness,
                                                   std::vector<FileFinding>& warnings)
{
    auto bytes = base::readFile(file, forms::MaxGuideBytes);
    if (!bytes)
        return base::passOn(bytes);
    const bool isNewer = !forms::newerFormatOf(*bytes).empty();
    for (const auto& finding : forms::lintGuide(*bytes)) {
        const bool refuses = finding.level == forms::LintLevel::Error && !isNewer;
        if (refuses || strictness == LintStrictness::Strict)
            return refused(file.filename().string(), finding);
        warnings.push_back({file.filename().string(), finding});
    }
    if (isNewer)
        return std::nullopt;
    const auto guide = forms::readGuide(*bytes);
    if (!guide)
        return base::passOn(guide);
    const forms::CatalogueEntry entry{guide->code, guide->version, guide->sha256, {bytes->size()}};
    return NewGuide{file, entry, guide->effectiveFrom, departmentsOf(*guide)};
}

base::Status keepVersion(Transaction& transaction, const NewGuide& guide)
{
    GuideStore guides(transaction);
    const auto known = guides.digestOf(guide.entry.code, guide.entry.version);
    if (known && *known != guide.entry.sha256)
        return base::fail(
            ErrorCode::Conflict,
            "Version {version} of {matter} was published with other content. A version never changes: "
            "give this one another name.",
            {{"version", guide.entry.version}, {"matter", guide.entry.code}});
    if (known)
        return {};
    const auto bytes = base::readFile(guide.file, forms::MaxGuideBytes);
    if (!bytes)
        return base::passOn(bytes);
    if (base::Digest::of(*bytes) != guide.entry.sha256)
        return base::fail(ErrorCode::Conflict,
                          "The guide {file} was changed while it was being published. Publish it again.",
                          {{"file", guide.file.filename().string()}});
    guides.add(guide.entry.code, guide.entry.version, *bytes);
    return {};
}

base::Status takeOut(std::vector<forms::CatalogueEntry>& entries, const std::string& code)
{
    const auto gone =
        std::erase_if(entries, [&code](const forms::CatalogueEntry& entry) { return entry.code == code; });
    if (gone == 0)
        return base::fail(
            ErrorCode::NotFound, "There is no matter {matter} in the newest release.", {{"matter", code}});
    return {};
}

base::Result<std::vector<forms::CatalogueEntry>> entriesWith(Transaction& transaction,
                                                             std::vector<forms::CatalogueEntry> entries,
                                                             const std::vector<NewGuide>& guides,
                                                             base::Date today)
{
    std::map<std::string, std::vector<const NewGuide*>> coming;
    for (const auto& guide : guides)
        coming[guide.entry.code].push_back(&guide);
    std::map<std::string, Versions> changed;
    for (const auto& [code, news] : coming)
        changed.emplace(code, transaction);
    std::vector<forms::CatalogueEntry> next;
    for (auto& entry : entries) {
        const auto versions = changed.find(entry.code);
        if (versions == changed.end())
            next.push_back(std::move(entry));
        else if (auto added = versions->second.add(entry); !added)
            return base::passOn(added);
    }
    for (auto& [code, versions] : changed) {
        for (const auto* guide : coming[code])
            versions.put(guide->from, guide->entry);
        for (auto& entry : versions.from(today))
            next.push_back(std::move(entry));
    }
    std::ranges::stable_sort(next, {}, &forms::CatalogueEntry::code);
    return next;
}

}  // namespace server
