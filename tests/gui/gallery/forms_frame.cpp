#include "forms_frame.h"

#include <widgets/layout_kit.h>
#include <widgets/theme.h>

#include <nlohmann/json.hpp>

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>
#include <fstream>
#include <iostream>

namespace gallery {

FormsFrame::FormsFrame(const std::filesystem::path& folder, i18n::Language language)
    : wxFrame(nullptr, wxID_ANY, "onewindow-gallery", wxPoint(0, 0), wxSize(1366, 768))
    , m_language(language)
    , m_name(new wxStaticText(this, wxID_ANY, wxString()))
    , m_column(new wxBoxSizer(wxVERTICAL))
{
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        m_files.push_back(entry.path());
    std::sort(m_files.begin(), m_files.end());
    SetBackgroundColour(widgets::Theme::fromSystem().panel);
    const widgets::LayoutKit kit(*this);
    auto* next = new wxButton(this, wxID_ANY, "Next form");
    next->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { showForm((m_index + 1) % m_files.size()); });
    auto* line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(m_name, kit.inRow());
    line->Add(next, kit.inRow());
    m_column->Add(line, wxSizerFlags().Border(wxALL, kit.gap()));
    SetSizer(m_column);
    showForm(0);
}

void FormsFrame::showForm(std::size_t index)
{
    m_index = index;
    std::ifstream file(m_files[index], std::ios::binary);
    const auto json = nlohmann::ordered_json::parse(file);
    const auto form =
        forms::Form::make("form", json["name"].get<std::string>(), json["schema"].dump(), json["ui"].dump());
    if (!form) {
        std::cerr << m_files[index] << ": " << base::describe(form.error()) << "\n";
        Close();
        return;
    }
    for (const auto& remark : form->remarks())
        std::cerr << m_files[index] << ": " << remark.path << "\n";
    if (m_view != nullptr)
        m_view->Destroy();
    m_view = new widgets::FormView(this, *form, m_language);
    m_column->Add(m_view, wxSizerFlags(1).Expand());
    m_view->show(json.contains("data") ? forms::FormData::parse(json["data"].dump()).value()
                                       : form->initialData());
    m_view->onChange([this, form = *form](const std::string&) {
        m_view->showProblems(form.validate(m_view->data()), widgets::ProblemScope::Visited);
    });
    m_name->SetLabelText(wxString::FromUTF8(m_files[index].stem().string()));
    Layout();
}

}  // namespace gallery
