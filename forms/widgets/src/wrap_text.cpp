#include <widgets/wrap_text.h>

#include <wx/window.h>

namespace widgets {
namespace {

constexpr wxUint32 FirstIdeographic = 0x2E80;

bool isIdeographic(wxUniChar character)
{
    return character.GetValue() >= FirstIdeographic;
}

bool mustFollow(wxUniChar character)
{
    static const wxString Closing = wxString::FromUTF8("，。、；：？！）」』》”’,.;:?!)");
    return Closing.find(character) != wxString::npos;
}

bool mayBreakBetween(wxUniChar before, wxUniChar after)
{
    if (before == ' ') {
        return true;
    }
    return !mustFollow(after) && after != ' '
           && (isIdeographic(before) || isIdeographic(after) || before == '/');
}

wxString wrapLine(const wxWindow& window, const wxString& line, int width)
{
    wxString wrapped;
    wxString current;
    std::size_t lastBreak = 0;  // length of `current` up to where it may be cut
    for (std::size_t index = 0; index < line.length(); ++index) {
        const wxUniChar character = line[index];
        if (!current.empty() && mayBreakBetween(current.Last(), character)) {
            lastBreak = current.length();
        }
        current += character;
        if (character != ' ' && window.GetTextExtent(current).x > width && current.length() > 1) {
            const std::size_t cut = lastBreak > 0 ? lastBreak : current.length() - 1;
            wrapped += current.Left(cut).Trim() + "\n";
            current = current.Mid(cut);
            lastBreak = 0;
        }
    }
    return wrapped + current;
}

}  // namespace

wxString wrapText(const wxWindow& window, const wxString& text, int width)
{
    wxString wrapped;
    wxString rest = text;
    while (rest.Contains("\n")) {
        wrapped += wrapLine(window, rest.BeforeFirst('\n'), width) + "\n";
        rest = rest.AfterFirst('\n');
    }
    return wrapped + wrapLine(window, rest, width);
}

}  // namespace widgets
