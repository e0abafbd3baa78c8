#include <base/durable_file.h>
#include <server/office_keys.h>

namespace server {

namespace {

constexpr auto ReceiptFile = "receipt.key";
constexpr auto CatalogueFile = "catalogue.key";
constexpr auto PagesFile = "pages.key";

base::Result<base::Key> readKey(const std::filesystem::path& file)
{
    auto bytes = base::readFile(file, base::Key::Size);
    if (!bytes)
        return base::passOn(bytes);
    const auto key = base::Key::fromBytes(*bytes);
    base::wipe(*bytes);
    if (!key)
        return base::fail(base::ErrorCode::Damaged,
                          "The key file {file} does not hold 32 bytes.",
                          {{"file", file.filename().string()}});
    return *key;
}

base::Status writeKey(const std::filesystem::path& file, const base::Key& key)
{
    auto bytes = key.toString();
    const auto written = base::writeDurably(file, bytes);
    base::wipe(bytes);
    return written;
}

}  // namespace

OfficeKeys OfficeKeys::generate()
{
    return {base::SigningKey::generate(), base::SigningKey::generate(), base::Key::random()};
}

base::Result<OfficeKeys> OfficeKeys::read(const std::filesystem::path& folder)
{
    const auto receipt = readKey(folder / ReceiptFile);
    if (!receipt)
        return base::passOn(receipt);
    const auto catalogue = readKey(folder / CatalogueFile);
    if (!catalogue)
        return base::passOn(catalogue);
    const auto pages = readKey(folder / PagesFile);
    if (!pages)
        return base::passOn(pages);
    return OfficeKeys{base::SigningKey::fromSeed(*receipt), base::SigningKey::fromSeed(*catalogue), *pages};
}

base::Status OfficeKeys::write(const std::filesystem::path& folder) const
{
    if (auto written = writeKey(folder / ReceiptFile, receipt.seed()); !written)
        return written;
    if (auto written = writeKey(folder / CatalogueFile, catalogue.seed()); !written)
        return written;
    return writeKey(folder / PagesFile, pages);
}

}  // namespace server
