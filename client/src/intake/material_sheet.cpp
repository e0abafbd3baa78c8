#include <intake/material_sheet.h>

#include <desk/person_name.h>
#include <forms/printed_date.h>
#include <workbench/pane_texts.h>

#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/theme.h>
#include <widgets/wrap_text.h>

#include <wx/dnd.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace intake {

namespace {

constexpr double StripWidth = 9;
constexpr double PointsHeight = 12;
constexpr double DateWidth = 8;

class FileDrop : public wxFileDropTarget
{
  public:
    explicit FileDrop(MaterialSheet& sheet)
        : m_sheet(sheet)
    {}

    bool OnDropFiles(wxCoord, wxCoord, const wxArrayString& names) override
    {
        std::vector<std::filesystem::path> files;
        for (const auto& name : names)
            files.emplace_back(name.utf8_string());
        m_sheet.addFiles(files);
        return true;
    }

  private:
    MaterialSheet& m_sheet;
};

}  // namespace

MaterialSheet::MaterialSheet(wxWindow* parent, workbench::Bench& bench, CaseSession& session)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER)
    , m_bench(bench)
    , m_session(session)
{
    SetBackgroundColour(widgets::Theme::fromSystem().ground);
    build();
    SetDropTarget(new FileDrop(*this));
}

void MaterialSheet::build()
{
    const widgets::LayoutKit kit(*this);
    const auto theme = widgets::Theme::fromSystem();
    auto* column = new wxBoxSizer(wxVERTICAL);
    m_scan = new ScanBar(this, m_bench);
    column->Add(m_scan, wxSizerFlags().Expand());
    auto* terms = new wxBoxSizer(wxHORIZONTAL);
    m_terms =
        new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    m_terms->SetForegroundColour(theme.muted);
    terms->Add(m_terms, wxSizerFlags(1).CentreVertical().Border(wxLEFT, kit.gap()));
    m_factLabel = new wxStaticText(this, wxID_ANY, wxString());
    terms->Add(m_factLabel, kit.inRow());
    m_fact = new wxTextCtrl(this,
                            wxID_ANY,
                            wxString(),
                            wxDefaultPosition,
                            wxSize(kit.ems(DateWidth), kit.controlHeight()),
                            wxTE_PROCESS_ENTER);
    m_factTyped = std::make_unique<workbench::SettledText>(
        *m_fact, [this](const std::string& typed) { saveFact(typed); });
    terms->Add(m_fact, kit.inRow());
    column->Add(terms, wxSizerFlags().Expand().Border(wxBOTTOM, kit.smallGap()));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_strip = new kit::PageStrip(this, m_bench.say("Pages"), m_bench.pixels());
    m_strip->SetMinSize(wxSize(kit.ems(StripWidth), -1));
    m_strip->onChosen = [this](const std::string&) { showPage(); };
    m_strip->onMove = [this](const std::string&, int by) { movePage(by); };
    m_strip->onDelete = [this](const std::string&) { discard(); };
    row->Add(m_strip, wxSizerFlags().Expand());
    m_pane = new kit::PagePane(this, m_bench.pixels(), workbench::paneTexts(m_bench));
    m_pane->onTurn = [this](int by) { turn(by); };
    m_pane->canvas().onFailed = [this](const base::Error& error) { m_bench.tell(error); };
    row->Add(m_pane, wxSizerFlags(1).Expand());
    m_empty =
        new wxStaticText(this,
                         wxID_ANY,
                         m_bench.say("No page yet. Scan with F6, add files with F4, or drop them here."),
                         wxDefaultPosition,
                         wxDefaultSize,
                         wxALIGN_CENTRE_HORIZONTAL | wxST_NO_AUTORESIZE);
    m_empty->SetForegroundColour(theme.muted);
    row->Add(m_empty, wxSizerFlags(1).CentreVertical());
    column->Add(row, wxSizerFlags(1).Expand());
    m_points = new workbench::PointsPanel(this, m_bench, m_bench.say("Review points"));
    m_points->SetMinSize(wxSize(-1, kit.ems(PointsHeight)));
    m_points->onVerdict([this](const std::string& id, const std::string& verdict) {
        const auto point = id.substr(id.find('/') + 1);
        m_session.step([caseId = m_session.id(), place = m_place, point, pass = verdict == "pass"](
                           desk::IntakeDesk& desk) {
            return desk.recordPoint(
                caseId, place, point, pass ? forms::PointVerdict::Pass : forms::PointVerdict::Fail, {});
        });
    });
    m_points->onNote([this](const std::string& id, const std::string& note) {
        const auto point = id.substr(id.find('/') + 1);
        m_session.step([caseId = m_session.id(), place = m_place, point, note](desk::IntakeDesk& desk) {
            return desk.recordPoint(caseId, place, point, forms::PointVerdict::Fail, note);
        });
    });
    column->Add(m_points, wxSizerFlags().Expand());
    SetSizer(column);
}

const forms::Material* MaterialSheet::material() const
{
    return m_session.view().guide->findMaterial(m_place.material);
}

std::vector<const forms::Page*> MaterialSheet::pages() const
{
    return desk::pagesOf(m_session.view().draft, m_place);
}

void MaterialSheet::showMaterial(const desk::MaterialPlace& place)
{
    collect();  // while it is still known for which material
    m_place = place;
    m_factTyped->begin();
    m_shown.clear();
    refresh();
}

void MaterialSheet::refresh()
{
    showPages();
    showPoints();
    showTerms();
    Layout();
}

void MaterialSheet::collect()
{
    m_factTyped->settle();
    m_points->collect();
}

void MaterialSheet::showPages()
{
    std::vector<kit::StripPage> strip;
    int number = 0;
    for (const auto* page : pages())
        strip.push_back({page->id.toString(),
                         m_bench.pageSource(*page),
                         m_bench.say("Page {number}", {{"number", std::to_string(++number)}}),
                         page->flags.empty() ? widgets::Tone::Neutral : widgets::Tone::Warn});
    const bool none = strip.empty();
    const auto first = none ? std::string() : strip.front().id;
    m_strip->show(std::move(strip));
    if (!none && !m_strip->chosen())
        m_strip->choose(first);
    m_strip->Show(!none);
    m_pane->Show(!none);
    m_empty->Show(none);
    if (none)
        m_pane->canvas().clear();
    showPage();
}

std::optional<base::PageId> MaterialSheet::chosenPage() const
{
    const auto chosen = m_strip->chosen();
    return chosen ? base::PageId::parse(*chosen) : std::nullopt;
}

void MaterialSheet::choosePage(base::PageId page)
{
    m_strip->choose(page.toString());
    showPage();
}

void MaterialSheet::showPage()
{
    const auto id = chosenPage();
    const auto all = pages();
    for (std::size_t i = 0; i < all.size(); ++i)
        if (id && all[i]->id == *id) {
            const auto source = m_bench.pageSource(*all[i]);
            const auto shown = all[i]->id.toString() + std::to_string(static_cast<int>(source.rotation))
                               + std::to_string(i) + "/" + std::to_string(all.size());
            if (shown == m_shown)
                return;
            m_shown = shown;
            m_pane->show(source, wxString::Format("%zu / %zu", i + 1, all.size()));
            m_pane->setMarks({});
            return;
        }
}

void MaterialSheet::turn(int by)
{
    const auto all = pages();
    const auto id = chosenPage();
    for (std::size_t i = 0; i < all.size(); ++i)
        if (id && all[i]->id == *id) {
            const auto next = static_cast<long>(i) + by;
            if (next >= 0 && next < static_cast<long>(all.size()))
                choosePage(all[static_cast<std::size_t>(next)]->id);
            return;
        }
}

void MaterialSheet::showPoints()
{
    const auto* wanted = material();
    workbench::PointGroup group{m_bench.say("Review points"), {}};
    if (wanted != nullptr)
        for (const auto& point : wanted->points) {
            workbench::PointRow row;
            row.id = wanted->id + "/" + point.id;
            row.text = wxString::FromUTF8(point.text);
            row.readOnly = !m_session.takesPages(m_place.material);
            if (const auto* entry = m_session.view().draft.findMaterial(m_place.material, m_place.party))
                for (const auto& recorded : entry->points)
                    if (recorded.id == point.id && recorded.verdict != forms::PointVerdict::Open) {
                        row.verdict = recorded.verdict == forms::PointVerdict::Pass ? "pass" : "fail";
                        row.note = wxString::FromUTF8(recorded.note);
                        row.aside = m_bench.say("recorded by {user}",
                                                {{"user", desk::personName(m_bench.user(), recorded.by)}});
                    }
            group.rows.push_back(std::move(row));
        }
    m_points->Show(!group.rows.empty());
    m_points->show({std::move(group)});
}

void MaterialSheet::focusPoint(const std::string& point)
{
    m_points->focusPoint(m_place.material + "/" + point);
}

void MaterialSheet::showTerms()
{
    const auto* wanted = material();
    wxString terms;
    if (wanted == nullptr)
        terms = m_bench.say("These pages belong to no material yet. Move them to theirs.");
    else if (!wanted->standard.empty())
        terms = m_bench.say("Originals {originals}, copies {copies}. {standard}",
                            {{"originals", std::to_string(wanted->originals)},
                             {"copies", std::to_string(wanted->copies)},
                             {"standard", wanted->standard}});
    else
        terms = m_bench.say(
            "Originals {originals}, copies {copies}.",
            {{"originals", std::to_string(wanted->originals)}, {"copies", std::to_string(wanted->copies)}});
    m_terms->SetLabelText(terms);
    m_terms->SetToolTip(terms);
    const bool asked = wanted != nullptr && wanted->validity;
    m_factLabel->Show(asked);
    m_fact->Show(asked);
    if (!asked)
        return;
    const auto label =
        wanted->validity->field == "valid_to" ? m_bench.say("Valid until") : m_bench.say("Issued on");
    m_factLabel->SetLabelText(label);
    widgets::setAccessibleName(*m_fact, label);
    m_fact->Enable(m_session.takesPages(m_place.material));
    const auto* entry = m_session.view().draft.findMaterial(m_place.material, m_place.party);
    const auto known = entry == nullptr ? std::string() : [&] {
        const auto fact = entry->facts.find(wanted->validity->field);
        return fact == entry->facts.end() ? std::string() : fact->second;
    }();
    m_factTyped->show(known);
}

void MaterialSheet::saveFact(const std::string& typed)
{
    const auto* wanted = material();
    if (wanted == nullptr || !wanted->validity)
        return;
    const auto day = forms::readDay(typed);
    m_session.step([id = m_session.id(),
                    place = m_place,
                    name = wanted->validity->field,
                    value = day ? base::formatDate(*day) : typed](desk::IntakeDesk& desk) {
        return desk.recordFact(id, place, name, value);
    });
}

void MaterialSheet::addFiles(const std::vector<std::filesystem::path>& files)
{
    if (!m_session.takesPages(m_place.material) || files.empty())
        return;
    m_session.step([id = m_session.id(), place = m_place, files](desk::IntakeDesk& desk) {
        return desk.attach(id, place, files);
    });
}

void MaterialSheet::rotate(int degrees)
{
    if (const auto page = chosenPage(); page && m_session.takesPages(m_place.material))
        m_session.step([id = m_session.id(), page = *page, degrees](desk::IntakeDesk& desk) {
            return desk.rotatePage(id, page, degrees);
        });
}

void MaterialSheet::discard()
{
    const auto page = chosenPage();
    if (!page || !m_session.takesPages(m_place.material))
        return;
    if (onDiscard)
        onDiscard(*page);
    m_session.step(
        [id = m_session.id(), page = *page](desk::IntakeDesk& desk) { return desk.discardPage(id, page); },
        [this, page = *page] {
            if (onDiscarded)
                onDiscarded(page);
        });
}

void MaterialSheet::movePage(int by)
{
    const auto chosen = chosenPage();
    if (!chosen || !m_session.takesPages(m_place.material))
        return;
    // Where it is now is asked in the lane: two quick keys move it by two.
    m_session.step([id = m_session.id(), page = *chosen, place = m_place, by](
                       desk::IntakeDesk& desk) -> base::Result<desk::CaseView> {
        auto now = desk.reload(id);
        if (!now)
            return now;
        const auto all = desk::pagesOf(now->draft, place);
        const auto at = std::find_if(
            all.begin(), all.end(), [page](const forms::Page* each) { return each->id == page; });
        const auto next = at - all.begin() + by;
        if (at == all.end() || next < 0 || next >= static_cast<std::ptrdiff_t>(all.size()))
            return now;
        return desk.movePage(id, page, place, static_cast<std::size_t>(next));
    });
}

}  // namespace intake
