#include <kit/page_strip.h>

#include <kit/card_speech.h>

#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/looks.h>
#include <widgets/theme.h>

#include <wx/dc.h>

#include <algorithm>

namespace kit {

namespace {

constexpr std::size_t MostThumbnails = 80;
constexpr double ThumbnailWidth = 6.5;
constexpr double ThumbnailHeight = 9;
constexpr double RowHeight = 11;

std::string keyOf(const PageSource& source)
{
    return source.key + "/" + std::to_string(static_cast<int>(source.rotation));
}

wxImage turned(const wxImage& image, Rotation rotation)
{
    switch (rotation) {
    case Rotation::None: return image;
    case Rotation::Quarter: return image.Rotate90(true);
    case Rotation::Half: return image.Rotate180();
    case Rotation::ThreeQuarters: return image.Rotate90(false);
    }
    return image;
}

}  // namespace

class PageStrip::Model : public wxDataViewVirtualListModel
{
  public:
    unsigned int GetColumnCount() const override { return 1; }

    wxString GetColumnType(unsigned int) const override { return "long"; }

    void GetValueByRow(wxVariant& value, unsigned int row, unsigned int) const override
    {
        value = static_cast<long>(row);
    }

    bool SetValueByRow(const wxVariant&, unsigned int, unsigned int) override { return false; }
};

/// Paints one page: the picture with its frame, the label under it.
class PageStrip::Renderer : public wxDataViewCustomRenderer
{
  public:
    explicit Renderer(PageStrip& strip)
        : wxDataViewCustomRenderer("long", wxDATAVIEW_CELL_INERT, wxALIGN_LEFT)
        , m_strip(strip)
    {}

    bool SetValue(const wxVariant& value) override
    {
        m_row = static_cast<std::size_t>(value.GetLong());
        return m_row < m_strip.m_pages.size();
    }

    bool GetValue(wxVariant& value) const override
    {
        value = static_cast<long>(m_row);
        return true;
    }

    wxSize GetSize() const override
    {
        const widgets::LayoutKit kit(m_strip);
        return {kit.ems(ThumbnailWidth), kit.ems(RowHeight)};
    }

    bool Render(wxRect cell, wxDC* dc, int state) override
    {
        if (m_row >= m_strip.m_pages.size())
            return false;
        const widgets::LayoutKit kit(m_strip);
        const auto theme = widgets::Theme::fromSystem();
        const auto& page = m_strip.m_pages[m_row];
        cell.width = m_strip.GetClientSize().x - cell.x;
        const bool isChosen = (state & wxDATAVIEW_CELL_SELECTED) != 0;
        dc->SetPen(*wxTRANSPARENT_PEN);
        dc->SetBrush(isChosen ? theme.selection : theme.panel);
        dc->DrawRectangle(cell);
        wxRect picture(0, cell.y + kit.smallGap(), kit.ems(ThumbnailWidth), kit.ems(ThumbnailHeight));
        picture.x = cell.x + (cell.width - picture.width) / 2;
        if (const auto* bitmap = m_strip.thumbnail(m_row)) {
            const wxRect own = wxRect(bitmap->GetSize()).CentreIn(picture);
            dc->DrawBitmap(*bitmap, own.GetTopLeft());
            picture = own;
        }
        dc->SetBrush(*wxTRANSPARENT_BRUSH);
        dc->SetPen(wxPen(isChosen                              ? theme.accent
                         : page.tone == widgets::Tone::Neutral ? theme.line
                                                               : theme.strip(page.tone),
                         kit.hair()));
        dc->DrawRectangle(picture.Inflate(kit.hair()));
        dc->SetFont(widgets::fontFor(widgets::TextRole::Small));
        dc->SetTextForeground(theme.muted);
        const wxRect under(cell.x, cell.y + kit.ems(ThumbnailHeight + 0.4), cell.width, kit.ems(1.4));
        dc->DrawLabel(page.label, under, wxALIGN_CENTRE);
        return true;
    }

  private:
    PageStrip& m_strip;
    std::size_t m_row = 0;
};

PageStrip::PageStrip(wxWindow* parent, const wxString& name, UiTasks& tasks)
    : wxDataViewCtrl(parent,
                     wxID_ANY,
                     wxDefaultPosition,
                     wxDefaultSize,
                     wxDV_SINGLE | wxDV_NO_HEADER | wxDV_VARIABLE_LINE_HEIGHT | wxBORDER_NONE)
    , m_tasks(tasks)
    , m_model(new Model)
{
    AssociateModel(m_model.get());
    auto* column = new wxDataViewColumn(wxString(), new Renderer(*this), 0, wxCOL_WIDTH_DEFAULT);
    AppendColumn(column);
    speakCards(*column, m_labels);
    widgets::setAccessibleName(*this, name);
    widgets::wear(*this, widgets::Look::Cards);
    Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { selectionChanged(); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) { key(event); });
}

void PageStrip::show(std::vector<StripPage> pages)
{
    const auto before = std::find_if(
        m_pages.begin(), m_pages.end(), [this](const StripPage& page) { return page.id == m_chosen; });
    const auto row = static_cast<std::size_t>(before - m_pages.begin());
    m_filling = true;
    m_pages = std::move(pages);
    m_labels.clear();
    for (const auto& page : m_pages) {
        Card label;
        label.id = page.id;
        label.title = page.label;
        m_labels.push_back(std::move(label));
    }
    m_model->Reset(static_cast<unsigned int>(m_pages.size()));
    m_filling = false;
    const auto same = std::find_if(
        m_pages.begin(), m_pages.end(), [this](const StripPage& page) { return page.id == m_chosen; });
    if (same != m_pages.end())
        chooseRow(static_cast<std::size_t>(same - m_pages.begin()));
    else if (m_chosen && !m_pages.empty())
        chooseRow(std::min(row, m_pages.size() - 1));
    else
        m_chosen.reset();
}

void PageStrip::chooseRow(std::size_t row)
{
    m_filling = true;
    const auto item = m_model->GetItem(static_cast<unsigned int>(row));
    SetCurrentItem(item);
    Select(item);
    EnsureVisible(item);
    m_chosen = m_pages[row].id;
    m_filling = false;
}

void PageStrip::choose(const std::string& id)
{
    for (std::size_t row = 0; row < m_pages.size(); ++row)
        if (m_pages[row].id == id)
            chooseRow(row);
}

void PageStrip::selectionChanged()
{
    if (m_filling || !GetSelection().IsOk())
        return;
    const auto row = m_model->GetRow(GetSelection());
    if (row >= m_pages.size() || m_chosen == m_pages[row].id)
        return;
    m_chosen = m_pages[row].id;
    if (onChosen)
        onChosen(std::string(*m_chosen));
}

void PageStrip::key(wxKeyEvent& event)
{
    const int code = event.GetKeyCode();
    const bool moves = event.GetModifiers() == wxMOD_ALT && (code == WXK_UP || code == WXK_DOWN);
    if (m_chosen && moves && onMove)
        onMove(std::string(*m_chosen), code == WXK_UP ? -1 : 1);
    else if (m_chosen && code == WXK_DELETE && onDelete)
        onDelete(std::string(*m_chosen));
    else
        event.Skip();
}

const wxBitmap* PageStrip::thumbnail(std::size_t row)
{
    const auto& page = m_pages[row];
    const auto key = keyOf(page.source);
    const auto found = std::find_if(
        m_thumbnails.begin(), m_thumbnails.end(), [&key](const Thumbnail& each) { return each.key == key; });
    if (found == m_thumbnails.end()) {
        request(page);
        return nullptr;
    }
    m_thumbnails.splice(m_thumbnails.begin(), m_thumbnails, found);
    return &m_thumbnails.front().bitmap;
}

void PageStrip::request(const StripPage& page)
{
    const auto key = keyOf(page.source);
    if (!m_asked.insert(key).second)
        return;
    const int wanted = widgets::LayoutKit(*this).ems(ThumbnailHeight);
    m_tasks.run(
        this,
        [read = page.source.read, wanted](std::stop_token stop) -> base::Result<DecodedPage> {
            const auto bytes = read(stop);
            if (!bytes)
                return base::passOn(bytes);
            return decodePage(*bytes, wanted);
        },
        [this, key, rotation = page.source.rotation](base::Result<DecodedPage> decoded) {
            take(key, rotation, std::move(decoded));
        });
}

void PageStrip::take(const std::string& key, Rotation rotation, base::Result<DecodedPage> page)
{
    // What cannot be shown small is told where it is shown large.
    if (!page || !page->pixels.IsOk())
        return;
    m_asked.erase(key);
    const widgets::LayoutKit kit(*this);
    auto image = turned(page->pixels, rotation);
    const double scale = std::min(static_cast<double>(kit.ems(ThumbnailWidth)) / image.GetWidth(),
                                  static_cast<double>(kit.ems(ThumbnailHeight)) / image.GetHeight());
    image.Rescale(std::max(1, static_cast<int>(image.GetWidth() * scale)),
                  std::max(1, static_cast<int>(image.GetHeight() * scale)),
                  wxIMAGE_QUALITY_BILINEAR);
    m_thumbnails.push_front({key, wxBitmap(image)});
    if (m_thumbnails.size() > MostThumbnails)
        m_thumbnails.pop_back();
    for (std::size_t row = 0; row < m_pages.size(); ++row)
        if (keyOf(m_pages[row].source) == key)
            m_model->RowChanged(static_cast<unsigned int>(row));
}

}  // namespace kit
