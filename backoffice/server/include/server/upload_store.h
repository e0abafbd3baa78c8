#pragma once

#include <base/clock.h>
#include <base/digest.h>
#include <server/database.h>

#include <optional>
#include <string>
#include <vector>

namespace server {

enum class UploadState { Open, Complete };

/// One page on its way in.
struct Upload {
    std::string id;
    std::string user;
    base::Digest sha256;
    std::string mediaType;
    std::uint64_t length = 0;
    std::uint64_t received = 0;  ///< the offset: everything below it survives a power cut
    UploadState state = UploadState::Open;
    base::Timestamp expires;
    std::string lease;  ///< of the one request that may add to it now; empty = nobody
};

/// Uploads that are not complete keep their bytes here as sealed parts of at most 1 MiB.
class UploadStore
{
  public:
    explicit UploadStore(Transaction& transaction)
        : m_transaction(transaction)
    {}

    void add(const Upload& upload);
    [[nodiscard]] std::optional<Upload> find(const std::string& id);
    void setLease(const std::string& id, const std::string& lease);
    void setReceived(const std::string& id, std::uint64_t received);
    void complete(const std::string& id);  ///< drops the parts
    void remove(const std::string& id);

    void addPart(const std::string& id, std::uint64_t start, const std::string& sealed);
    void dropPartsFrom(const std::string& id, std::uint64_t start);
    [[nodiscard]] std::vector<std::uint64_t> partStarts(const std::string& id);
    [[nodiscard]] std::string part(const std::string& id, std::uint64_t start);

    [[nodiscard]] std::int64_t openOf(const std::string& user);

    /// Drops the bytes of expired uploads; that they were there is remembered for a week more (410, not 404).
    void removeExpired(base::Timestamp now);

  private:
    Transaction& m_transaction;
};

}  // namespace server
