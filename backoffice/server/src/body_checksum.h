#pragma once

#include <api/tus.h>
#include <base/digest.h>

#include <memory>
#include <optional>
#include <string_view>

namespace server {

/// Judges an Upload-Checksum while the body comes in. tus demands SHA-1, which guards against accidents only; what a
/// page is, its SHA-256 decides.
class BodyChecksum
{
  public:
    explicit BodyChecksum(std::optional<api::UploadChecksum> wanted);
    ~BodyChecksum();
    BodyChecksum(const BodyChecksum&) = delete;
    BodyChecksum& operator=(const BodyChecksum&) = delete;

    [[nodiscard]] bool isWanted() const { return m_wanted.has_value(); }

    void add(std::string_view bytes);
    [[nodiscard]] bool agrees();  ///< once; true when none was wanted

  private:
    struct Sha1;
    std::optional<api::UploadChecksum> m_wanted;
    base::Hasher m_sha256;
    std::unique_ptr<Sha1> m_sha1;
};

}  // namespace server
