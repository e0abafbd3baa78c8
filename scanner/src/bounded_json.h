#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace scanner {

/// Parses at most `limit` bytes of JSON of depth 64 at most, without exceptions; nothing for anything else.
[[nodiscard]] std::optional<nlohmann::json> parseBounded(std::string_view text, std::size_t limit);

/// Readers of one member; nothing when it is not there or of another type.
[[nodiscard]] std::optional<std::string> textAt(const nlohmann::json& object, const char* member);
[[nodiscard]] std::optional<std::uint64_t> countAt(const nlohmann::json& object, const char* member);
[[nodiscard]] std::optional<double> numberAt(const nlohmann::json& object, const char* member);

/// A count from `least` to `most`.
[[nodiscard]] std::optional<std::uint32_t> countAt(const nlohmann::json& object,
                                                   const char* member,
                                                   std::uint32_t least,
                                                   std::uint32_t most);

/// Never throws: foreign bytes that are no UTF-8 are replaced.
[[nodiscard]] std::string print(const nlohmann::json& value);

}  // namespace scanner
