#include <intake/guide_sheet.h>

#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/theme.h>

#include <wx/sizer.h>
#include <wx/textctrl.h>

#include <algorithm>
#include <utility>

namespace intake {

GuideSheet::GuideSheet(wxWindow* parent, workbench::Bench& bench)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER)
    , m_bench(bench)
{
    const widgets::LayoutKit kit(*this);
    SetBackgroundColour(widgets::Theme::fromSystem().panel);
    m_text = new wxTextCtrl(this,
                            wxID_ANY,
                            wxString(),
                            wxDefaultPosition,
                            wxDefaultSize,
                            wxTE_MULTILINE | wxTE_READONLY | wxTE_RICH2 | wxBORDER_NONE);
    widgets::setAccessibleName(*m_text, bench.say("About this matter"));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_text, wxSizerFlags(1).Expand().Border(wxALL, kit.padding()));
    SetSizer(column);
}

void GuideSheet::show(std::shared_ptr<const forms::Guide> guide,
                      const forms::Answers& answers,
                      std::optional<base::Timestamp> received)
{
    if (m_guide && m_guide->sha256 == guide->sha256 && m_answers == answers)
        return;
    if (m_guide && m_guide->sha256 != guide->sha256)
        m_text->SetInsertionPoint(0);
    m_guide = guide;
    m_answers = answers;
    m_bench.counter().run(
        this,
        [guide = std::move(guide), answers, received, language = m_bench.language()](workbench::Desks& desks,
                                                                                     std::stop_token) {
            return desks.guides.about(*guide, answers, received, language);
        },
        [this](const base::Result<std::vector<desk::SheetSection>>& sections) {
            if (sections) {
                write(*sections);
                return;
            }
            m_guide.reset();
            m_bench.tell(sections.error());
        });
}

void GuideSheet::clear()
{
    m_guide.reset();
    m_text->Clear();
}

void GuideSheet::write(const std::vector<desk::SheetSection>& sections)
{
    const auto place = m_text->GetInsertionPoint();
    const wxTextAttr title(wxNullColour, wxNullColour, m_text->GetFont().Bold());
    const wxTextAttr plain(wxNullColour, wxNullColour, m_text->GetFont());
    m_text->Freeze();
    m_text->Clear();
    for (const auto& section : sections) {
        m_text->SetDefaultStyle(title);
        m_text->AppendText(wxString::FromUTF8(section.title + "\n"));
        m_text->SetDefaultStyle(plain);
        for (const auto& line : section.lines)
            m_text->AppendText(wxString::FromUTF8("　" + line + "\n"));
        m_text->AppendText("\n");
    }
    m_text->Thaw();
    m_text->SetInsertionPoint(std::min(place, m_text->GetLastPosition()));
    m_text->ShowPosition(m_text->GetInsertionPoint());
}

}  // namespace intake
