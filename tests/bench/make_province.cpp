// Makes a workstation's data folder as years at a counter would leave it, and the catalogue of a province beside it.
// usage: make-province FOLDER [--guides N] [--file-guides N] [--published N] [--cases N]
//   FOLDER/data          a workstation whose clerk logs in without a line (user "clerk", password "password"), with
//                        N guides in force and N cases
//   FOLDER/published     N guides as files, for a back office to publish
//   FOLDER/province.owc  a later release of N guides, signed with the key that workstation believes
#include "province.h"

#include <desk/intake_desk.h>
#include <forms/catalogue.h>
#include <forms/catalogue_file.h>
#include <offline/catalogue_import.h>
#include <offline/workplace.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

namespace {

namespace fs = std::filesystem;

constexpr std::size_t CasesAtOnce = 500;

template <class Value>
auto orEnd(base::Result<Value> result)
{
    if (!result) {
        std::cerr << base::describe(result.error()) << '\n';
        std::exit(1);
    }
    if constexpr (!std::is_void_v<Value>)
        return std::move(*result);
}

struct Wanted {
    fs::path folder;
    std::size_t guides = 10'000;
    std::size_t fileGuides = 0;
    std::size_t published = 0;
    std::size_t cases = 10'000;
};

Wanted read(int argc, char** argv)
{
    Wanted wanted;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        const auto number = [&] { return i + 1 < argc ? std::strtoul(argv[++i], nullptr, 10) : 0; };
        if (word == "--guides")
            wanted.guides = number();
        else if (word == "--file-guides")
            wanted.fileGuides = number();
        else if (word == "--published")
            wanted.published = number();
        else if (word == "--cases")
            wanted.cases = number();
        else
            wanted.folder = word;
    }
    if (wanted.folder.empty()) {
        std::cerr
            << "usage: make-province FOLDER [--guides N] [--file-guides N] [--published N] [--cases N]\n";
        std::exit(2);
    }
    return wanted;
}

void writeCatalogue(const bench::Province& province,
                    const fs::path& file,
                    int release,
                    std::size_t guides,
                    const base::SigningKey& key,
                    base::Timestamp now)
{
    forms::Catalogue catalogue;
    catalogue.release = release;
    catalogue.division = "330399";
    catalogue.issued = now;
    for (std::size_t i = 0; i < guides; ++i) {
        const auto guide = province.guide(i);
        catalogue.guides.push_back(
            {guide.code, guide.version, base::Digest::of(guide.bytes), {guide.bytes.size()}});
    }
    std::ofstream to(file, std::ios::binary);
    const auto sink = [&to](std::string_view bytes) { return to << bytes && to.good(); };
    auto writer = orEnd(forms::CatalogueWriter::open(
        sink, forms::signJws(forms::catalogueToJson(catalogue), forms::CatalogueFormat, key)));
    for (std::size_t i = 0; i < guides; ++i)
        orEnd(writer.add(province.guide(i).bytes));
    orEnd(writer.finish());
}

void writeGuides(const bench::Province& province, const fs::path& folder, std::size_t guides)
{
    fs::create_directories(folder);
    for (std::size_t i = 0; i < guides; ++i) {
        const auto guide = province.guide(i);
        std::ofstream(folder / (guide.code + ".guide.json"), std::ios::binary) << guide.bytes;
    }
}

/// As a first login leaves it.
void enrol(offline::Workplace& place, const base::SigningKey& office, base::Timestamp now)
{
    const auto clerk = base::SigningKey::generate();
    const api::Identity user{
        "clerk", "示例甲", {forms::Role::Clerk}, "330399", {"测试区政务服务中心", "", ""}};
    const api::KeySet keys{
        {{office.publicKey(), api::KeyUse::Receipt, {}}, {office.publicKey(), api::KeyUse::Catalogue, {}}}};
    orEnd(place.sessions().rememberBackOffice({"https://127.0.0.1:9", {}, keys}));
    orEnd(place.userKeys().keep({user.name, clerk, api::toJson(user)}, "password"));
    orEnd(place.sessions().begin({user, clerk, {}, now}));
}

void fillCases(offline::Workplace& place, const bench::Province& province, const Wanted& wanted)
{
    desk::IntakeDesk intake(place, desk::Line::Gone);
    for (std::size_t done = 0; done < wanted.cases;) {
        orEnd(place.database().transact([&]() -> base::Status {
            for (std::size_t i = 0; i < CasesAtOnce && done < wanted.cases; ++i, ++done) {
                // A few are taken in every day, most once in a while.
                const auto which = done % 3 == 0 ? done % 20 : done * 7 % wanted.guides;
                if (auto opened = intake.open(province.matter(which % wanted.guides).code); !opened)
                    return base::passOn(opened);
            }
            return {};
        }));
    }
}

}  // namespace

int main(int argc, char** argv)
{
    const auto wanted = read(argc, argv);
    fs::create_directories(wanted.folder);
    const base::SystemClock clock;
    const auto now = clock.now();
    const bench::Province province;
    const auto office = base::SigningKey::generate();
    const auto folder = orEnd(offline::DataFolder::open(wanted.folder / "data"));
    const auto vault = orEnd(offline::Vault::open(folder, {}));
    auto place = orEnd(offline::Workplace::open(folder, vault, clock));
    enrol(place, office, now);
    const auto keys = orEnd(place.sessions().backOffice())->keysFor(api::KeyUse::Catalogue);
    if (wanted.guides > 0) {
        const auto file = wanted.folder / "first.owc";
        writeCatalogue(province, file, 1, wanted.guides, office, now);
        orEnd(offline::importCatalogue(place.catalogue(), file, keys));
        fs::remove(file);
        fillCases(place, province, wanted);
    }
    if (wanted.fileGuides > 0)
        writeCatalogue(province, wanted.folder / "province.owc", 2, wanted.fileGuides, office, now);
    writeGuides(province, wanted.folder / "published", wanted.published);
    return 0;
}
