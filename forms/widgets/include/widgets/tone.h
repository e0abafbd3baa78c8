#pragma once

namespace widgets {

/// What a colour says. Never the only carrier of a meaning: a glyph or a word always stands beside it.
enum class Tone { Neutral, Info, Ok, Warn, Danger };

}  // namespace widgets
