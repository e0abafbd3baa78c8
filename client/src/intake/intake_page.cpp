#include <intake/intake_page.h>

#include <kit/sheet_tabs.h>
#include <widgets/theme.h>

#include <wx/sizer.h>

#include <algorithm>
#include <utility>

namespace intake {

namespace {

constexpr const char* SearchTab = "search";

}  // namespace

IntakePage::IntakePage(wxWindow* parent, workbench::Bench& bench)
    : WorkPage(parent, bench)
    , m_tabs(new kit::SheetTabs(this))
    , m_search(new MatterSearch(this, bench))
{
    SetBackgroundColour(widgets::Theme::fromSystem().ground);
    m_tabs->add(SearchTab, say("New case"));
    m_tabs->onOpen([this](const std::string& id) { bringToFront(id == SearchTab ? std::string() : id); });
    m_search->onMatter = [this](const std::string& matter) { begin(matter); };
    m_search->onDraft = [this](base::CaseId id) { open(id); };
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_tabs, wxSizerFlags().Expand());
    column->Add(m_search, wxSizerFlags(1).Expand());
    SetSizer(column);
    m_tabs->open(SearchTab);
}

IntakePage::~IntakePage()
{
    DestroyChildren();  // before the lists they are in
}

CasePanel* IntakePage::front()
{
    const auto found = m_cases.find(m_front);
    return found == m_cases.end() ? nullptr : found->second;
}

void IntakePage::enter()
{
    if (!m_restored) {
        m_restored = true;
        restore();
    }
    if (auto* panel = front())
        panel->enter();
    else
        m_search->enter();
}

void IntakePage::restore()
{
    const auto open = bench().settings().openCases();
    for (const auto id : open.cases)
        this->open(id, [this, open, id](CasePanel& panel) {
            panel.goTo(open.sheet, open.field);
            if (open.front != id && open.front && m_cases.contains(open.front->toString()))
                bringToFront(open.front->toString());
        });
}

void IntakePage::begin(const std::string& matter)
{
    opening(1);
    bench().counter().run(
        this,
        [matter](workbench::Desks& desks, std::stop_token) { return desks.intake.open(matter); },
        [this](base::Result<desk::CaseView> view) {
            if (view)
                add(std::move(*view), {});
            else
                bench().tell(view.error());
            opening(-1);
        });
}

void IntakePage::open(base::CaseId id, std::function<void(CasePanel&)> then)
{
    if (const auto found = m_cases.find(id.toString()); found != m_cases.end()) {
        // The store may know more than what was left here: another desk reopened it, or it was received.
        auto* panel = found->second;
        bringToFront(found->first);
        panel->session().reload([panel, then = std::move(then)] {
            if (then)
                then(*panel);
        });
        return;
    }
    opening(1);
    bench().counter().run(
        this,
        [id](workbench::Desks& desks, std::stop_token) { return desks.intake.view(id); },
        [this, then = std::move(then)](base::Result<desk::CaseView> view) {
            if (view)
                add(std::move(*view), then);
            else
                bench().tell(view.error());
            opening(-1);
        });
}

void IntakePage::opening(int by)
{
    m_opening += by;
    if (m_opening > 0)
        return;
    const auto early = std::exchange(m_early, std::nullopt);
    if (auto* panel = front(); panel != nullptr && early)
        panel->press(*early);
}

void IntakePage::add(desk::CaseView view, const std::function<void(CasePanel&)>& then)
{
    const auto id = view.draft.id.toString();
    if (!m_cases.contains(id)) {
        makePanel(std::move(view));
        m_order.push_back(id);
        m_tabs->add(id, m_cases[id]->title());
    }
    bringToFront(id);
    if (then)
        then(*m_cases[id]);
}

void IntakePage::makePanel(desk::CaseView view)
{
    const auto id = view.draft.id.toString();
    auto* panel = new CasePanel(this, bench(), std::move(view));
    panel->Hide();
    panel->onChanged = [this] { tell(); };
    panel->onAside = [this, id] { CallAfter([this, id] { putAside(id); }); };
    panel->onOtherVersion = [this](desk::CaseView other) {
        CallAfter([this, other = std::move(other)] { makeAnew(other); });
    };
    GetSizer()->Add(panel, wxSizerFlags(1).Expand());
    m_cases[id] = panel;
}

/// Questions, forms and materials may all be others now.
void IntakePage::makeAnew(desk::CaseView view)
{
    const auto id = view.draft.id.toString();
    const auto found = m_cases.find(id);
    if (found == m_cases.end())
        return;
    auto* before = found->second;
    const auto sheet = before->sheet();
    before->Hide();
    before->Destroy();
    m_cases.erase(found);
    makePanel(std::move(view));
    m_tabs->relabel(id, m_cases[id]->title());
    if (m_front == id)
        bringToFront(id);
    m_cases[id]->goTo(sheet, {});
}

void IntakePage::bringToFront(const std::string& id)
{
    if (auto* before = front(); before != nullptr && m_front != id) {
        // What was said of the last step there is over when work goes on elsewhere.
        bench().hush(before->session().attention("sealed"));
        bench().hush(before->session().attention("discarded"));
        bench().hush(before->session().attention("taken"));
        before->Hide();
    }
    m_front = id;
    m_tabs->open(id.empty() ? SearchTab : id);
    m_search->Show(id.empty());
    if (auto* panel = front())
        panel->Show();
    Layout();
    if (auto* panel = front())
        panel->enter();
    else
        m_search->enter();
    tell();
}

void IntakePage::putAside(const std::string& id)
{
    const auto found = m_cases.find(id);
    if (found == m_cases.end())
        return;
    found->second->session().save([this, id](const base::Status& saved) {
        const auto gone = m_cases.find(id);
        if (gone == m_cases.end() || !saved)
            return;
        gone->second->Hide();
        gone->second->Destroy();
        m_cases.erase(gone);
        std::erase(m_order, id);
        m_tabs->remove(id);
        if (m_front == id)
            m_front.clear();
        bringToFront(m_front);
    });
}

void IntakePage::tell()
{
    auto* panel = front();
    bench().stage().setHeadline(workbench::place::Intake,
                                panel == nullptr ? workbench::Headline{} : panel->headline());
    rememberOpen();
}

void IntakePage::rememberOpen()
{
    workbench::OpenCases open;
    for (const auto& id : m_order)
        if (const auto known = base::CaseId::parse(id))
            open.cases.push_back(*known);
    open.front = base::CaseId::parse(m_front);
    if (auto* panel = front()) {
        open.sheet = panel->sheet();
        open.field = panel->field();
    }
    bench().settings().remember(open);
}

void IntakePage::arrive(const workbench::Destination& destination)
{
    if (!destination.caseId)
        return;
    open(*destination.caseId, [destination](CasePanel& panel) {
        if (destination.page)
            panel.goToPage(*destination.page, destination.wish);
    });
}

void IntakePage::news()
{
    m_search->refresh();
    // A draft, too: another version of its guide may be in force now.
    for (auto& [id, panel] : m_cases)
        panel->session().reload();
}

void IntakePage::save(const Saved& done)
{
    rememberOpen();
    if (m_cases.empty()) {
        done({});
        return;
    }

    struct Left {
        std::size_t count;
        base::Status first;
    };

    const auto left = std::make_shared<Left>(Left{m_cases.size(), {}});  // by every case's answer
    for (auto& [id, panel] : m_cases)
        panel->session().save([left, done](const base::Status& saved) {
            if (left->first && !saved)
                left->first = saved;
            if (--left->count == 0)
                done(left->first);
        });
}

void IntakePage::goRound(int by)
{
    std::vector<std::string> all{{}};
    all.insert(all.end(), m_order.begin(), m_order.end());
    const auto at = std::find(all.begin(), all.end(), m_front) - all.begin();
    const auto size = static_cast<long>(all.size());
    bringToFront(all[static_cast<std::size_t>((at + by + size) % size)]);
}

bool IntakePage::press(const wxKeyEvent& event)
{
    if (event.ControlDown() && event.GetKeyCode() == 'N') {
        bringToFront({});
        return true;
    }
    if (event.ControlDown() && event.GetKeyCode() == WXK_TAB) {
        goRound(event.ShiftDown() ? -1 : 1);
        return true;
    }
    if (auto* panel = front())
        return panel->press(event);
    if (m_search->press(event))
        return true;
    const int code = event.GetKeyCode();
    if (m_opening == 0 || code < WXK_F2 || code > WXK_F12)
        return false;
    m_early = event;
    return true;
}

}  // namespace intake
