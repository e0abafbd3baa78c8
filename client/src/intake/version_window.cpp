#include <intake/version_window.h>

#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/looks.h>
#include <widgets/theme.h>
#include <widgets/wrap_text.h>

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace intake {

namespace {

constexpr double Width = 44;
constexpr double Height = 16;
constexpr double FewHeight = 7;

void addText(wxDialog& dialog,
             wxSizer& column,
             const wxString& title,
             const std::vector<wxString>& lines,
             double height)
{
    const widgets::LayoutKit kit(dialog);
    column.Add(new wxStaticText(&dialog, wxID_ANY, title), wxSizerFlags());
    wxString text;
    for (const auto& line : lines)
        text += wxString::FromUTF8("• ") + line + "\n";
    auto* shown = new wxTextCtrl(&dialog,
                                 wxID_ANY,
                                 text.Trim(),
                                 wxDefaultPosition,
                                 wxSize(kit.ems(Width), kit.ems(height)),
                                 wxTE_MULTILINE | wxTE_READONLY | wxTE_BESTWRAP);
    widgets::setAccessibleName(*shown, title);
    column.Add(shown, kit.inColumn());
}

std::vector<wxString> differenceLines(const workbench::Bench& bench, const desk::VersionOffer& offer)
{
    std::vector<wxString> lines;
    for (const auto& difference : offer.differences)
        lines.push_back(bench.say(difference.text));
    if (lines.empty())
        lines.push_back(bench.say("Nothing that is asked of the applicant is different."));
    return lines;
}

std::vector<wxString> droppedLines(const workbench::Bench& bench, const desk::VersionOffer& offer)
{
    std::vector<wxString> lines;
    for (const auto& phrase : offer.dropped)
        lines.push_back(bench.say(phrase));
    return lines;
}

void addButtons(wxDialog& dialog, const workbench::Bench& bench, wxSizer& column)
{
    const widgets::LayoutKit kit(dialog);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->AddStretchSpacer();
    row->Add(new wxButton(&dialog, wxID_CANCEL, bench.say("Keep the old version")), kit.inRow());
    auto* yes = new wxButton(&dialog, wxID_OK, bench.say("Check with the new version"));
    widgets::wear(*yes, widgets::Look::Primary);
    yes->SetDefault();
    row->Add(yes, wxSizerFlags());
    column.AddSpacer(kit.gap());
    column.Add(row, wxSizerFlags().Expand());
}

}  // namespace

void showVersionWindow(wxWindow* parent,
                       workbench::Bench& bench,
                       const forms::Guide& before,
                       const desk::VersionOffer& offer,
                       std::function<void()> goOver)
{
    auto* dialog = new wxDialog(parent, wxID_ANY, bench.say("Another version of the guide"));
    dialog->SetBackgroundColour(widgets::Theme::fromSystem().panel);
    const widgets::LayoutKit kit(*dialog);
    auto* column = new wxBoxSizer(wxVERTICAL);
    const auto heading = bench.say("{matter}: version {version} instead of {before}, in force since {date}",
                                   {{"matter", offer.newer->name()},
                                    {"version", offer.newer->version},
                                    {"before", before.version},
                                    {"date", base::formatDate(offer.newer->effectiveFrom)}});
    column->Add(new wxStaticText(dialog, wxID_ANY, widgets::wrapText(*dialog, heading, kit.ems(Width))),
                kit.inColumn());
    addText(*dialog, *column, bench.say("What is different"), differenceLines(bench, offer), Height);
    if (!offer.dropped.empty())
        addText(*dialog,
                *column,
                bench.say("What of this case does not apply any more"),
                droppedLines(bench, offer),
                FewHeight);
    addButtons(*dialog, bench, *column);
    auto* around = new wxBoxSizer(wxVERTICAL);
    around->Add(column, wxSizerFlags(1).Expand().Border(wxALL, kit.padding()));
    dialog->SetSizerAndFit(around);
    dialog->CentreOnParent();
    dialog->ShowWindowModalThenDo([dialog, goOver = std::move(goOver)](int answer) {
        dialog->Destroy();
        if (answer == wxID_OK)
            goOver();
    });
}

}  // namespace intake
