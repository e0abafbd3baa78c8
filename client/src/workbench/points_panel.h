#pragma once

#include <widgets/segment_choice.h>
#include <workbench/settled_text.h>

#include <wx/scrolwin.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class wxButton;
class wxStaticText;
class wxTextCtrl;

namespace kit {
class SectionHeader;
}

namespace workbench {

class Bench;

/// What is asked of a row.
enum class PointAsk {
    Passed,    ///< pass or fail, and what is wrong where it failed
    Corrected  ///< yes or no: does this revision do what a mark asked for
};

/// One review point (审查要点) to be judged.
struct PointRow {
    std::string id;  ///< "material/point"
    wxString text;
    wxString aside;                      ///< a second line: what somebody else found
    std::optional<std::string> verdict;  ///< "pass" or "fail"
    wxString note;
    bool readOnly = false;
    PointAsk ask = PointAsk::Passed;
};

struct PointGroup {
    wxString title;
    std::vector<PointRow> rows;
};

/// The checklist of clerk and reviewer: each point with pass and fail, and a note where it failed. UI thread.
class PointsPanel : public wxScrolledWindow
{
  public:
    using Listener = std::function<void(const std::string& id, const std::string& value)>;

    PointsPanel(wxWindow* parent, Bench& bench, const wxString& name);

    /// The same points again are brought up to date in place; focus and scroll stay. Calls no listener.
    void show(const std::vector<PointGroup>& groups);
    void focusPoint(const std::string& id);

    void onVerdict(Listener listener) { m_onVerdict = std::move(listener); }  ///< "pass" (yes) or "fail" (no)

    void onNote(Listener listener) { m_onNote = std::move(listener); }  ///< the hands rest, or leave the note

    /// Notes that are being typed are handed on at once.
    void collect();

  private:
    struct Row {
        std::string id;
        widgets::SegmentChoice* choice;
        wxStaticText* aside;
        wxTextCtrl* note;
        wxButton* words;  ///< beside the note
        std::unique_ptr<SettledText> noted;
    };

    void build(const std::vector<PointGroup>& groups);
    void addRow(const PointRow& point);
    void addNote(Row& row, const PointRow& point);
    void update(Row& row, const PointRow& point);
    [[nodiscard]] int textWidth() const;
    [[nodiscard]] bool isSame(const std::vector<PointGroup>& groups) const;

    Bench& m_bench;
    std::vector<Row> m_rows;
    std::vector<wxString> m_titles;
    Listener m_onVerdict;
    Listener m_onNote;
};

}  // namespace workbench
