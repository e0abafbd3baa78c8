#include <base/sealed_blob.h>

#include <sodium.h>

#include <cstring>

namespace base {

namespace {

constexpr char Algorithm = 1;
constexpr std::size_t KeyIdSize = 8;
constexpr std::size_t NonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t TagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t HeaderSize = 1 + KeyIdSize + NonceSize;

const unsigned char* bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* bytesOf(std::string& text)
{
    return reinterpret_cast<unsigned char*>(text.data());
}

}  // namespace

std::string sealBlob(std::string_view plain, const Key& key, std::string_view context)
{
    std::string sealed(HeaderSize + plain.size() + TagSize, '\0');
    sealed[0] = Algorithm;
    std::memcpy(sealed.data() + 1, key.keyId().data(), KeyIdSize);
    randombytes_buf(sealed.data() + 1 + KeyIdSize, NonceSize);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytesOf(sealed) + HeaderSize,
                                               nullptr,
                                               bytesOf(plain),
                                               plain.size(),
                                               bytesOf(context),
                                               context.size(),
                                               nullptr,
                                               bytesOf(sealed) + 1 + KeyIdSize,
                                               key.bytes().data());
    return sealed;
}

Result<std::string> openBlob(std::string_view sealed, const Key& key, std::string_view context)
{
    const auto damaged = [] {
        return fail(ErrorCode::Damaged,
                    "An encrypted record does not open: it was changed or belongs elsewhere.");
    };
    if (sealed.size() < HeaderSize + TagSize || sealed[0] != Algorithm)
        return damaged();
    if (std::memcmp(sealed.data() + 1, key.keyId().data(), KeyIdSize) != 0)
        return fail(ErrorCode::Damaged, "An encrypted record was written with another key.");
    std::string plain(sealed.size() - HeaderSize - TagSize, '\0');
    const int status = crypto_aead_xchacha20poly1305_ietf_decrypt(bytesOf(plain),
                                                                  nullptr,
                                                                  nullptr,
                                                                  bytesOf(sealed) + HeaderSize,
                                                                  sealed.size() - HeaderSize,
                                                                  bytesOf(context),
                                                                  context.size(),
                                                                  bytesOf(sealed) + 1 + KeyIdSize,
                                                                  key.bytes().data());
    if (status != 0)
        return damaged();
    return plain;
}

std::string keyedHash(std::string_view value, const Key& key)
{
    std::string hash(crypto_generichash_BYTES, '\0');
    crypto_generichash(
        bytesOf(hash), hash.size(), bytesOf(value), value.size(), key.bytes().data(), Key::Size);
    return hash;
}

}  // namespace base
