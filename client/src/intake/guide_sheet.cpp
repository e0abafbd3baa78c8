#include <intake/guide_sheet.h>

#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/theme.h>
#include <widgets/wrap_text.h>

#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace intake {

namespace {

void addPart(wxString& text, const wxString& title, const std::vector<std::string>& lines)
{
    if (lines.empty())
        return;
    text += title + "\n";
    for (const auto& line : lines)
        text += wxString::FromUTF8("　" + line + "\n");
    text += "\n";
}

std::vector<std::string> feesOf(const workbench::Bench& bench, const forms::Guide& guide)
{
    std::vector<std::string> lines;
    for (const auto& fee : guide.fees) {
        const auto amount = fee.amount ? wxString::Format("%g", *fee.amount).utf8_string() : std::string();
        lines.push_back(
            bench
                .say("{fee}: {amount} {unit} {note}",
                     {{"fee", fee.name}, {"amount", amount}, {"unit", fee.unit}, {"note", fee.note}})
                .utf8_string());
    }
    return lines;
}

wxString textOf(const workbench::Bench& bench, const forms::Guide& guide)
{
    wxString text;
    addPart(text, bench.say("Conditions"), guide.conditions);
    std::vector<std::string> materials;
    for (const auto& material : guide.materials)
        materials.push_back(material.name);
    addPart(text, bench.say("Materials"), materials);
    addPart(text, bench.say("Fees"), feesOf(bench, guide));
    std::vector<std::string> results;
    for (const auto& result : guide.results)
        results.push_back(result.name);
    addPart(text, bench.say("Results"), results);
    addPart(text, bench.say("Way through the house"), guide.flow);
    addPart(text, bench.say("Legal basis"), guide.legalBasis);
    addPart(text, bench.say("Department"), {guide.department.name});
    return text;
}

}  // namespace

GuideSheet::GuideSheet(wxWindow* parent, workbench::Bench& bench, const forms::Guide& guide)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER)
{
    const widgets::LayoutKit kit(*this);
    SetBackgroundColour(widgets::Theme::fromSystem().panel);
    auto* text = new wxTextCtrl(this,
                                wxID_ANY,
                                textOf(bench, guide),
                                wxDefaultPosition,
                                wxDefaultSize,
                                wxTE_MULTILINE | wxTE_READONLY | wxBORDER_NONE);
    widgets::setAccessibleName(*text, bench.say("About this matter"));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(text, wxSizerFlags(1).Expand().Border(wxALL, kit.padding()));
    SetSizer(column);
}

}  // namespace intake
