#pragma once

#include <base/result.h>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace i18n {

/// A compiled gettext catalogue (.mo, revision 0, little-endian, UTF-8), read where it lies in memory.
/// Every offset was checked when it was made, so no question can read outside. Immutable; any thread.
class MoFile
{
  public:
    struct Entry {
        std::string_view id;
        std::string_view pluralId;            ///< empty where the message has no plural
        std::vector<std::string_view> texts;  ///< one, or one per plural form
    };

    MoFile() = default;  ///< no messages

    /// `bytes` must outlive the result. Error BadInput for anything that is not a whole, sorted catalogue.
    [[nodiscard]] static base::Result<MoFile> parse(std::string_view bytes);

    /// The text of a message; nothing when it is not there. For a plural, the form with that number.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view id, std::size_t form = 0) const;

    /// "Plural-Forms: …" and its like; empty without one.
    [[nodiscard]] std::string_view header() const;

    /// All messages but the header, in the order of their ids.
    [[nodiscard]] std::vector<Entry> entries() const;

  private:
    explicit MoFile(std::string_view bytes);

    [[nodiscard]] std::uint32_t number(std::size_t offset) const;
    [[nodiscard]] std::string_view text(std::uint32_t table, std::uint32_t index) const;
    [[nodiscard]] std::string_view idAt(std::uint32_t index) const;
    [[nodiscard]] std::optional<std::uint32_t> indexOf(std::string_view id) const;
    [[nodiscard]] bool tableIsInside(std::uint32_t table) const;

    std::string_view m_bytes;
    std::uint32_t m_count = 0;
    std::uint32_t m_ids = 0;    ///< offset of the table of ids
    std::uint32_t m_texts = 0;  ///< offset of the table of texts
};

}  // namespace i18n
