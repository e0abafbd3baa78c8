#pragma once

#include <intake/case_session.h>
#include <intake/scan_bar.h>

#include <desk/material_line.h>
#include <kit/page_pane.h>
#include <kit/page_strip.h>
#include <workbench/points_panel.h>
#include <workbench/settled_text.h>

#include <wx/panel.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class wxStaticText;
class wxTextCtrl;

namespace intake {

/// One material: its pages as thumbnails and one of them large, what is to be looked at on them, and how it is
/// scanned. Files can be dropped on it.
class MaterialSheet : public wxPanel
{
  public:
    MaterialSheet(wxWindow* parent, workbench::Bench& bench, CaseSession& session);

    void showMaterial(const desk::MaterialPlace& place);
    void refresh();
    void collect();  ///< what is being typed here is handed on at once

    [[nodiscard]] const desk::MaterialPlace& place() const { return m_place; }

    [[nodiscard]] std::optional<base::PageId> chosenPage() const;
    void choosePage(base::PageId page);
    void focusPoint(const std::string& point);

    void enter() { m_scan->enter(); }

    [[nodiscard]] std::optional<scanner::ScanRequest> scanRequest() const { return m_scan->request(); }

    void whenScannerFound(std::function<void()> then) { m_scan->whenFound(std::move(then)); }

    // What can be done with the chosen page; nothing happens when there is none.
    void addFiles(const std::vector<std::filesystem::path>& files);
    void rotate(int degrees);
    void discard();
    void movePage(int by);

    std::function<void(base::PageId)> onDiscard;    ///< asked for
    std::function<void(base::PageId)> onDiscarded;  ///< done

  private:
    void build();
    void showPages();
    void showPage();
    void showPoints();
    void showTerms();
    void saveFact(const std::string& typed);
    void turn(int by);
    [[nodiscard]] const forms::Material* material() const;
    [[nodiscard]] std::vector<const forms::Page*> pages() const;

    workbench::Bench& m_bench;
    CaseSession& m_session;
    desk::MaterialPlace m_place;
    ScanBar* m_scan;
    wxStaticText* m_terms;
    wxStaticText* m_factLabel;
    wxTextCtrl* m_fact;
    std::unique_ptr<workbench::SettledText> m_factTyped;
    kit::PageStrip* m_strip;
    kit::PagePane* m_pane;
    wxStaticText* m_empty;
    workbench::PointsPanel* m_points;
    std::string m_shown;  ///< id of the page on the canvas with its turn
};

}  // namespace intake
