#include <shell/help_window.h>

#include <workbench/bench.h>

#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/theme.h>

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/listbox.h>
#include <wx/sizer.h>

namespace shell {

namespace {

constexpr double Width = 34;
constexpr double Height = 28;

std::vector<wxString> linesOf(const workbench::Bench& bench)
{
    return {bench.say("F1 – this sheet"),
            bench.say("Alt+1 … Alt+6 – the places at the left"),
            bench.say("Ctrl+L – lock the window"),
            bench.say("F10 – more actions of this page"),
            bench.say("Ctrl+N – find a matter and begin a case"),
            bench.say("Ctrl+Tab, Ctrl+Shift+Tab – the next and the last open case"),
            bench.say("Ctrl+W – put the open case aside"),
            bench.say("Enter – on to the next field"),
            bench.say("Ctrl+Z, Ctrl+Y – undo and redo in a form; Ctrl+Z also brings a discarded page back"),
            bench.say(
                "Ctrl+K – copy from the applicant's last case; Ctrl+T – take from a case of another matter"),
            bench.say("F6 – scan into the chosen material; Esc – stop scanning"),
            bench.say("Ctrl+E, Ctrl+R – turn the page left, right; Ctrl+M – move it to another material"),
            bench.say("F8 – to the next thing that is lacking"),
            bench.say("F9 – print what the applicant takes home"),
            bench.say("F12 – what ends the task: seal, accept"),
            bench.say("Page: Page Up, Page Down – turn over"),
            bench.say("Page: + and − or Ctrl and wheel – larger, smaller; 0 whole page, W width; R turn"),
            bench.say("Page: Insert, arrows, Shift+arrows, Enter – draw a mark by keyboard"),
            bench.say("Thumbnails: Alt+Up, Alt+Down – move a page; Delete – discard it")};
}

}  // namespace

void showHelp(wxWindow* parent, workbench::Bench& bench)
{
    auto* dialog = new wxDialog(parent, wxID_ANY, bench.say("Keys"));
    const widgets::LayoutKit kit(*dialog);
    auto* column = new wxBoxSizer(wxVERTICAL);
    auto* list = new wxListBox(dialog, wxID_ANY, wxDefaultPosition, wxSize(kit.ems(Width), kit.ems(Height)));
    for (const auto& line : linesOf(bench))
        list->Append(line);
    widgets::setAccessibleName(*list, bench.say("Keys"));
    column->Add(list, wxSizerFlags(1).Expand().Border(wxALL, kit.padding()));
    auto* close = new wxButton(dialog, wxID_CANCEL, bench.say("Close"));
    column->Add(close, wxSizerFlags().Right().Border(wxRIGHT | wxBOTTOM, kit.padding()));
    dialog->SetSizerAndFit(column);
    dialog->CentreOnParent();
    dialog->ShowWindowModalThenDo([dialog](int) { dialog->Destroy(); });
}

}  // namespace shell
