#pragma once

namespace papers {

/// Song for documents of record, Sans where Serif lacks a character; then the rare characters of planes 2 and 3, and the
/// other scripts of GB 18030-2022. All are of packages the program depends on; for what none of them has the machine is
/// asked for any font, and what it cannot draw either is named before printing (papers/unprintable.h).
inline constexpr const char* RecordFonts =
    "Noto Serif CJK SC, Noto Sans CJK SC, BabelStone Han, HanaMinA, HanaMinB, Noto Naskh Arabic, Noto Serif Tibetan, "
    "Noto Sans Mongolian, Noto Sans Yi, Noto Sans Tai Le, Noto Sans New Tai Lue, Noto Sans Tai Tham, Noto Sans Lisu, serif";

}  // namespace papers
