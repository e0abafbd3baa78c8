#include <review/page_view.h>

#include <desk/review_mark.h>
#include <widgets/layout_kit.h>
#include <widgets/theme.h>
#include <workbench/pane_texts.h>

#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace review {

PageView::PageView(wxWindow* parent, workbench::Bench& bench)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER)
    , m_bench(bench)
    , m_reader(std::make_shared<DossierPages>(bench.surroundings()))
{
    const widgets::LayoutKit kit(*this);
    SetBackgroundColour(widgets::Theme::fromSystem().ground);
    m_title =
        new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    auto words = workbench::paneTexts(bench);
    m_pane = new kit::PagePane(this, bench.pixels(), words);
    words.page = bench.say("Page of the revision before");
    words.marks = bench.say("Marks on the revision before");
    m_before = new kit::PagePane(this, bench.pixels(), words);
    m_before->Hide();
    for (auto* pane : {m_pane, m_before}) {
        pane->onTurn = [this](int by) { turn(by); };
        pane->canvas().onFailed = [this](const base::Error& error) { m_bench.tell(error); };
    }
    m_pane->canvas().onDrawn = [this](const forms::PercentBox& box) {
        if (onDrawn)
            onDrawn(box);
    };
    const auto marked = [this](const std::string& id) {
        m_mark = base::AnnotationId::parse(id);
        if (onMark)
            onMark();
    };
    m_pane->onMarkChosen = marked;
    m_before->onMarkChosen = marked;
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(m_before, wxSizerFlags(1).Expand());
    row->Add(m_pane, wxSizerFlags(1).Expand());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_title, wxSizerFlags().Expand().Border(wxALL, kit.gap()));
    column->Add(row, wxSizerFlags(1).Expand());
    SetSizer(column);
    clear();
}

void PageView::clear()
{
    m_places.clear();
    m_dossier.reset();
    m_mark.reset();
    m_pane->Hide();
    m_before->Hide();
    m_title->SetLabelText(m_bench.say("Choose a case at the left."));
    Layout();
}

void PageView::show(std::shared_ptr<const desk::Dossier> dossier)
{
    const auto before = page();
    m_dossier = std::move(dossier);
    m_places.clear();
    m_mark.reset();
    const auto& sealed = m_dossier->newest().sealed;
    for (const auto& material : sealed.materials)
        for (std::size_t i = 0; i < material.pages.size(); ++i)
            if (const auto* found = sealed.findPage(material.pages[i]))
                m_places.push_back({&material, found, i});
    const auto same = std::find_if(
        m_places.begin(), m_places.end(), [&before](const Place& place) { return place.page->id == before; });
    m_at = same == m_places.end() ? 0 : static_cast<std::size_t>(same - m_places.begin());
    showPage();
}

std::optional<base::PageId> PageView::page() const
{
    return m_at < m_places.size() ? std::optional(m_places[m_at].page->id) : std::nullopt;
}

std::string PageView::material() const
{
    return m_at < m_places.size() ? m_places[m_at].material->id : std::string();
}

kit::PageSource PageView::sourceOf(const forms::Page& page)
{
    return {page.sha256.toString(),
            [reader = m_reader, digest = page.sha256](std::stop_token stop) {
                return reader->read(digest, stop);
            },
            static_cast<int>(page.dpi.value),
            workbench::rotationOf(page)};
}

wxString PageView::labelOf(const forms::Annotation& mark) const
{
    auto label = wxString::FromUTF8(mark.text);
    if (desk::markState(m_dossier->detail, mark) == desk::MarkState::Asked)
        label = m_bench.say(
            "{text} · corrected in revision {revision}?",
            {{"text", mark.text}, {"revision", std::to_string(m_dossier->detail.summary.revision)}});
    for (const auto* reply : desk::repliesTo(m_dossier->detail, mark.id))
        label += "\n"
                 + m_bench.say("{who} replied: {text}",
                               {{"who", m_dossier->detail.nameOf(reply->creator)}, {"text", reply->text}});
    return label;
}

std::vector<kit::PageMark> PageView::marksOf(const forms::Page& page) const
{
    std::vector<kit::PageMark> marks;
    for (const auto& annotation : m_dossier->detail.annotations)
        if (annotation.page == page.id && annotation.box
            && annotation.motivation == forms::Motivation::Assessing)
            marks.push_back({annotation.id.toString(),
                             *annotation.box,
                             annotation.settled ? widgets::Tone::Ok : widgets::Tone::Danger,
                             labelOf(annotation)});
    return marks;
}

wxString PageView::titleOf(const Place& place) const
{
    const auto* material = m_dossier->guide->findMaterial(place.material->id);
    if (material == nullptr)
        return {};
    return m_bench.say("{material} · page {page} of {pages}",
                       {{"material", material->name},
                        {"page", std::to_string(place.index + 1)},
                        {"pages", std::to_string(place.material->pages.size())}});
}

void PageView::showPage()
{
    const bool any = m_at < m_places.size();
    m_pane->Show(any);
    if (!any) {
        m_title->SetLabelText(m_bench.say("The case has no pages."));
        m_before->Hide();
        Layout();
        return;
    }
    const auto& place = m_places[m_at];
    m_title->SetLabelText(titleOf(place));
    m_pane->show(sourceOf(*place.page), wxString::Format("%zu / %zu", m_at + 1, m_places.size()));
    m_pane->setMarks(marksOf(*place.page));
    showBefore(place);
    Layout();
}

bool PageView::hasBefore() const
{
    return m_dossier && m_dossier->revisions.size() > 1;
}

/// Pages of a material keep their places from revision to revision.
const forms::Page* PageView::pageBefore(const Place& place) const
{
    if (!hasBefore())
        return nullptr;
    const auto& sealed = m_dossier->revisions[m_dossier->revisions.size() - 2].sealed;
    const auto* material = sealed.findMaterial(place.material->id, place.material->party);
    if (material == nullptr || place.index >= material->pages.size())
        return nullptr;
    return sealed.findPage(material->pages[place.index]);
}

void PageView::showBefore(const Place& place)
{
    const auto* before = m_both ? pageBefore(place) : nullptr;
    m_before->Show(before != nullptr);
    if (before == nullptr)
        return;
    m_before->show(
        sourceOf(*before),
        m_bench.say("Revision {revision}", {{"revision", std::to_string(m_dossier->revisions.size() - 1)}}));
    m_before->setMarks(marksOf(*before));
}

void PageView::goToMark(base::AnnotationId id)
{
    if (!m_dossier)
        return;
    const auto& marks = m_dossier->detail.annotations;
    const auto mark = std::find_if(
        marks.begin(), marks.end(), [id](const forms::Annotation& each) { return each.id == id; });
    if (mark == marks.end() || !mark->page)
        return;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const auto* before = pageBefore(m_places[i]);
        const bool now = m_places[i].page->id == *mark->page;
        if (!now && (before == nullptr || before->id != *mark->page))
            continue;
        m_at = i;
        m_mark = id;
        showPage();
        (now ? m_pane : m_before)->chooseMark(id.toString());
        return;
    }
}

void PageView::setSideBySide(bool both)
{
    m_both = both;
    if (m_dossier)
        showPage();
}

void PageView::turn(int by)
{
    const auto next = static_cast<long>(m_at) + by;
    if (next < 0 || next >= static_cast<long>(m_places.size()))
        return;
    m_at = static_cast<std::size_t>(next);
    m_mark.reset();
    showPage();
}

void PageView::goToMaterial(const std::string& material)
{
    const auto found = std::find_if(m_places.begin(), m_places.end(), [&material](const Place& place) {
        return place.material->id == material;
    });
    if (found != m_places.end() && m_places[m_at].material->id != material) {
        m_at = static_cast<std::size_t>(found - m_places.begin());
        showPage();
    }
}

void PageView::setMarking(bool marking)
{
    m_pane->canvas().setTool(marking ? kit::CanvasTool::Mark : kit::CanvasTool::Hand);
    if (marking)
        m_pane->canvas().SetFocus();
}

}  // namespace review
