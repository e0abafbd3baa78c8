#include <server/certificate.h>

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <array>
#include <memory>
#include <utility>

namespace server {

namespace {

template <auto Free>
struct Freed {
    template <class Thing>
    void operator()(Thing* thing) const
    {
        Free(thing);
    }
};

using PrivateKey = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using X509Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>>;
using Memory = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using Number = std::unique_ptr<BIGNUM, Freed<BN_free>>;

constexpr std::chrono::hours Lifetime{24 * 3650};
constexpr int SerialBits = 127;

std::string textOf(BIO* memory)
{
    char* bytes = nullptr;
    const auto size = BIO_get_mem_data(memory, &bytes);
    return {bytes, static_cast<std::size_t>(size)};
}

bool addExtensions(X509* certificate)
{
    constexpr std::array Extensions{
        std::pair{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"},
        std::pair{NID_key_usage, "critical,digitalSignature,keyCertSign"},
        std::pair{NID_ext_key_usage, "serverAuth"},
        std::pair{NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1"},
        std::pair{NID_subject_key_identifier, "hash"},
    };
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    for (const auto& [kind, value] : Extensions) {
        const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value));
        if (!extension || X509_add_ext(certificate, extension.get(), -1) != 1)
            return false;
    }
    return true;
}

bool fill(X509* certificate, EVP_PKEY* key, base::Timestamp now)
{
    const Number serial(BN_new());
    const auto seconds = std::chrono::system_clock::to_time_t(now);
    auto* name = X509_get_subject_name(certificate);
    return serial && BN_rand(serial.get(), SerialBits, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) == 1
           && BN_to_ASN1_INTEGER(serial.get(), X509_get_serialNumber(certificate)) != nullptr
           && X509_set_version(certificate, X509_VERSION_3) == 1
           // A workstation's clock may be some hours behind.
           && ASN1_TIME_set(X509_getm_notBefore(certificate), seconds - 24 * 3600) != nullptr
           && ASN1_TIME_set(X509_getm_notAfter(certificate),
                            std::chrono::system_clock::to_time_t(now + Lifetime))
                  != nullptr
           && X509_set_pubkey(certificate, key) == 1
           && X509_NAME_add_entry_by_txt(
                  name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0)
                  == 1
           && X509_set_issuer_name(certificate, name) == 1 && addExtensions(certificate)
           && X509_sign(certificate, key, EVP_sha256()) > 0;
}

}  // namespace

base::Result<Certificate> Certificate::makeSelfSigned(base::Timestamp now)
{
    const PrivateKey key(EVP_EC_gen("P-256"));
    const X509Certificate certificate(X509_new());
    const Memory certificateText(BIO_new(BIO_s_mem()));
    const Memory keyText(BIO_new(BIO_s_mem()));
    const bool made =
        key && certificate && certificateText && keyText && fill(certificate.get(), key.get(), now)
        && PEM_write_bio_X509(certificateText.get(), certificate.get()) == 1
        && PEM_write_bio_PrivateKey(keyText.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1;
    if (!made)
        return base::fail(base::ErrorCode::Failed, "No certificate could be made.");
    return Certificate{textOf(certificateText.get()), textOf(keyText.get())};
}

}  // namespace server
