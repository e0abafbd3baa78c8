#include <shell/login_panel.h>

#include <base/durable_file.h>
#include <base/secret.h>
#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/looks.h>
#include <widgets/theme.h>
#include <widgets/wrap_text.h>

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <utility>

namespace shell {

namespace {

constexpr double CardWidth = 24;
constexpr std::size_t LargestCertificate = std::size_t{1} << 20;

}  // namespace

LoginPanel::LoginPanel(wxWindow* parent, workbench::Bench& bench, LoginSettings settings, Done done)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER)
    , m_bench(bench)
    , m_settings(std::move(settings))
    , m_done(std::move(done))
{
    const widgets::LayoutKit kit(*this);
    const auto theme = widgets::Theme::fromSystem();
    SetBackgroundColour(theme.panel);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->SetMinSize(wxSize(kit.ems(CardWidth), -1));
    m_title = new wxStaticText(this, wxID_ANY, bench.say("OneWindow"));
    m_title->SetFont(widgets::fontFor(widgets::TextRole::Strong).Scaled(1.6F));
    column->Add(m_title, wxSizerFlags().CentreHorizontal().Border(wxBOTTOM, kit.padding()));
    if (!m_settings.demoUsers.empty())
        addDemo(*column);
    m_user = addField(*column, bench.say("User"), wxTE_PROCESS_ENTER);
    m_password = addField(*column, bench.say("Password"), wxTE_PASSWORD | wxTE_PROCESS_ENTER);
    m_serverPlace = new wxBoxSizer(wxVERTICAL);
    column->Add(m_serverPlace, wxSizerFlags().Expand());
    m_trouble = new wxStaticText(this, wxID_ANY, wxString());
    m_trouble->SetForegroundColour(theme.ink(widgets::Tone::Danger));
    column->Add(m_trouble, kit.inColumn());
    m_login = new wxButton(this, wxID_ANY, bench.say("Log in"));
    widgets::wear(*m_login, widgets::Look::Primary);
    m_login->SetMinSize(wxSize(-1, kit.controlHeight()));
    m_login->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { login(); });
    column->Add(m_login, wxSizerFlags().Expand());
    for (auto* field : {m_user, m_password})
        field->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { login(); });
    auto* centre = new wxBoxSizer(wxVERTICAL);
    centre->AddStretchSpacer(2);
    centre->Add(column, wxSizerFlags().CentreHorizontal());
    centre->AddStretchSpacer(3);
    SetSizer(centre);
}

wxTextCtrl* LoginPanel::addField(wxSizer& column, const wxString& label, long style)
{
    const widgets::LayoutKit kit(*this);
    column.Add(new wxStaticText(this, wxID_ANY, label), wxSizerFlags().Border(wxBOTTOM, kit.smallGap()));
    auto* field =
        new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxSize(-1, kit.controlHeight()), style);
    widgets::setAccessibleName(*field, label);
    column.Add(field, kit.inColumn());
    return field;
}

void LoginPanel::addDemo(wxSizer& column)
{
    const widgets::LayoutKit kit(*this);
    const auto label = m_bench.say("Demonstration: who are you?");
    column.Add(new wxStaticText(this, wxID_ANY, label), wxSizerFlags().Border(wxBOTTOM, kit.smallGap()));
    m_demo = new wxChoice(this, wxID_ANY);
    for (const auto& user : m_settings.demoUsers) {
        const auto role = forms::parseRole(user.name);
        m_demo->Append(role ? m_bench.say("{role} ({user})",
                                          {base::word("role", forms::titleOf(*role)), {"user", user.name}})
                            : wxString::FromUTF8(user.name));
    }
    widgets::setAccessibleName(*m_demo, label);
    m_demo->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
        const auto& user = m_settings.demoUsers[static_cast<std::size_t>(event.GetSelection())];
        m_user->SetValue(wxString::FromUTF8(user.name));
        m_password->SetValue(wxString::FromUTF8(user.password));
        m_login->SetFocus();
    });
    column.Add(m_demo, kit.inColumn());
}

void LoginPanel::showServer(bool shown)
{
    if (m_serverPart == nullptr && shown)
        addServer();
    if (m_serverPart != nullptr)
        m_serverPart->Show(shown);
}

void LoginPanel::addServer()
{
    const widgets::LayoutKit kit(*this);
    m_serverPart =
        new wxPanel(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER);
    auto* rows = new wxBoxSizer(wxVERTICAL);
    const auto add = [&](const wxString& label, const std::string& value) {
        rows->Add(new wxStaticText(m_serverPart, wxID_ANY, label),
                  wxSizerFlags().Border(wxBOTTOM, kit.smallGap()));
        auto* field = new wxTextCtrl(m_serverPart,
                                     wxID_ANY,
                                     wxString::FromUTF8(value),
                                     wxDefaultPosition,
                                     wxSize(-1, kit.controlHeight()));
        widgets::setAccessibleName(*field, label);
        rows->Add(field, kit.inColumn());
        return field;
    };
    m_server = add(m_bench.say("Address of the back office"), m_settings.server);
    m_ca = add(m_bench.say("File with its certificate"), m_settings.ca);
    m_serverPart->SetSizer(rows);
    m_serverPart->MoveBeforeInTabOrder(m_login);
    m_serverPlace->Add(m_serverPart, wxSizerFlags().Expand());
}

void LoginPanel::begin(const std::string& lockedUser)
{
    const bool locked = !lockedUser.empty();
    m_title->SetLabelText(locked ? m_bench.say("Locked") : m_bench.say("OneWindow"));
    m_user->SetValue(wxString::FromUTF8(locked ? lockedUser : m_bench.settings().user()));
    m_password->Clear();
    m_trouble->SetLabelText(wxString());
    setBusy(false);
    askWhetherServerIsKnown();
    (m_user->IsEmpty() ? m_user : m_password)->SetFocus();
}

void LoginPanel::askWhetherServerIsKnown()
{
    m_asking = true;
    m_bench.counter().run(
        this,
        [](workbench::Desks& desks, std::stop_token) -> base::Result<bool> {
            const auto address = desks.workplace.sessions().backOffice();
            if (!address)
                return base::passOn(address);
            return address->has_value();
        },
        [this](const base::Result<bool>& known) {
            showServer(!known.value_or(true));
            if (!known)
                m_trouble->SetLabelText(m_bench.say(i18n::phraseOf(known.error())));
            Layout();
            m_asking = false;
            if (std::exchange(m_hasty, false))
                login();
        });
}

void LoginPanel::setBusy(bool busy)
{
    m_login->Enable(!busy);
    m_login->SetLabelText(busy ? m_bench.say("Logging in…") : m_bench.say("Log in"));
}

void LoginPanel::login()
{
    m_hasty = m_asking;
    if (m_asking || !m_login->IsEnabled())
        return;
    setBusy(true);
    m_trouble->SetLabelText(wxString());
    offline::SignIn::Request request{
        m_user->GetValue().Trim().utf8_string(), m_password->GetValue().utf8_string(), {}, {}};
    std::string ca;
    if (m_serverPart != nullptr && m_serverPart->IsShown()) {
        request.url = m_server->GetValue().Trim().utf8_string();
        ca = m_ca->GetValue().Trim().utf8_string();
    }
    m_bench.counter().runNamed(
        this,
        m_bench.say("Logging in…"),
        [request, ca](workbench::Desks& desks,
                      const kit::TaskControl& control) mutable -> base::Result<offline::SignedIn> {
            if (!ca.empty()) {
                auto pem = base::readFile(ca, LargestCertificate);
                if (!pem)
                    return base::passOn(pem);
                request.caPem = std::move(*pem);
            }
            auto signedIn = desks.signIn.login(request, control.stopToken());
            base::wipe(request.password);
            return signedIn;
        },
        [this](const base::Result<offline::SignedIn>& signedIn) { finished(signedIn); });
    base::wipe(request.password);
}

void LoginPanel::finished(const base::Result<offline::SignedIn>& signedIn)
{
    setBusy(false);
    m_password->Clear();
    if (!signedIn) {
        const widgets::LayoutKit kit(*this);
        const auto text = m_bench.say(i18n::phraseOf(signedIn.error()));
        m_trouble->SetLabelText(widgets::wrapText(*m_trouble, text, kit.ems(CardWidth)));
        m_password->SetFocus();
        Layout();
        return;
    }
    m_done(*signedIn);
}

}  // namespace shell
