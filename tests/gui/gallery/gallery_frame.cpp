#include "gallery_frame.h"

#include <kit/action_button.h>
#include <kit/divider.h>
#include <kit/section_header.h>
#include <kit/state_badge.h>
#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/theme.h>

#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>
#include <chrono>
#include <thread>

namespace gallery {

using widgets::LayoutKit;
using widgets::Theme;
using widgets::Tone;

GalleryFrame::GalleryFrame(const forms::Guide& guide,
                           std::string page,
                           i18n::Language language,
                           const std::string& sheet)
    : wxFrame(nullptr, wxID_ANY, wxString::FromUTF8("一窗"), wxPoint(0, 0), wxSize(1366, 768))
    , m_guide(guide)
    , m_page(std::move(page))
    , m_language(language)
{
    const LayoutKit kit(*this);
    const bool review = sheet == "review";
    SetBackgroundColour(Theme::fromSystem().panel);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(topLine(), wxSizerFlags().Expand());
    m_attention = new kit::AttentionBar(this, say("Close the message", "关闭提示"), [this](std::size_t more) {
        return wxString::Format(say("%zu more", "还有 %zu 条"), more);
    });
    column->Add(m_attention, wxSizerFlags().Expand());
    column->Add(new kit::BusyStrip(this, m_tasks, say("Cancel", "取消")), wxSizerFlags().Expand());
    auto* work = new wxBoxSizer(wxHORIZONTAL);
    if (!review) {
        work->Add(navigation(), wxSizerFlags().Expand());
    }
    wxWindow* left = review ? cases(this) : needs(this);
    left->SetMinSize(wxSize(kit.ems(22), -1));
    work->Add(left, wxSizerFlags().Expand());
    work->Add(new kit::Divider(this, wxVERTICAL), wxSizerFlags().Expand());
    work->Add(middle(this, sheet), wxSizerFlags(1).Expand());
    work->Add(new kit::Divider(this, wxVERTICAL), wxSizerFlags().Expand());
    wxWindow* right = review ? points(this) : findings(this);
    right->SetMinSize(wxSize(kit.ems(21), -1));
    work->Add(right, wxSizerFlags().Expand());
    column->Add(work, wxSizerFlags(1).Expand());
    column->Add(new kit::Divider(this, wxHORIZONTAL), wxSizerFlags().Expand());
    column->Add(actions(review), wxSizerFlags().Expand().Border(wxALL, kit.gap()));
    SetSizer(column);
    Layout();
    if (!review) {
        m_attention->show(
            {"half-page",
             Tone::Warn,
             say("Page 4 was only half read. The first 3 pages are kept.",
                 "第 4 页只扫到一半(驱动提前结束)。前 3 页已保存。"),
             {{say("Scan again from page 4", "从第 4 页重扫"), [] {}}, {say("Look", "查看"), [] {}}}});
        m_attention->show(
            {"offline", Tone::Info, say("There is no network. Work goes on.", "网络不通,可继续办理。"), {}});
    }
    showSheet(sheet != "page" && !review);
}

GalleryFrame::~GalleryFrame()
{
    DestroyChildren();  // before the tasks they use
}

wxString GalleryFrame::say(const char* english, const char* chinese) const
{
    return wxString::FromUTF8(m_language == i18n::Language::English ? english : chinese);
}

wxSizer* GalleryFrame::topLine()
{
    const LayoutKit kit(*this);
    const auto theme = Theme::fromSystem();
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->SetMinSize(wxSize(-1, kit.barHeight()));
    row->AddSpacer(kit.padding());
    const auto add = [&](const wxString& text, widgets::TextRole role, const wxColour& colour) {
        auto* label = new wxStaticText(this, wxID_ANY, text);
        label->SetFont(widgets::fontFor(role));
        label->SetForegroundColour(colour);
        row->Add(label, wxSizerFlags().CentreVertical().Border(wxRIGHT, kit.padding()));
    };
    add(say("OneWindow", "一窗"), widgets::TextRole::Strong, theme.text);
    add(wxString::FromUTF8(m_guide.name()), widgets::TextRole::Body, theme.text);
    add(say("T-07-261122-0031 · guide 2025.1", "临时号 T-07-261122-0031 · 指南 2025.1"),
        widgets::TextRole::Body,
        theme.muted);
    row->Add(new kit::StateBadge(this, Tone::Warn, say("5 working days left", "补正时限 剩 5 工作日")),
             kit.inRow());
    row->AddStretchSpacer();
    row->Add(new kit::StateBadge(this, Tone::Ok, say("Connected", "● 已连接 区政务中心")), kit.inRow());
    add(say("Clerk · window 3", "示例员 · 3号窗口 · A017"), widgets::TextRole::Body, theme.muted);
    return row;
}

wxWindow* GalleryFrame::navigation()
{
    using widgets::Icon;
    auto* nav = new kit::NavBar(this,
                                say("Places", "导航"),
                                {{"intake", Icon::Intake, say("Intake", "受理")},
                                 {"cases", Icon::Cases, say("Cases", "办件")},
                                 {"outbox", Icon::Outbox, say("Outbox", "发件箱")},
                                 {"inbox", Icon::Inbox, say("Inbox", "收件箱")},
                                 {"review", Icon::Review, say("Review", "审查")},
                                 {"supervise", Icon::Supervise, say("Figures", "监管")},
                                 {"devices", Icon::Devices, say("Devices", "设备"), true}});
    nav->open("intake");
    nav->count("outbox", 3);
    nav->count("inbox", 1);
    nav->onOpen(
        [this](const std::string& id) { m_status->SetLabelText(wxString::FromUTF8("opened " + id)); });
    return nav;
}

wxWindow* GalleryFrame::needs(wxWindow* parent)
{
    const LayoutKit kit(*this);
    const auto theme = Theme::fromSystem();
    auto* panel = new wxPanel(parent);
    panel->SetBackgroundColour(theme.panel);
    auto* column = new wxBoxSizer(wxVERTICAL);
    auto* situation = new kit::SectionHeader(panel, say("Situation", "情形"));
    situation->summarise("2/5");
    column->Add(situation, wxSizerFlags().Expand());
    for (std::size_t index = 0; index < 3 && index < m_guide.questions.size(); ++index) {
        const auto& question = m_guide.questions[index];
        std::vector<widgets::ChoiceOption> options;
        for (const auto& option : question.options) {
            options.push_back({option.value, wxString::FromUTF8(option.text)});
        }
        const wxString title = wxString::FromUTF8(question.text);
        auto* label = new wxStaticText(panel, wxID_ANY, title);
        label->SetFont(widgets::fontFor(widgets::TextRole::Small));
        label->SetForegroundColour(theme.muted);
        auto* choice = new widgets::SegmentChoice(panel, title, std::move(options));
        choice->onChosen([this, choice] {
            m_status->SetLabelText(wxString::FromUTF8("chose " + choice->chosen().value_or("-")));
        });
        column->Add(label, wxSizerFlags().Border(wxLEFT, kit.padding()));
        column->Add(choice, wxSizerFlags().Border(wxLEFT | wxRIGHT, kit.padding()));
        column->AddSpacer(kit.gap());
    }
    auto* header = new kit::SectionHeader(panel, say("Materials", "材料"));
    header->summarise(say("2 here · 1 lacking", "2 齐 · 1 缺 · 1 容缺"));
    column->Add(header, wxSizerFlags().Expand());
    auto* list = new kit::CardList(panel, say("Materials", "材料"), kit::CardShape::Glyph);
    list->show({{"m1",
                 Tone::Ok,
                 wxString::FromUTF8("✓"),
                 say("here", "齐"),
                 {},
                 say("Application form", "户口迁移申请表"),
                 say("made from the form · 1 page", "由表单生成 · 1 页"),
                 {},
                 {}},
                {"m2",
                 Tone::Ok,
                 wxString::FromUTF8("✓"),
                 say("here", "齐"),
                 {},
                 say("Identity card", "申请人居民身份证"),
                 say("2 pages", "2 页 · 与原件核对无误"),
                 {},
                 {}},
                {"m3",
                 Tone::Danger,
                 "!",
                 say("lacking", "缺"),
                 {},
                 say("Household register", "居民户口簿(首页、本人页)"),
                 say("2 pages · change page lacking", "2 页 · 缺变更页,1 处待核"),
                 {},
                 {}},
                {"m4",
                 Tone::Info,
                 wxString::FromUTF8("免"),
                 say("exempt", "免提交"),
                 {},
                 say("Marriage certificate", "结婚证"),
                 say("exempt: data share", "免提交:婚姻登记信息"),
                 {},
                 {}},
                {"m5",
                 Tone::Warn,
                 wxString::FromUTF8("容"),
                 say("deferred", "容缺"),
                 {},
                 say("Birth certificate", "出生医学证明"),
                 say("promised before 11-29", "容缺,承诺 11-29 前补交"),
                 {},
                 {}},
                {"m6",
                 Tone::Neutral,
                 wxString::FromUTF8("○"),
                 say("not received", "未收"),
                 {},
                 say("Consent of the head of household", "户主同意书"),
                 say("not received · F6", "未收 · 拖入、扫描或 F6"),
                 {},
                 {}}});
    list->choose("m3");
    list->onChosen(
        [this](const std::string& id) { m_status->SetLabelText(wxString::FromUTF8("material " + id)); });
    column->Add(list, wxSizerFlags(1).Expand());
    panel->SetSizer(column);
    return panel;
}

wxWindow* GalleryFrame::findings(wxWindow* parent)
{
    auto* panel = new wxPanel(parent);
    panel->SetBackgroundColour(Theme::fromSystem().panel);
    auto* column = new wxBoxSizer(wxVERTICAL);
    auto* lacking = new kit::SectionHeader(panel, say("Still lacking", "还差什么"));
    lacking->count(Tone::Danger, "3");
    column->Add(lacking, wxSizerFlags().Expand());
    m_findings = new kit::CardList(panel, say("Still lacking", "还差什么"), kit::CardShape::Finding);
    m_findings->show({{"f1",
                       Tone::Danger,
                       {},
                       say("lacking", "缺"),
                       {},
                       say("Household register: change page", "户口簿:缺变更页"),
                       say("first, own and change page", "审查要点 首页+本人页+变更页齐全"),
                       {},
                       {}},
                      {"f2",
                       Tone::Danger,
                       {},
                       say("lacking", "缺"),
                       {},
                       say("Consent: not received", "户主同意书:未收"),
                       say("article 10", "户口登记条例第10条"),
                       {},
                       {}},
                      {"f3",
                       Tone::Danger,
                       {},
                       say("lacking", "缺"),
                       {},
                       say("New address: down to the room", "迁入地址:门牌须到室"),
                       say("form · F8", "表单 · F8 前往"),
                       {},
                       {}}});
    m_findings->onActivated([this](const std::string&) { m_form->focusField("/to"); });
    column->Add(m_findings, wxSizerFlags().Expand());
    m_findings->fitHeight(3);
    auto* ask = new kit::SectionHeader(panel, say("Please check", "请核对"));
    ask->count(Tone::Warn, "2");
    column->Add(ask, wxSizerFlags().Expand());
    auto* asks = new kit::CardList(panel, say("Please check", "请核对"), kit::CardShape::Finding);
    asks->show({{"a1",
                 Tone::Warn,
                 {},
                 say("check", "核对"),
                 {},
                 say("Name as on the card?", "身份证姓名与表单一致?"),
                 say("read: 示例乙 · 99%", "识别:示例乙 · 99% · 点此看原图"),
                 {},
                 {}},
                {"a2",
                 Tone::Warn,
                 {},
                 say("check", "核对"),
                 {},
                 say("Page 2 is dark", "第 2 页偏暗"),
                 say("scan again, or say why not", "重扫,或说明理由后保留"),
                 {},
                 {}}});
    column->Add(asks, wxSizerFlags().Expand());
    asks->fitHeight(2);
    panel->SetSizer(column);
    return panel;
}

wxWindow* GalleryFrame::cases(wxWindow* parent)
{
    const LayoutKit kit(*this);
    auto* panel = new wxPanel(parent);
    panel->SetBackgroundColour(Theme::fromSystem().panel);
    auto* column = new wxBoxSizer(wxVERTICAL);
    auto* search =
        new wxTextCtrl(panel, wxID_ANY, wxString(), wxDefaultPosition, wxSize(-1, kit.controlHeight()));
    search->SetHint(say("number, name", "号码、姓名、证件号…"));
    widgets::setAccessibleName(*search, say("Search cases", "查找办件"));
    column->Add(search, wxSizerFlags().Expand().Border(wxALL, kit.gap()));
    auto* list = new kit::CardList(panel, say("Cases", "办件"), kit::CardShape::Edge);
    const wxString matter = wxString::FromUTF8("户口迁移");
    list->show({{"c1",
                 Tone::Danger,
                 {},
                 say("late", "超期"),
                 matter,
                 wxString::FromUTF8("示例甲"),
                 say("3303990012 · first", "3303990012 · 第 1 次 · 村代办"),
                 say("1 day late", "超期 1 天"),
                 Tone::Danger},
                {"c2",
                 Tone::Warn,
                 {},
                 say("soon", "临期"),
                 matter,
                 wxString::FromUTF8("示例乙"),
                 say("3303990031 · second", "3303990031 · 第 2 次(补正) · 3号窗口"),
                 say("1 day left", "剩 1 工作日"),
                 Tone::Warn},
                {"c3",
                 Tone::Ok,
                 {},
                 say("in time", "正常"),
                 wxString::FromUTF8("个体工商户设立"),
                 wxString::FromUTF8("示例丙"),
                 say("3303990040 · 3 days left", "3303990040 · 剩 3 工作日"),
                 {},
                 {}}});
    list->choose("c2");
    column->Add(list, wxSizerFlags(1).Expand());
    panel->SetSizer(column);
    return panel;
}

wxWindow* GalleryFrame::points(wxWindow* parent)
{
    const LayoutKit kit(*this);
    auto* panel = new wxPanel(parent);
    panel->SetBackgroundColour(Theme::fromSystem().panel);
    auto* column = new wxBoxSizer(wxVERTICAL);
    const auto& material = *std::find_if(m_guide.materials.begin(),
                                         m_guide.materials.end(),
                                         [](const forms::Material& each) { return !each.points.empty(); });
    column->Add(new kit::SectionHeader(
                    panel, say("Review points", "审查要点") + wxString::FromUTF8(" · " + material.name)),
                wxSizerFlags().Expand());
    for (const auto& point : material.points) {
        const wxString text = wxString::FromUTF8(point.text);
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        auto* label =
            new wxStaticText(panel, wxID_ANY, text, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
        row->Add(label, wxSizerFlags(1).CentreVertical().Border(wxRIGHT, kit.gap()));
        row->Add(new widgets::SegmentChoice(
            panel,
            text,
            {{"pass", say("Pass", "合格"), Tone::Ok}, {"fail", say("Fail", "不合格"), Tone::Danger}}));
        column->Add(row, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, kit.gap()));
    }
    column->Add(new kit::SectionHeader(panel, say("Opinion", "意见")), wxSizerFlags().Expand());
    auto* opinion = new wxTextCtrl(
        panel, wxID_ANY, wxString(), wxDefaultPosition, wxSize(-1, kit.ems(5)), wxTE_MULTILINE);
    widgets::setAccessibleName(*opinion, say("Opinion", "意见"));
    column->Add(opinion, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, kit.padding()));
    panel->SetSizer(column);
    return panel;
}

wxWindow* GalleryFrame::middle(wxWindow* parent, const std::string& sheet)
{
    const LayoutKit kit(*this);
    auto* panel = new wxPanel(parent);
    panel->SetBackgroundColour(Theme::fromSystem().ground);
    auto* column = new wxBoxSizer(wxVERTICAL);
    if (sheet != "review") {
        m_tabs = new kit::SheetTabs(panel);
        m_tabs->add("form", say("Form", "表单 14/16"));
        m_tabs->add("page", say("Household register", "户口簿"));
        m_tabs->onOpen([this](const std::string& id) { showSheet(id == "form"); });
        column->Add(m_tabs, wxSizerFlags().Expand());
    }
    m_form = new widgets::FormView(panel, m_guide.forms.front(), m_language);
    m_form->onChange([this](const std::string& pointer) {
        m_status->SetLabelText(
            wxString::FromUTF8(pointer + " = " + m_form->data().text(pointer).value_or("-")));
        validate(widgets::ProblemScope::Visited);
    });
    m_pane = new kit::PagePane(panel,
                               m_tasks,
                               {say("Page", "页面"),
                                say("Marks on the page", "页面批注"),
                                say("Previous page", "上一页"),
                                say("Next page", "下一页"),
                                say("Larger", "放大"),
                                say("Smaller", "缩小"),
                                say("Whole page", "整页"),
                                say("Turn left", "左转"),
                                say("Turn right", "右转")});
    column->Add(m_form, wxSizerFlags(1).Expand());
    column->Add(m_pane, wxSizerFlags(1).Expand());
    panel->SetSizer(column);
    return panel;
}

void GalleryFrame::showSheet(bool form)
{
    m_form->Show(form);
    m_pane->Show(!form);
    if (m_tabs != nullptr) {
        m_tabs->open(form ? "form" : "page");
    }
    m_pane->GetParent()->Layout();
    if (!form) {
        showPage();
    }
}

void GalleryFrame::showPage()
{
    m_pane->show({"page-1", [bytes = m_page](std::stop_token) -> base::Result<std::string> { return bytes; }},
                 "2 / 5");
    m_pane->setMarks(
        {{"k1",
          {8, 30, 76, 5},
          Tone::Danger,
          say("The address differs from the form", "地址与申请表「迁入地址」不一致 · 要点 hkb-name")},
         {"k2", {10, 60, 30, 8}, Tone::Warn, say("Is the stamp readable?", "印章是否清楚?")}});
    m_pane->chooseMark("k1");
    m_pane->onMarkChosen = [this](const std::string& id) {
        m_status->SetLabelText(wxString::FromUTF8("mark " + id));
    };
}

void GalleryFrame::validate(widgets::ProblemScope scope)
{
    m_form->showProblems(m_guide.forms.front().validate(m_form->data()), scope);
}

void GalleryFrame::startWork()
{
    m_tasks.runNamed(
        this,
        say("Importing the catalogue", "正在导入事项目录"),
        [](const kit::TaskControl& control) {
            constexpr int Steps = 400;
            for (int step = 0; step < Steps && !control.stopRequested(); ++step) {
                control.progress(static_cast<float>(step) / Steps);
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
            }
            return control.stopRequested();
        },
        [this](bool) { m_status->SetLabelText("work done"); });
}

void GalleryFrame::pretendIdCard()
{
    forms::FormData data = m_form->data();
    (void)data.set("/name", "\"示例甲\"");
    (void)data.set("/idno", "\"330399198506150139\"");
    (void)data.set("/birth", "\"1985-06-15\"");
    (void)data.set("/sex", "\"1\"");
    m_form->prefill(data, {"/name", "/idno", "/birth", "/sex"}, say("from the identity card", "读自身份证"));
}

wxSizer* GalleryFrame::actions(bool review)
{
    using kit::ActionButton;
    using kit::ActionWeight;
    const LayoutKit kit(*this);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const auto add =
        [&](const wxString& label, const wxString& key, ActionWeight weight, std::function<void()> act) {
            auto* button = new ActionButton(this, label, key, weight);
            button->Bind(wxEVT_BUTTON, [act = std::move(act)](wxCommandEvent&) { act(); });
            row->Add(button, kit.inRow());
        };
    add(say("Import", "导入目录"), "F6", ActionWeight::Plain, [this] { startWork(); });
    add(say("Read card", "读身份证"), "F5", ActionWeight::Plain, [this] { pretendIdCard(); });
    add(say("Undo", "撤销"), "Ctrl+Z", ActionWeight::Plain, [this] { m_form->undo(); });
    row->AddStretchSpacer();
    m_status = new wxStaticText(this, wxID_ANY, say("draft saved 10:42:07", "草稿已保存 10:42:07"));
    row->Add(m_status, kit.inRow());
    if (review) {
        row->Add(new kit::StateBadge(
                     this, Tone::Danger, say("needs the supervisor", "第 2 次要求补正须监督员签署")),
                 kit.inRow());
        add(say("Request correction", "要求补正…"), {}, ActionWeight::Danger, [] {});
    }
    add(say("Accept and seal", "受理并封存"), "F12", ActionWeight::Primary, [this] {
        validate(widgets::ProblemScope::All);
    });
    return row;
}

}  // namespace gallery
