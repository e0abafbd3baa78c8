#pragma once

#include <workbench/bench.h>

#include <wx/panel.h>

#include <functional>
#include <string>
#include <vector>

class wxButton;
class wxChoice;
class wxStaticText;
class wxTextCtrl;

namespace shell {

/// A user of a demonstration, with the password that is shown.
struct DemoUser {
    std::string name;
    std::string password;
};

/// What main was told about the back office; used while this workstation knows none.
struct LoginSettings {
    std::string server;
    std::string ca;  ///< path of the certificate file
    std::vector<DemoUser> demoUsers;
};

/// Who works here: the first thing seen, and what covers the window while it is locked. Logs in on the counter lane;
/// a wrong password, a missing line and a foreign server are said in place.
class LoginPanel : public wxPanel
{
  public:
    using Done = std::function<void(const offline::SignedIn&)>;

    LoginPanel(wxWindow* parent, workbench::Bench& bench, LoginSettings settings, Done done);

    /// Asks for this user's password only, and says that the window is locked; an empty name asks who it is.
    void begin(const std::string& lockedUser);

  private:
    wxTextCtrl* addField(wxSizer& column, const wxString& label, long style = 0);
    void addDemo(wxSizer& column);
    void addServer();
    void showServer(bool shown);
    void askWhetherServerIsKnown();
    void login();
    void finished(const base::Result<offline::SignedIn>& signedIn);
    void setBusy(bool busy);

    workbench::Bench& m_bench;
    LoginSettings m_settings;
    Done m_done;
    wxStaticText* m_title;
    wxChoice* m_demo = nullptr;
    wxTextCtrl* m_user;
    wxTextCtrl* m_password;
    wxSizer* m_serverPlace;
    wxPanel* m_serverPart = nullptr;  ///< made when no back office is known
    wxTextCtrl* m_server = nullptr;
    wxTextCtrl* m_ca = nullptr;
    wxStaticText* m_trouble;
    wxButton* m_login;
    bool m_asking = false;  ///< whether this workstation knows a back office
    bool m_hasty = false;   ///< Enter was pressed before that was known
};

}  // namespace shell
