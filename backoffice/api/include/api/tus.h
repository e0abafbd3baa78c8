#pragma once

#include <base/digest.h>
#include <base/result.h>

#include <api/endpoint.h>

#include <string>
#include <string_view>

namespace api {

/// One upload = one page in plain bytes (DESIGN section 9), by tus 1.0.0 with creation, creation-with-upload,
/// checksum, expiration and termination.
inline constexpr Endpoint OptionsUploads{"OPTIONS", "/v1/uploads/"};
inline constexpr Endpoint PostUploads{"POST", "/v1/uploads/"};
inline constexpr Endpoint HeadUpload{"HEAD", "/v1/uploads/{upload}"};
inline constexpr Endpoint PatchUpload{"PATCH", "/v1/uploads/{upload}"};
inline constexpr Endpoint DeleteUpload{"DELETE", "/v1/uploads/{upload}"};

namespace tus {

inline constexpr std::string_view Version = "1.0.0";
inline constexpr std::string_view Extensions =
    "creation,creation-with-upload,checksum,expiration,termination";
inline constexpr std::string_view ChecksumAlgorithms = "sha1,sha256";
inline constexpr std::string_view PatchMediaType = "application/offset+octet-stream";
inline constexpr int ChecksumMismatchStatus = 460;

inline constexpr std::string_view ResumableHeader = "Tus-Resumable";
inline constexpr std::string_view VersionHeader = "Tus-Version";
inline constexpr std::string_view ExtensionHeader = "Tus-Extension";
inline constexpr std::string_view MaxSizeHeader = "Tus-Max-Size";
inline constexpr std::string_view ChecksumAlgorithmHeader = "Tus-Checksum-Algorithm";
inline constexpr std::string_view UploadLengthHeader = "Upload-Length";
inline constexpr std::string_view UploadOffsetHeader = "Upload-Offset";
inline constexpr std::string_view UploadMetadataHeader = "Upload-Metadata";
inline constexpr std::string_view UploadChecksumHeader = "Upload-Checksum";
inline constexpr std::string_view UploadExpiresHeader = "Upload-Expires";
inline constexpr std::string_view MethodOverrideHeader = "X-HTTP-Method-Override";

}  // namespace tus

/// What a page's upload says of itself.
struct UploadMetadata {
    base::Digest sha256;   ///< of the whole page; compared at the end
    std::string filetype;  ///< media type

    bool operator==(const UploadMetadata&) const = default;
};

/// The value of Upload-Metadata: "sha256 <base64 of the hex>,filetype <base64>".
[[nodiscard]] std::string formatUploadMetadata(const UploadMetadata& metadata);

/// Error BadInput for a broken pair, a key given twice, or when sha256 or filetype is missing. Other keys are
/// tolerated.
[[nodiscard]] base::Result<UploadMetadata> parseUploadMetadata(std::string_view header);

enum class ChecksumAlgorithm { Sha1, Sha256 };

/// The checksum of one request's body.
struct UploadChecksum {
    ChecksumAlgorithm algorithm = ChecksumAlgorithm::Sha256;
    std::string digest;  ///< the raw bytes: 20 or 32

    bool operator==(const UploadChecksum&) const = default;
};

/// The value of Upload-Checksum: "sha256 <base64>".
[[nodiscard]] std::string formatUploadChecksum(const UploadChecksum& checksum);

/// Error BadInput for an unknown algorithm (answered 400 by tus) or a digest of the wrong length.
[[nodiscard]] base::Result<UploadChecksum> parseUploadChecksum(std::string_view header);

}  // namespace api
