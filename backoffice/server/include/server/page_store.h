#pragma once

#include <base/clock.h>
#include <base/digest.h>
#include <base/sealed_file.h>
#include <base/secret.h>
#include <server/database.h>

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace server {

struct StoredPage {
    base::Digest sha256;
    std::string mediaType;
    std::uint64_t bytes = 0;
};

/// The index of pages: what is in it is on disk in full.
class PageIndexStore
{
  public:
    explicit PageIndexStore(Transaction& transaction)
        : m_transaction(transaction)
    {}

    void add(const StoredPage& page, base::Timestamp at);  ///< known: nothing happens
    void addCarrier(const base::Digest& sha256, const std::string& user);
    [[nodiscard]] std::optional<StoredPage> find(const base::Digest& sha256);
    [[nodiscard]] bool wasBroughtBy(const base::Digest& sha256, const std::string& user);

  private:
    Transaction& m_transaction;
};

/// The bytes of pages: DIR/<ab>/<sha256>, each encrypted with the server's page key. Content-addressed: the same page
/// is kept once. Safe to use from several threads.
class PageFolder
{
  public:
    PageFolder(std::filesystem::path folder, const base::Key& key);

    /// Gives the plain bytes of a page in order to the sink it is handed.
    using Source = std::function<base::Status(const base::ByteSink&)>;

    /// Writes the page and syncs file and folder; when this succeeded the page survives a power cut. Error BadInput
    /// when the bytes are not those of the digest: nothing is kept then.
    [[nodiscard]] base::Status keep(const base::Digest& sha256, const Source& source) const;

    [[nodiscard]] base::Status read(const base::Digest& sha256, const base::ByteSink& sink) const;
    [[nodiscard]] base::Result<std::string> readRange(const base::Digest& sha256,
                                                      std::uint64_t offset,
                                                      std::size_t length) const;

    /// Removes what a crash left half-written.
    void removeLeftovers() const;

  private:
    [[nodiscard]] std::filesystem::path pathOf(const base::Digest& sha256) const;

    std::filesystem::path m_folder;
    base::Key m_key;
};

}  // namespace server
