#pragma once

#include <forms/guide.h>
#include <i18n/language.h>

#include <kit/attention_bar.h>
#include <kit/busy_strip.h>
#include <kit/card_list.h>
#include <kit/nav_bar.h>
#include <kit/page_pane.h>
#include <kit/sheet_tabs.h>
#include <kit/ui_tasks.h>
#include <widgets/form_view.h>
#include <widgets/looks.h>
#include <widgets/segment_choice.h>

#include <wx/frame.h>

#include <string>

namespace gallery {

/// All of the kit in the places it will have in the windows: intake, and with `page` = review the reviewer's.
class GalleryFrame : public wxFrame
{
  public:
    GalleryFrame(const forms::Guide& guide,
                 std::string page,
                 i18n::Language language,
                 const std::string& sheet);
    ~GalleryFrame() override;

  private:
    [[nodiscard]] wxString say(const char* english, const char* chinese) const;
    wxSizer* topLine();
    wxWindow* navigation();
    wxWindow* needs(wxWindow* parent);
    wxWindow* middle(wxWindow* parent, const std::string& sheet);
    wxWindow* findings(wxWindow* parent);
    wxWindow* cases(wxWindow* parent);
    wxWindow* points(wxWindow* parent);
    wxSizer* actions(bool review);
    void showSheet(bool form);
    void showPage();
    void validate(widgets::ProblemScope scope);
    void startWork();
    void pretendIdCard();

    forms::Guide m_guide;
    std::string m_page;
    i18n::Language m_language;
    kit::UiTasks m_tasks{2};
    kit::AttentionBar* m_attention = nullptr;
    widgets::FormView* m_form = nullptr;
    kit::PagePane* m_pane = nullptr;
    kit::CardList* m_findings = nullptr;
    wxStaticText* m_status = nullptr;
    kit::SheetTabs* m_tabs = nullptr;
};

}  // namespace gallery
