#include <server/password.h>

#include <sodium.h>

#include <array>
#include <string_view>

namespace server {

std::optional<std::string> hashPassword(const std::string& password)
{
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str(hash.data(),
                          password.data(),
                          password.size(),
                          crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE)
        != 0)
        return std::nullopt;
    return std::string(hash.data());
}

bool isPassword(const std::string& password, const std::string& hash)
{
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

void pretendToCheck(const std::string& password)
{
    static_cast<void>(hashPassword(password));
}

std::string randomPassword()
{
    constexpr std::string_view Letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    constexpr int Length = 16;
    std::string password;
    for (int i = 0; i < Length; ++i)
        password += Letters[randombytes_uniform(static_cast<std::uint32_t>(Letters.size()))];
    return password;
}

}  // namespace server
