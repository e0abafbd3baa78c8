#pragma once

#include <forms/form.h>
#include <i18n/language.h>
#include <widgets/form_view.h>

#include <wx/frame.h>

#include <filesystem>
#include <vector>

class wxBoxSizer;
class wxStaticText;

namespace gallery {

/// Shows the hand-made forms of a folder one after the other, each judged while it is typed.
class FormsFrame : public wxFrame
{
  public:
    FormsFrame(const std::filesystem::path& folder, i18n::Language language);

  private:
    void showForm(std::size_t index);

    std::vector<std::filesystem::path> m_files;
    i18n::Language m_language;
    std::size_t m_index = 0;
    wxStaticText* m_name;
    widgets::FormView* m_view = nullptr;
    wxBoxSizer* m_column;
};

}  // namespace gallery
