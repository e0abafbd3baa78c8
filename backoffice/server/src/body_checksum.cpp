#include "body_checksum.h"

#include <openssl/evp.h>

#include <array>

namespace server {

struct BodyChecksum::Sha1 {
    Sha1() { EVP_DigestInit_ex(context.get(), EVP_sha1(), nullptr); }

    std::string finish()
    {
        std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
        unsigned int size = 0;
        EVP_DigestFinal_ex(context.get(), bytes.data(), &size);
        return {reinterpret_cast<const char*>(bytes.data()), size};
    }

    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

BodyChecksum::BodyChecksum(std::optional<api::UploadChecksum> wanted)
    : m_wanted(std::move(wanted))
{
    if (m_wanted && m_wanted->algorithm == api::ChecksumAlgorithm::Sha1)
        m_sha1 = std::make_unique<Sha1>();
}

BodyChecksum::~BodyChecksum() = default;

void BodyChecksum::add(std::string_view bytes)
{
    if (m_sha1)
        EVP_DigestUpdate(m_sha1->context.get(), bytes.data(), bytes.size());
    else if (m_wanted)
        m_sha256.add(bytes);
}

bool BodyChecksum::agrees()
{
    if (!m_wanted)
        return true;
    if (m_sha1)
        return m_sha1->finish() == m_wanted->digest;
    const auto digest = m_sha256.finish();
    return std::string_view(reinterpret_cast<const char*>(digest.bytes().data()), digest.bytes().size())
           == m_wanted->digest;
}

}  // namespace server
