#include <base/uuid.h>

#include <base/encoding.h>
#include <base/secret.h>

#include <cstring>

namespace base {

Uuid Uuid::make(Timestamp now)
{
    Uuid uuid;
    const auto millis = static_cast<std::uint64_t>(now.time_since_epoch().count());
    for (int i = 0; i < 6; ++i)
        uuid.m_bytes[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(millis >> (40 - 8 * i));
    const auto random = randomBytes(10);
    std::memcpy(uuid.m_bytes.data() + 6, random.data(), random.size());
    uuid.m_bytes[6] = static_cast<std::uint8_t>(0x70 | (uuid.m_bytes[6] & 0x0F));
    uuid.m_bytes[8] = static_cast<std::uint8_t>(0x80 | (uuid.m_bytes[8] & 0x3F));
    return uuid;
}

std::optional<Uuid> Uuid::parse(std::string_view text)
{
    if (text.size() != 36)
        return std::nullopt;
    std::string hex;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash != (text[i] == '-'))
            return std::nullopt;
        if (!dash)
            hex.push_back(text[i]);
    }
    const auto bytes = fromHex(hex);
    if (!bytes)
        return std::nullopt;
    Uuid uuid;
    std::memcpy(uuid.m_bytes.data(), bytes->data(), uuid.m_bytes.size());
    return uuid;
}

std::string Uuid::toString() const
{
    std::string text = toHex({reinterpret_cast<const char*>(m_bytes.data()), m_bytes.size()});
    for (const std::size_t at : {8U, 13U, 18U, 23U})
        text.insert(at, 1, '-');
    return text;
}

bool Uuid::isNil() const
{
    return *this == Uuid();
}

}  // namespace base
