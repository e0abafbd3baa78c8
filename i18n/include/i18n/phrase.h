#pragma once

#include <base/error.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace i18n {

/// A sentence in no language yet: an English message id with {named} places, and what goes into them.
/// Rooms below the desks return phrases; text is made of them where the language is known.
struct Phrase {
    std::string id;
    std::vector<base::Argument> arguments;

    bool operator==(const Phrase&) const = default;
};

/// Marks a message id for translation: `phrase("Material {material} is missing.", {{"material", name}})`.
[[nodiscard]] inline Phrase phrase(std::string id, std::vector<base::Argument> arguments = {})
{
    return {std::move(id), std::move(arguments)};
}

/// Marks a message id that stands in a table, so that it is collected: `{State::Draft, messageId("Draft")}`.
[[nodiscard]] constexpr std::string_view messageId(std::string_view id)
{
    return id;
}

[[nodiscard]] inline Phrase phraseOf(const base::Error& error)
{
    return {error.message, error.arguments};
}

}  // namespace i18n
