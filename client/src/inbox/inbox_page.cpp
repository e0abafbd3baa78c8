#include <inbox/inbox_page.h>

#include <forms/citation.h>
#include <kit/card_list.h>
#include <kit/divider.h>
#include <kit/page_pane.h>
#include <kit/section_header.h>
#include <papers/notice.h>
#include <widgets/layout_kit.h>
#include <widgets/theme.h>
#include <widgets/wrap_text.h>
#include <workbench/notice_window.h>
#include <workbench/pane_texts.h>
#include <workbench/paper_warning.h>

#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace inbox {

namespace {

constexpr double ListWidth = 26;
constexpr double ReasonWidth = 50;
constexpr std::size_t MarksShown = 4;

/// The next paper to print; the one-time notice has a button of its own.
std::optional<forms::PaperKind> nextDue(const desk::InboxEntry& item)
{
    const auto drawn = papers::drawnKinds();
    for (const auto& due : item.papersDue)
        if (due.kind != forms::PaperKind::OneTimeNotice
            && std::find(drawn.begin(), drawn.end(), due.kind) != drawn.end())
            return due.kind;
    return std::nullopt;
}

}  // namespace

InboxPage::InboxPage(wxWindow* parent, workbench::Bench& bench)
    : WorkPage(parent, bench)
    , m_list(new kit::CardList(this, say("What came back"), kit::CardShape::Edge))
{
    const widgets::LayoutKit kit(*this);
    const auto theme = widgets::Theme::fromSystem();
    SetBackgroundColour(theme.panel);
    m_list->onChosen([this](const std::string& id) { choose(id); });
    auto* left = new wxBoxSizer(wxVERTICAL);
    m_empty =
        new wxStaticText(this, wxID_ANY, say("Nothing came back. News from the back office appears here."));
    m_empty->SetForegroundColour(theme.muted);
    m_empty->Wrap(kit.ems(ListWidth - 2));
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
    using Wish = workbench::Destination::Wish;
    const auto plain = kit::ActionWeight::Plain;
    m_actions = new workbench::ActionLine(
        this,
        say("More"),
        {{"fetch",
          say("Fetch now"),
          WXK_F5,
          plain,
          PageAction::Where::Left,
          [this] { this->bench().stage().sendNow(); }},
         {"rescan",
          say("Scan this page again"),
          WXK_F7,
          plain,
          PageAction::Where::Left,
          [this] { correct(Wish::Rescan); }},
         {"notice",
          say("One-time notice"),
          WXK_F9,
          plain,
          PageAction::Where::Left,
          [this] { print(forms::PaperKind::OneTimeNotice); }},
         {"papers", say("Print what is due"), WXK_F8, plain, PageAction::Where::Left, [this] { printDue(); }},
         {"correct",
          say("Correct this case"),
          WXK_F6,
          kit::ActionWeight::Primary,
          PageAction::Where::Right,
          [this] { correct(Wish::Show); }}});
    column->Add(m_actions, wxSizerFlags().Expand());
    SetSizer(column);
    m_details->Hide();
}

InboxPage::~InboxPage()
{
    DestroyChildren();
}

wxWindow* InboxPage::buildDetails()
{
    const widgets::LayoutKit kit(*this);
    m_details = new wxPanel(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER);
    m_details->SetBackgroundColour(widgets::Theme::fromSystem().panel);
    auto* column = new wxBoxSizer(wxVERTICAL);
    m_title = new kit::SectionHeader(m_details, wxString());
    column->Add(m_title, wxSizerFlags().Expand());
    m_reason = new wxStaticText(m_details, wxID_ANY, wxString());
    column->Add(m_reason, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, kit.padding()));
    m_marks = new kit::CardList(m_details, say("What is to be corrected"), kit::CardShape::Finding);
    m_marks->onChosen([this](const std::string& id) { showMark(id); });
    column->Add(m_marks, wxSizerFlags().Expand());
    m_pane = new kit::PagePane(m_details, bench().pixels(), workbench::paneTexts(bench()));
    m_pane->canvas().onFailed = [this](const base::Error& error) { bench().tell(error); };
    column->Add(m_pane, wxSizerFlags(1).Expand());
    m_details->SetSizer(column);
    return m_details;
}

void InboxPage::enter()
{
    load();
    m_list->SetFocus();
}

void InboxPage::news()
{
    load();
}

bool InboxPage::press(const wxKeyEvent& event)
{
    return m_actions->press(event);
}

void InboxPage::load()
{
    bench().counter().run(
        this,
        [](workbench::Desks& desks, std::stop_token) { return desks.inbox.list(); },
        [this](base::Result<std::vector<Item>> items) {
            if (!items) {
                bench().tell(items.error());
                return;
            }
            // A case that is corrected already is a draft again and waits no longer.
            std::erase_if(*items, [](const Item& item) { return item.isBegun; });
            std::stable_partition(
                items->begin(), items->end(), [](const Item& item) { return item.cameBack; });
            showItems(std::move(*items));
        });
}

kit::Card InboxPage::cardOf(const Item& item) const
{
    const auto state = say(forms::titleOf(item.row.state));
    const auto tone = item.cameBack     ? widgets::Tone::Danger
                      : item.row.unseen ? widgets::Tone::Info
                                        : widgets::Tone::Neutral;
    return {item.row.caseId.toString(),
            tone,
            {},
            state,
            wxString::FromUTF8(item.matter),
            wxString::FromUTF8(item.applicant),
            wxString::FromUTF8(item.number),
            state,
            tone};
}

void InboxPage::showItems(std::vector<Item> items)
{
    m_items = std::move(items);
    std::vector<kit::Card> cards;
    std::size_t waiting = 0;
    for (const auto& item : m_items) {
        cards.push_back(cardOf(item));
        waiting += item.cameBack || item.row.unseen ? 1 : 0;
    }
    m_empty->Show(cards.empty());
    m_list->Show(!cards.empty());
    m_list->show(std::move(cards));
    bench().stage().count(workbench::place::Inbox, waiting);
    if (!m_items.empty() && !m_list->chosen())
        m_list->choose(m_items.front().row.caseId.toString());
    // What the clerk looks at stays as it is, unless there is something new in it.
    if (const auto* item = chosen();
        item != nullptr && (!m_view || m_shown != std::pair(item->row.caseId, item->row.changed)))
        choose(item->row.caseId.toString());
    m_details->Show(!m_items.empty());
    refreshActions();
    Layout();
}

const InboxPage::Item* InboxPage::chosen() const
{
    const auto id = m_list->chosen();
    const auto found = std::find_if(
        m_items.begin(), m_items.end(), [&id](const Item& item) { return item.row.caseId.toString() == id; });
    return found == m_items.end() ? nullptr : &*found;
}

void InboxPage::choose(const std::string& id)
{
    const auto* item = chosen();
    if (item == nullptr || item->row.caseId.toString() != id)
        return;
    bench().counter().run(
        this,
        [caseId = item->row.caseId](workbench::Desks& desks,
                                    std::stop_token) -> base::Result<desk::CaseView> {
            if (const auto seen = desks.workplace.inbox().markSeen(caseId); !seen)
                return base::passOn(seen);
            return desks.intake.reload(caseId);
        },
        [this, id](const base::Result<desk::CaseView>& view) {
            if (!view)
                bench().tell(view.error());
            else if (const auto* now = chosen(); now != nullptr && now->row.caseId.toString() == id)
                showCase(*now, *view);
        });
}

void InboxPage::showCase(const Item& item, const desk::CaseView& view)
{
    const widgets::LayoutKit kit(*this);
    m_view = view;
    m_shown = {item.row.caseId, item.row.changed};
    m_title->setTitle(say("{matter}: {state}",
                          {{"matter", item.matter}, base::word("state", forms::titleOf(item.row.state))}));
    const auto reason = reasonOf(item);
    m_reason->SetLabelText(widgets::wrapText(*m_reason, reason, kit.ems(ReasonWidth)));
    m_reason->Show(!reason.empty());
    showMarks(item, *view.guide);
    refreshActions();
    m_details->Layout();
}

/// Why, on what ground, and what is to be done, in lines.
wxString InboxPage::reasonOf(const Item& item) const
{
    wxString text;
    const auto add = [&text](const wxString& line) {
        if (!line.empty())
            text += (text.empty() ? "" : "\n") + line;
    };
    if (item.told) {
        add(wxString::FromUTF8(item.told->reason));
        for (const auto& ground : item.told->grounds)
            add(say("Ground: {ground}", {{"ground", ground}}));
        if (!item.told->law.empty())
            add(say("By law: {law}", {{"law", item.told->law}}));
    }
    for (const auto& todo : item.todo)
        add(say(todo));
    return text;
}

void InboxPage::showMarks(const Item& item, const forms::Guide& guide)
{
    std::vector<kit::Card> cards;
    for (const auto& mark : item.open) {
        const auto citation = forms::citationOf(guide, mark.point);
        const auto where = wxString::FromUTF8(forms::citedText(guide, citation));
        const bool silent = mark.text.empty();
        cards.push_back({mark.id.toString(),
                         widgets::Tone::Danger,
                         {},
                         say("to correct"),
                         {},
                         silent ? where : wxString::FromUTF8(mark.text),
                         silent ? wxString() : where,
                         {},
                         widgets::Tone::Danger});
    }
    const auto first = cards.empty() ? std::string() : cards.front().id;
    m_marks->Show(!cards.empty());
    m_pane->Show(!cards.empty());
    m_marks->show(std::move(cards));
    m_marks->fitHeight(MarksShown);
    if (!first.empty()) {
        m_marks->choose(first);
        showMark(first);
    }
}

void InboxPage::refreshActions()
{
    const auto* item = chosen();
    const bool returned = item != nullptr && item->cameBack;
    const auto mark = m_marks->chosen();
    const bool onPage =
        returned && std::any_of(item->open.begin(), item->open.end(), [&mark](const forms::Annotation& each) {
            return each.page && mark == each.id.toString();
        });
    m_actions->enable("correct", returned);
    m_actions->enable("rescan", onPage);
    m_actions->showAction("notice", returned && item->row.state == forms::CaseState::CorrectionRequested);
    m_actions->showAction("papers", item != nullptr && nextDue(*item).has_value());
}

void InboxPage::showMark(const std::string& id)
{
    const auto* item = chosen();
    if (item == nullptr || !m_view)
        return;
    const auto& open = item->open;
    const auto mark = std::find_if(
        open.begin(), open.end(), [&id](const forms::Annotation& each) { return each.id.toString() == id; });
    const auto* page = mark == open.end() || !mark->page ? nullptr : m_view->draft.findPage(*mark->page);
    m_pane->Show(page != nullptr);
    refreshActions();
    m_details->Layout();
    if (page == nullptr)
        return;
    m_pane->show(bench().pageSource(*page), wxString());
    std::vector<kit::PageMark> marks;
    for (const auto& other : open)
        if (other.page == mark->page && other.box)
            marks.push_back(
                {other.id.toString(), *other.box, widgets::Tone::Danger, wxString::FromUTF8(other.text)});
    m_pane->setMarks(std::move(marks));
    m_pane->chooseMark(id);
}

void InboxPage::printDue()
{
    const auto* item = chosen();
    if (const auto kind = item == nullptr ? std::nullopt : nextDue(*item))
        print(*kind);
}

/// Made once, kept with the case and told to the back office; asked for again it is the same paper.
void InboxPage::print(forms::PaperKind kind)
{
    const auto* item = chosen();
    if (item == nullptr)
        return;
    bench().counter().run(
        this,
        [id = item->row.caseId, kind](workbench::Desks& desks, std::stop_token) {
            return desks.intake.notice(id, kind);
        },
        [this, kind](base::Result<desk::PrintedNotice> printed) {
            if (!printed) {
                bench().tell(printed.error());
                return;
            }
            workbench::tellOfPaper(bench(), *printed);
            workbench::showNotice(this, bench(), say(forms::titleOf(kind)), std::move(printed->pdf));
            bench().stage().sendNow();
            load();
        });
}

void InboxPage::correct(workbench::Destination::Wish wish)
{
    const auto* item = chosen();
    if (item == nullptr || !item->cameBack)
        return;
    std::optional<base::PageId> page;
    for (const auto& mark : item->open)
        if (m_marks->chosen() == mark.id.toString())
            page = mark.page;
    bench().counter().run(
        this,
        [id = item->row.caseId](workbench::Desks& desks, std::stop_token) { return desks.intake.reopen(id); },
        [this, page, wish](const base::Result<desk::CaseView>& view) {
            if (!view) {
                bench().tell(view.error());
                return;
            }
            m_view.reset();
            bench().stage().go({workbench::place::Intake, view->draft.id, page, wish});
        });
}

}  // namespace inbox
