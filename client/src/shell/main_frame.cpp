#include <shell/main_frame.h>

#include <kit/busy_strip.h>
#include <kit/divider.h>
#include <kit/lost_keys.h>
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
constexpr double Generous = 1.2;

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
    m_keeper.onTrouble = [this](const base::Error& error) { m_bench.tell(error, "round"); };
    m_catalogueTimer.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        if (m_bench.online())
            updateCatalogue();
        else
            tellCatalogueAge();
    });
    SetBackgroundColour(widgets::Theme::fromSystem().panel);
    build();
    restorePlace();
    bindKeys();
    Bind(wxEVT_CLOSE_WINDOW, &MainFrame::closing, this);
}

MainFrame::~MainFrame()
{
    m_bench.leaveStage(this);
    DestroyChildren();  // before what they use
}

void MainFrame::build()
{
    auto* both = new wxBoxSizer(wxVERTICAL);
    m_login = new LoginPanel(
        this, m_bench, m_loginSettings, [this](const offline::SignedIn& signedIn) { loggedIn(signedIn); });
    both->Add(m_login, wxSizerFlags(1).Expand());
    SetSizer(both);
    m_login->begin({});
}

void MainFrame::buildWork()
{
    if (m_work != nullptr)
        return;
    m_work = new wxPanel(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER);
    auto* column = new wxBoxSizer(wxVERTICAL);
    m_title = new TitleLine(m_work, m_bench);
    column->Add(m_title, wxSizerFlags().Expand());
    column->Add(new kit::Divider(m_work, wxHORIZONTAL), wxSizerFlags().Expand());
    m_attention = new kit::AttentionBar(m_work, m_bench.say("Close the message"), [this](std::size_t more) {
        return m_bench.sayCount("{count} more message", "{count} more messages", more);
    });
    column->Add(m_attention, wxSizerFlags().Expand());
    for (auto* lane :
         {&m_bench.counter(), &m_bench.guides(), &m_bench.scanner(), &m_bench.line(), &m_bench.review()})
        column->Add(new kit::BusyStrip(m_work, lane->tasks(), m_bench.say("Cancel")),
                    wxSizerFlags().Expand());
    column->Add(new wxBoxSizer(wxHORIZONTAL), wxSizerFlags(1).Expand());
    m_work->SetSizer(column);
    m_work->Hide();
    GetSizer()->Add(m_work, wxSizerFlags(1).Expand());
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
        const wxSize wanted(kit.ems(StartWidth), kit.ems(StartHeight));
        SetSize(wxSize(std::min(wanted.x, room.width), std::min(wanted.y, room.height)));
        CentreOnScreen();
        // A strip of desktop beside the window is of no use on a small screen.
        if (wanted.x * Generous > room.width || wanted.y * Generous > room.height)
            Maximize();
    }
    if (m_bench.settings().maximized())
        Maximize();
}

void MainFrame::bindKeys()
{
    kit::inheritLostKeys(*this, [this] { return keyHeir(); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) { key(event); });
    Bind(wxEVT_IDLE, [this](wxIdleEvent& event) {
        keepFocus();
        event.Skip();
    });
}

void MainFrame::keepFocus()
{
    auto* heir = keyHeir();
    if (heir == nullptr || !IsActive())
        return;
    if (!kit::hasFocus(*this))
        kit::giveFocus(*heir);
}

wxWindow* MainFrame::keyHeir()
{
    return m_work != nullptr && m_work->IsShown() ? pageOf(m_current) : static_cast<wxWindow*>(m_login);
}

void MainFrame::key(wxKeyEvent& event)
{
    const int code = event.GetKeyCode();
    // Who got it is asked of the event: for a drop-down wx does not know who has the focus.
    auto* from = dynamic_cast<wxWindow*>(event.GetEventObject());
    if (m_work == nullptr || !m_work->IsShown() || wxGetTopLevelParent(from) != this) {
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
    if (id == workbench::place::Outbox)
        closeAttention("parked");  // seen there
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
    buildWork();
    m_attention->show(std::move(attention));
}

void MainFrame::closeAttention(const std::string& key)
{
    if (m_attention != nullptr)
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
    saveAll([this](const base::Status& saved) {
        if (saved)
            onRebuild();
    });
}

void MainFrame::saveAll(workbench::WorkPage::Saved done)
{
    if (m_pages.empty()) {
        done({});
        return;
    }

    struct Left {
        std::size_t count;
        base::Status first;
    };

    const auto left = std::make_shared<Left>(Left{m_pages.size(), {}});  // by every page's answer
    for (auto& [id, page] : m_pages)
        page->save([left, done](const base::Status& saved) {
            if (left->first && !saved)
                left->first = saved;
            if (--left->count == 0)
                done(left->first);
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
    saveAll([this](const base::Status& saved) {
        if (saved)
            CallAfter([this] { Close(true); });
        else
            stayOpen(saved.error());
    });
}

void MainFrame::stayOpen(const base::Error& reason)
{
    m_closing = false;
    Show();
    m_keeper.start();
    closeAttention("case");  // says the same of one case; it comes again while it is so
    show({workbench::attention::Closing,
          widgets::Tone::Danger,
          m_bench.say("The window stays open, because something typed could not be saved. {reason}",
                      {{"reason", m_bench.say(i18n::phraseOf(reason)).utf8_string()}}),
          {{m_bench.say("Close all the same"), [this] {
                m_closing = true;
                Close(true);
            }}}});
}

void MainFrame::openHelp()
{
    showHelp(this, m_bench);
}

}  // namespace shell
