#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace forms {

/// What a label on an identity card announces.
enum class CardPart { Name, Sex, Nation, Birth, Address, Number, Other };

/// A label in the text of a card: its value goes from `begin` to the next label.
struct CardLabel {
    CardPart part;
    std::size_t label;  ///< where it begins
    std::size_t begin;  ///< of the value
};

/// The labels of a card in the order of the text. What stands inside a value and has nothing behind it that such a
/// label announces, such as 民族 of 民族路, is none; each part is announced once.
[[nodiscard]] std::vector<CardLabel> findCardLabels(std::u32string_view text);

/// A nation of GB/T 3304 the text begins with, without 族; empty = none.
[[nodiscard]] std::u32string_view nationAt(std::u32string_view text);

}  // namespace forms
