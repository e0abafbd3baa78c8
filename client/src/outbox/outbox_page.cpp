#include <outbox/outbox_page.h>

#include <kit/card_list.h>
#include <kit/divider.h>
#include <kit/section_header.h>
#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/theme.h>

#include <wx/listbox.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace outbox {

namespace {

constexpr double ListWidth = 40;
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
    auto* right = new wxBoxSizer(wxVERTICAL);
    m_title = new kit::SectionHeader(this, wxString());
    right->Add(m_title, wxSizerFlags().Expand());
    m_details = new wxListBox(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, 0, nullptr, wxBORDER_NONE);
    widgets::setAccessibleName(*m_details, say("Where it stands"));
    right->Add(m_details, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, kit.gap()));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(left, wxSizerFlags().Expand());
    row->Add(new kit::Divider(this, wxVERTICAL), wxSizerFlags().Expand());
    row->Add(right, wxSizerFlags(1).Expand());
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
         {"show", say("Show the case"), WXK_F3, plain, PageAction::Where::Left, [this] { showCase(); }},
         {"send", say("Send now"), WXK_F5, kit::ActionWeight::Primary, PageAction::Where::Right, [this] {
              this->bench().stage().sendNow();
          }}});
    column->Add(m_actions, wxSizerFlags().Expand());
    SetSizer(column);
    m_watch.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { load(); });
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

std::vector<wxString> OutboxPage::detailsOf(const Item& item) const
{
    const auto& entry = item.entry;
    const auto time = [](base::Timestamp at) { return workbench::Bench::timeText(at); };
    std::vector<wxString> lines{say("Number: {number}", {{"number", item.number}}),
                                say("Revision: {revision}", {{"revision", std::to_string(entry.revision)}}),
                                say("State: {state}", {base::word("state", offline::titleOf(entry.state))}),
                                say("Sent: {sent} of {total} MB",
                                    {{"sent", megabytes(entry.sent)}, {"total", megabytes(entry.total)}}),
                                say("Sealed and put here: {time}", {{"time", time(entry.put)}})};
    if (entry.cause) {
        lines.push_back(say(offline::titleOf(*entry.cause)));
        lines.push_back(say("Who must act: {who}",
                            {base::word("who", offline::titleOf(offline::mustAct(*entry.cause)))}));
        if (!entry.reason.empty())
            lines.push_back(say("The back office said: {reason}", {base::word("reason", entry.reason)}));
    }
    if (entry.nextTry)
        lines.push_back(say("Next try: {time}", {{"time", time(*entry.nextTry)}}));
    if (entry.received)
        lines.push_back(say("Received: {time}", {{"time", time(*entry.received)}}));
    return lines;
}

void OutboxPage::showDetails()
{
    const auto* item = chosen();
    m_title->setTitle(item == nullptr ? wxString() : wxString::FromUTF8(item->matter));
    wxArrayString lines;
    if (item != nullptr)
        for (const auto& line : detailsOf(*item))
            lines.Add(line);
    if (lines != m_details->GetStrings())
        m_details->Set(lines);
    m_actions->enable("retry", item != nullptr && item->entry.state != offline::OutboxState::Received);
    m_actions->enable("show", item != nullptr);
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

void OutboxPage::showCase()
{
    if (const auto* item = chosen())
        bench().stage().go({workbench::place::Intake, item->entry.caseId, {}, {}});
}

}  // namespace outbox
