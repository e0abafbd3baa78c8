#pragma once

#include <review/dossier_pages.h>

#include <desk/review_desk.h>
#include <kit/page_pane.h>

#include <wx/panel.h>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class wxStaticText;

namespace review {

/// The pages of a case, one large, with the marks on it; beside it, when wished, the same place of the revision
/// before. Turning goes through the whole case. Pages are fetched when they are looked at.
class PageView : public wxPanel
{
  public:
    PageView(wxWindow* parent, workbench::Bench& bench);

    /// Keeps the page in front when it is still there. The dossier outlives what is shown of it.
    void show(std::shared_ptr<const desk::Dossier> dossier);
    void clear();
    void turn(int by);
    void goToMaterial(const std::string& material);

    /// To the page a mark is on, or to what took its place in the newest revision, with the mark chosen.
    void goToMark(base::AnnotationId id);
    void setMarking(bool marking);
    [[nodiscard]] bool hasBefore() const;
    void setSideBySide(bool both);
    [[nodiscard]] std::optional<base::PageId> page() const;
    [[nodiscard]] std::string material() const;  ///< of the page in front; empty = none

    [[nodiscard]] std::optional<base::AnnotationId> chosenMark() const { return m_mark; }

    std::function<void(const forms::PercentBox&)> onDrawn;
    std::function<void()> onMark;  ///< another mark, or none, is chosen

  private:
    struct Place {
        const forms::CaseMaterial* material;
        const forms::Page* page;
        std::size_t index;  ///< within its material
    };

    void showPage();
    void showBefore(const Place& place);
    [[nodiscard]] const forms::Page* pageBefore(const Place& place) const;
    [[nodiscard]] wxString titleOf(const Place& place) const;
    [[nodiscard]] std::vector<kit::PageMark> marksOf(const forms::Page& page) const;
    [[nodiscard]] wxString labelOf(const forms::Annotation& mark) const;
    [[nodiscard]] kit::PageSource sourceOf(const forms::Page& page);

    workbench::Bench& m_bench;
    std::shared_ptr<DossierPages> m_reader;
    std::shared_ptr<const desk::Dossier> m_dossier;
    std::vector<Place> m_places;
    std::size_t m_at = 0;
    std::optional<base::AnnotationId> m_mark;
    bool m_both = false;
    wxStaticText* m_title;
    kit::PagePane* m_before;
    kit::PagePane* m_pane;
};

}  // namespace review
