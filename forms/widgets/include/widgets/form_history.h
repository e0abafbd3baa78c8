#pragma once

#include <forms/form_data.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace widgets {

/// What undo and redo go through: whole states of a form. One run of typing in one field is one step; a run ends
/// when another field is changed, when typing turns into deleting, and when `endRun` is called (focus left).
class FormHistory
{
  public:
    struct Step {
        forms::FormData data;
        std::string pointer;  ///< the field that the step changed
    };

    void restart(const forms::FormData& data);

    /// `data` is the state after `pointer` was changed; the direction tells typing from deleting and choosing.
    enum class Direction { Grew, Shrank, Replaced };
    void record(const forms::FormData& data, const std::string& pointer, Direction direction);
    void endRun();

    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;

    /// The state to show, and the field to go to. Nothing when there is no step that way.
    [[nodiscard]] std::optional<Step> undo();
    [[nodiscard]] std::optional<Step> redo();

  private:
    [[nodiscard]] bool continues(const std::string& pointer, Direction direction) const;

    std::vector<Step> m_steps;  ///< m_steps[m_at] is shown; the first is the state begun with
    std::size_t m_at = 0;
    std::optional<Direction> m_run;
};

}  // namespace widgets
