#pragma once

#include <widgets/theme.h>
#include <widgets/tone.h>

#include <memory>

class wxTextCtrl;
class wxWindow;

namespace widgets {

/// A look that native controls do not have by themselves.
enum class Look {
    Primary,  ///< the one button that ends the task
    Danger,   ///< the button that says no
    Quiet,    ///< a button without a frame until pointed at
    Segment,  ///< a toggle that is part of a row
    Nav,      ///< a toggle of the vertical navigation
    Tab,      ///< a toggle that opens a sheet
    Badge,    ///< a text in a pill; needs a tone
    List,     ///< a plain native list, its chosen row in a calm colour
    Cards,    ///< a list that paints its own rows
    Field,    ///< an input; a tone colours its frame
};

/// The program's style sheet on this screen: compact controls and the looks above, in the theme's colours, made
/// of relative units only. Made once by the program (before its windows), shown again when the theme changes,
/// taken back when it goes. Where the toolkit has no style sheets, looks fall back to plain colours.
class LookBook
{
  public:
    explicit LookBook(const Theme& theme);
    ~LookBook();
    LookBook(const LookBook&) = delete;
    LookBook& operator=(const LookBook&) = delete;

    void repaint(const Theme& theme);

  private:
    struct Sheet;
    std::unique_ptr<Sheet> m_sheet;
};

/// Gives a native control that look; a second call with another tone replaces the first.
void wear(wxWindow& window, Look look, Tone tone = Tone::Neutral);

/// Whether it can be typed into. A locked one is grey like what is disabled, and can still be read, chosen and copied.
void lockText(wxTextCtrl& entry, bool locked);

}  // namespace widgets
