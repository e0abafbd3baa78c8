#include <shell/main_frame.h>

#include <kit/busy_strip.h>
#include <kit/divider.h>
#include <shell/help_window.h>
#include <widgets/layout_kit.h>
#include <widgets/theme.h>

#include <wx/display.h>
#include <wx/sizer.h>

#include <algorithm>

namespace shell {

namespace {

constexpr double StartWidth = 108;  // in ems; a smaller screen is filled
constexpr double StartHeight = 57;

}  // namespace

MainFrame::MainFrame(workbench::Bench& bench, std::vector<Place> places, LoginSettings login)
    : wxFrame(nullptr, wxID_ANY, bench.say("OneWindow"))
    , m_bench(bench)
    , m_places(std::move(places))
    , m_loginSettings(std::move(login))
    , m_keeper(*this, bench)
    , m_idle([this] { lock(); })
{
    m_bench.setStage(this);
    m_keeper.onLine = [this](desk::LineState line) { lineIs(line); };
    m_keeper.onNews = [this](const desk::Round& round) { news(round); };
    m_keeper.onTrouble = [this](const base::Error& error) { m_bench.tell(error); };
    SetBackgroundColour(widgets::Theme::fromSystem().panel);
    build();
    restorePlace();
    bindKeys();
    Bind(wxEVT_CLOSE_WINDOW, &MainFrame::closing, this);
}

MainFrame::~MainFrame()
{
    m_bench.setStage(nullptr);
    DestroyChildren();  // before what they use
}

void MainFrame::build()
{
    auto* both = new wxBoxSizer(wxVERTICAL);
    m_login = new LoginPanel(
        this, m_bench, m_loginSettings, [this](const offline::SignedIn& signedIn) { loggedIn(signedIn); });
    both->Add(m_login, wxSizerFlags(1).Expand());
    m_work = new wxPanel(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER);
    auto* column = new wxBoxSizer(wxVERTICAL);
    m_title = new TitleLine(m_work, m_bench);
    column->Add(m_title, wxSizerFlags().Expand());
    column->Add(new kit::Divider(m_work, wxHORIZONTAL), wxSizerFlags().Expand());
    m_attention = new kit::AttentionBar(m_work, m_bench.say("Close the message"), [this](std::size_t more) {
        return m_bench.sayCount("{count} more message", "{count} more messages", more);
    });
    column->Add(m_attention, wxSizerFlags().Expand());
    for (auto* lane : {&m_bench.counter(), &m_bench.scanner(), &m_bench.line(), &m_bench.review()})
        column->Add(new kit::BusyStrip(m_work, lane->tasks(), m_bench.say("Cancel")),
                    wxSizerFlags().Expand());
    column->Add(new wxBoxSizer(wxHORIZONTAL), wxSizerFlags(1).Expand());
    m_work->SetSizer(column);
    m_work->Hide();
    both->Add(m_work, wxSizerFlags(1).Expand());
    SetSizer(both);
    m_login->begin({});
}

void MainFrame::addNavigation()
{
    auto* row = m_work->GetSizer()->GetItem(m_work->GetSizer()->GetItemCount() - 1)->GetSizer();
    std::vector<kit::NavItem> items;
    for (const auto& place : m_places)
        if (!place.activity || desk::takesPart(m_bench.user().roles, *place.activity))
            items.push_back(
                {place.id, place.icon, m_bench.say(place.label), place.id == workbench::place::Devices});
    m_current.clear();
    const auto first = items.front().id;
    m_nav = new kit::NavBar(m_work, m_bench.say("Places"), std::move(items));
    m_nav->onOpen([this](const std::string& id) { open(id); });
    row->Add(m_nav, wxSizerFlags().Expand());
    m_sheet = new wxPanel(m_work, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER);
    m_sheet->SetSizer(new wxBoxSizer(wxVERTICAL));
    row->Add(m_sheet, wxSizerFlags(1).Expand());
    open(first);
}

void MainFrame::restorePlace()
{
    const widgets::LayoutKit kit(*this);
    const auto place = m_bench.settings().place();
    if (place && wxDisplay::GetFromPoint(place->GetPosition() + wxSize(kit.em(), kit.em())) != wxNOT_FOUND) {
        SetSize(*place);
    } else {
        const auto room = wxDisplay(this).GetClientArea();
        SetSize(
            wxSize(std::min(kit.ems(StartWidth), room.width), std::min(kit.ems(StartHeight), room.height)));
        CentreOnScreen();
    }
    if (m_bench.settings().maximized())
        Maximize();
}

void MainFrame::bindKeys()
{
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) { key(event); });
    Bind(wxEVT_IDLE, [this](wxIdleEvent& event) {
        keepFocus();
        event.Skip();
    });
}

void MainFrame::keepFocus()
{
    auto* page = pageOf(m_current);
    if (page == nullptr || !m_work->IsShown() || !IsActive())
        return;
    if (const auto* focused = FindFocus(); focused == nullptr || !focused->IsShownOnScreen())
        page->SetFocus();
}

void MainFrame::key(wxKeyEvent& event)
{
    const int code = event.GetKeyCode();
    if (!m_work->IsShown() || wxGetTopLevelParent(wxWindow::FindFocus()) != this) {
        event.Skip();
        return;
    }
    if (code == WXK_F1) {
        openHelp();
        return;
    }
    if (event.GetModifiers() == wxMOD_CONTROL && code == 'L') {
        lock();
        return;
    }
    if (event.GetModifiers() == wxMOD_ALT && code >= '1' && code <= '9') {
        std::size_t wanted = static_cast<std::size_t>(code - '1');
        for (const auto& place : m_places)
            if ((!place.activity || desk::takesPart(m_bench.user().roles, *place.activity)) && wanted-- == 0)
                go({place.id, {}, {}, {}});
        return;
    }
    auto* page = pageOf(m_current);
    if (page == nullptr || !page->press(event))
        event.Skip();
}

workbench::WorkPage* MainFrame::pageOf(const std::string& id)
{
    const auto found = m_pages.find(id);
    return found == m_pages.end() ? nullptr : found->second;
}

void MainFrame::open(const std::string& id)
{
    const auto place =
        std::find_if(m_places.begin(), m_places.end(), [&id](const Place& each) { return each.id == id; });
    if (place == m_places.end() || m_sheet == nullptr)
        return;
    if (auto* before = pageOf(m_current))
        before->Hide();
    m_current = id;
    m_nav->open(id);
    auto*& page = m_pages[id];
    if (page == nullptr) {
        page = place->make(m_sheet, m_bench);
        m_sheet->GetSizer()->Add(page, wxSizerFlags(1).Expand());
    }
    page->Show();
    m_sheet->Layout();
    m_title->setHeadline(m_headlines[id]);
    page->enter();
}

void MainFrame::go(const workbench::Destination& destination)
{
    open(destination.place);
    if (auto* page = pageOf(destination.place))
        page->arrive(destination);
}

void MainFrame::show(kit::Attention attention)
{
    m_attention->show(std::move(attention));
}

void MainFrame::closeAttention(const std::string& key)
{
    m_attention->close(key);
}

void MainFrame::setHeadline(const std::string& place, const workbench::Headline& headline)
{
    m_headlines[place] = headline;
    if (place == m_current)
        m_title->setHeadline(headline);
}

void MainFrame::count(const std::string& place, std::size_t waiting)
{
    if (m_nav != nullptr)
        m_nav->count(place, waiting);
}

void MainFrame::sendNow()
{
    m_keeper.hurry();
    for (auto& [id, page] : m_pages)
        page->news();
}

void MainFrame::rebuild()
{
    saveAll([this] { onRebuild(); });
}

void MainFrame::saveAll(std::function<void()> done)
{
    // One after the other: each page says when its own is on disk.
    const auto left = std::make_shared<std::size_t>(m_pages.size());
    if (*left == 0) {
        done();
        return;
    }
    for (auto& [id, page] : m_pages)
        page->save([left, done] {
            if (--*left == 0)
                done();
        });
}

void MainFrame::closing(wxCloseEvent& event)
{
    if (m_closing) {
        event.Skip();
        return;
    }
    m_closing = true;
    if (!IsIconized())
        m_bench.settings().rememberPlace(GetRect(), IsMaximized());
    m_keeper.stop();
    Hide();
    if (event.CanVeto())
        event.Veto();
    saveAll([this] { CallAfter([this] { Close(true); }); });
}

void MainFrame::openHelp()
{
    showHelp(this, m_bench);
}

}  // namespace shell
