#pragma once

#include <forms/field.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace widgets {

/// The option that somebody means who types on a choice: its code ("02") where the options have numbers for values,
/// else its place ("2"); or the beginning of its title, of its pinyin or of its initials ("hui", "hz"). The first that
/// fits; nothing when none does.
[[nodiscard]] std::optional<std::size_t> findTypedOption(const std::vector<forms::FieldOption>& options,
                                                         std::string_view typed);

/// Keys typed one after the other on a control without a text of its own: a pause begins anew. A value.
class TypedKeys
{
  public:
    /// `at` in milliseconds on any clock that runs. Returns what was typed since the last pause, this key included.
    const std::string& add(char key, long at);

    /// What was typed so far led nowhere: this key alone begins anew.
    const std::string& restart(char key);

  private:
    std::string m_typed;
    long m_last = 0;
};

}  // namespace widgets
