#include <outbox/outbox_page.h>

#include <desk/outbox_reason.h>
#include <kit/card_list.h>
#include <kit/divider.h>
#include <kit/section_header.h>
#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/theme.h>

#include <wx/gauge.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace outbox {

namespace {

constexpr double ListWidth = 34;
constexpr double LabelWidth = 7;
constexpr int GaugeSteps = 1000;
constexpr int WatchMs = 1000;

widgets::Tone toneOf(offline::OutboxState state)
{
    switch (state) {
    case offline::OutboxState::Waiting: return widgets::Tone::Neutral;
    case offline::OutboxState::Sending:
    case offline::OutboxState::AwaitingReceipt:
    case offline::OutboxState::Asking: return widgets::Tone::Info;
    case offline::OutboxState::Received: return widgets::Tone::Ok;
    case offline::OutboxState::Parked: return widgets::Tone::Danger;
    }
    return widgets::Tone::Neutral;
}

std::string megabytes(base::ByteCount bytes)
{
    constexpr double Mega = 1'000'000;
    return wxString::Format("%.1f", static_cast<double>(bytes.value) / Mega).utf8_string();
}

}  // namespace

OutboxPage::OutboxPage(wxWindow* parent, workbench::Bench& bench)
    : WorkPage(parent, bench)
    , m_list(new kit::CardList(this, say("Outbox"), kit::CardShape::Edge))
{
    const widgets::LayoutKit kit(*this);
    const auto theme = widgets::Theme::fromSystem();
    SetBackgroundColour(theme.panel);
    m_list->onChosen([this](const std::string&) { showDetails(); });
    m_list->onActivated([this](const std::string&) { showCase(); });
    auto* left = new wxBoxSizer(wxVERTICAL);
    m_empty = new wxStaticText(this, wxID_ANY, say("The outbox is empty."));
    m_empty->SetForegroundColour(theme.muted);
    left->Add(m_empty, wxSizerFlags().Border(wxALL, kit.padding()));
    left->Add(m_list, wxSizerFlags(1).Expand());
    left->SetMinSize(wxSize(kit.ems(ListWidth), -1));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(left, wxSizerFlags().Expand());
    row->Add(new kit::Divider(this, wxVERTICAL), wxSizerFlags().Expand());
    row->Add(buildDetails(), wxSizerFlags(1).Expand());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(row, wxSizerFlags(1).Expand());
    column->Add(new kit::Divider(this, wxHORIZONTAL), wxSizerFlags().Expand());
    using workbench::PageAction;
    const auto plain = kit::ActionWeight::Plain;
    m_actions = new workbench::ActionLine(
        this,
        say("More"),
        {{"retry",
          say("Try this again"),
          WXK_F6,
          plain,
          PageAction::Where::Left,
          [this] {
              if (const auto* item = chosen())
                  retry(item->entry.caseId);
          }},
         {"all",
          say("Try all again"),
          WXK_F7,
          plain,
          PageAction::Where::Left,
          [this] { retry(std::nullopt); }},
         {"recall",
          say("Take back and correct"),
          WXK_F8,
          plain,
          PageAction::Where::Left,
          [this] { recall(); }},
         {"show", say("Show the case"), WXK_F3, plain, PageAction::Where::Left, [this] { showCase(); }},
         {"send", say("Send now"), WXK_F5, kit::ActionWeight::Primary, PageAction::Where::Right, [this] {
              this->bench().stage().sendNow();
          }}});
    column->Add(m_actions, wxSizerFlags().Expand());
    SetSizer(column);
    m_watch.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { load(); });
}

wxWindow* OutboxPage::buildDetails()
{
    const widgets::LayoutKit kit(*this);
    auto* panel =
        new wxPanel(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER);
    panel->SetBackgroundColour(widgets::Theme::fromSystem().panel);
    auto* column = new wxBoxSizer(wxVERTICAL);
    m_title = new kit::SectionHeader(panel, wxString());
    column->Add(m_title, wxSizerFlags().Expand());
    m_gauge = new wxGauge(panel, wxID_ANY, GaugeSteps);
    widgets::setAccessibleName(*m_gauge, say("Sent so far"));
    column->Add(m_gauge, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, kit.padding()));
    m_details = new kit::FactSheet(panel, say("Where it stands"), LabelWidth);
    column->Add(m_details, wxSizerFlags(1).Expand());
    panel->SetSizer(column);
    return panel;
}

OutboxPage::~OutboxPage()
{
    DestroyChildren();
}

void OutboxPage::enter()
{
    load();
    m_list->SetFocus();
}

void OutboxPage::news()
{
    load();
}

bool OutboxPage::press(const wxKeyEvent& event)
{
    return m_actions->press(event);
}

void OutboxPage::load()
{
    bench().counter().run(
        this,
        [](workbench::Desks& desks, std::stop_token) -> base::Result<std::vector<Item>> {
            const auto entries = desks.outbox.list();
            if (!entries)
                return base::passOn(entries);
            std::vector<Item> items;
            for (const auto& entry : *entries) {
                const auto row = desks.workplace.cases().row(entry.caseId);
                Item item{entry, entry.matter, entry.officialNumber};
                if (row && *row) {
                    item.matter = (*row)->matterName;
                    if (item.number.empty())
                        item.number = (*row)->number;
                }
                items.push_back(std::move(item));
            }
            return items;
        },
        [this](base::Result<std::vector<Item>> items) {
            if (items)
                showItems(std::move(*items));
            else
                bench().tell(items.error());
        });
}

kit::Card OutboxPage::cardOf(const Item& item) const
{
    const auto& entry = item.entry;
    const auto state = say(offline::titleOf(entry.state));
    const auto detail = entry.cause ? say(offline::titleOf(*entry.cause))
                                    : say("{number} · {sent} of {total} MB",
                                          {{"number", item.number},
                                           {"sent", megabytes(entry.sent)},
                                           {"total", megabytes(entry.total)}});
    return {entry.caseId.toString() + "/" + std::to_string(entry.revision),
            toneOf(entry.state),
            {},
            state,
            wxString::FromUTF8(item.matter),
            {},
            detail,
            state,
            toneOf(entry.state)};
}

void OutboxPage::showItems(std::vector<Item> items)
{
    m_items = std::move(items);
    base::ByteCount sent;
    for (const auto& item : m_items)
        sent.value += item.entry.sent.value;
    m_pace.observe(bench().clock().now(), sent);
    std::vector<kit::Card> cards;
    std::size_t open = 0;
    bool moving = false;
    for (const auto& item : m_items) {
        cards.push_back(cardOf(item));
        open += item.entry.state == offline::OutboxState::Received ? 0 : 1;
        moving = moving || item.entry.state == offline::OutboxState::Sending
                 || item.entry.state == offline::OutboxState::AwaitingReceipt
                 || item.entry.state == offline::OutboxState::Asking;
    }
    m_empty->Show(cards.empty());
    m_list->Show(!cards.empty());
    const auto first = cards.empty() ? std::string() : cards.front().id;
    m_list->show(std::move(cards));
    if (!m_list->chosen() && !first.empty())
        m_list->choose(first);
    bench().stage().count(workbench::place::Outbox, open);
    showDetails();
    if ((moving || open > 0) && IsShownOnScreen())
        m_watch.StartOnce(WatchMs);
}

const OutboxPage::Item* OutboxPage::chosen() const
{
    const auto id = m_list->chosen();
    const auto found = std::find_if(m_items.begin(), m_items.end(), [&id](const Item& item) {
        return item.entry.caseId.toString() + "/" + std::to_string(item.entry.revision) == id;
    });
    return found == m_items.end() ? nullptr : &*found;
}

wxString OutboxPage::timeLeft(const offline::OutboxEntry& entry) const
{
    constexpr int Minute = 60;
    if (entry.state != offline::OutboxState::Sending)
        return {};
    const auto left =
        m_pace.timeFor(base::ByteCount{entry.total.value - std::min(entry.sent.value, entry.total.value)});
    if (!left)
        return {};
    const auto seconds = static_cast<std::uint64_t>(left->count());
    if (seconds < Minute)
        return bench().sayCount("about {count} second", "about {count} seconds", seconds);
    return bench().sayCount("about {count} minute", "about {count} minutes", (seconds + Minute - 1) / Minute);
}

kit::FactGroup OutboxPage::progressOf(const Item& item) const
{
    const auto& entry = item.entry;
    const auto time = [](base::Timestamp at) { return wxString::FromUTF8(workbench::Bench::timeText(at)); };
    kit::FactGroup group{{},
                         {{say("State"), say(offline::titleOf(entry.state)), toneOf(entry.state)},
                          {say("Number"), wxString::FromUTF8(item.number)},
                          {say("Revision"), wxString::Format("%d", entry.revision)},
                          {say("Sent"),
                           say("{sent} of {total} MB",
                               {{"sent", megabytes(entry.sent)}, {"total", megabytes(entry.total)}})}}};
    if (const auto left = timeLeft(entry); !left.empty())
        group.facts.push_back({say("Time left"), left});
    if (entry.nextTry)
        group.facts.push_back({say("Next try"), time(*entry.nextTry), widgets::Tone::Warn});
    group.facts.push_back({say("Sealed"), time(entry.put)});
    if (entry.received)
        group.facts.push_back({say("Receipt"), time(*entry.received)});
    return group;
}

kit::FactGroup OutboxPage::troubleOf(const offline::OutboxEntry& entry) const
{
    kit::FactGroup group{say("Why it stands still"), {}};
    if (entry.cause) {
        group.facts.push_back({say("Cause"), say(offline::titleOf(*entry.cause)), widgets::Tone::Danger});
        group.facts.push_back({say("Who must act"), say(offline::titleOf(offline::mustAct(*entry.cause)))});
    }
    if (!entry.reason.empty() && entry.state != offline::OutboxState::Received)
        group.facts.push_back({say("Last answer"), say(desk::outboxReason(entry.reason))});
    if (entry.attempts > 0 && entry.state != offline::OutboxState::Received)
        group.facts.push_back({say("Tries so far"), wxString::Format("%d", entry.attempts)});
    return group;
}

std::vector<kit::FactGroup> OutboxPage::factsOf(const Item& item) const
{
    std::vector<kit::FactGroup> groups{progressOf(item)};
    if (auto trouble = troubleOf(item.entry); !trouble.facts.empty())
        groups.push_back(std::move(trouble));
    return groups;
}

void OutboxPage::showDetails()
{
    const auto* item = chosen();
    m_title->setTitle(item == nullptr ? wxString() : wxString::FromUTF8(item->matter));
    m_details->show(item == nullptr ? std::vector<kit::FactGroup>() : factsOf(*item));
    const bool sending = item != nullptr && item->entry.state == offline::OutboxState::Sending;
    m_gauge->Show(sending && item->entry.total.value > 0);
    if (sending && item->entry.total.value > 0)
        m_gauge->SetValue(static_cast<int>(std::min(item->entry.sent.value, item->entry.total.value)
                                           * GaugeSteps / item->entry.total.value));
    m_actions->enable("retry", item != nullptr && item->entry.state != offline::OutboxState::Received);
    m_actions->enable("recall", item != nullptr && item->entry.state == offline::OutboxState::Parked);
    m_actions->enable("show", item != nullptr);
    m_gauge->GetParent()->Layout();
    Layout();
}

void OutboxPage::retry(std::optional<base::CaseId> id)
{
    bench().counter().run(
        this,
        [id](workbench::Desks& desks, std::stop_token) { return desks.outbox.retry(id); },
        [this](const base::Result<int>& count) {
            if (!count) {
                bench().tell(count.error());
                return;
            }
            m_actions->setStatus(
                say("{count} entries will be tried again.", {{"count", std::to_string(*count)}}));
            bench().stage().sendNow();
        });
}

/// The back office is asked first whether it has the revision: what it has is received and stays sealed.
void OutboxPage::recall()
{
    const auto* item = chosen();
    if (item == nullptr || item->entry.state != offline::OutboxState::Parked)
        return;
    bench().counter().runNamed(
        this,
        say("Asking the back office"),
        [id = item->entry.caseId](workbench::Desks& desks, const kit::TaskControl& control) {
            return desks.outbox.recall(id, control.stopToken());
        },
        [this, id = item->entry.caseId](const base::Result<offline::Recalled>& recalled) {
            load();
            if (!recalled) {
                bench().tell(recalled.error());
                return;
            }
            if (*recalled == offline::Recalled::Received) {
                bench().tell(widgets::Tone::Ok,
                             "recalled",
                             say("The back office had the case already. Its receipt is here now."));
                return;
            }
            bench().stage().go({workbench::place::Intake, id, {}, {}});
        });
}

void OutboxPage::showCase()
{
    if (const auto* item = chosen())
        bench().stage().go({workbench::place::Intake, item->entry.caseId, {}, {}});
}

}  // namespace outbox
