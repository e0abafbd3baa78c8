#pragma once

#include <shell/idle_watch.h>
#include <shell/line_keeper.h>
#include <shell/login_panel.h>
#include <shell/places.h>
#include <shell/title_line.h>

#include <kit/nav_bar.h>
#include <workbench/bench.h>

#include <wx/frame.h>
#include <wx/timer.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace shell {

/// The window: login and lock, the navigation with its pages, and what is said above them. Pages are made when they
/// are first opened. Closing saves first and waits for nothing else: what goes on in lanes is safe to cut. What cannot
/// be saved keeps the window open.
class MainFrame : public wxFrame, public workbench::Stage
{
  public:
    MainFrame(workbench::Bench& bench, std::vector<Place> places, LoginSettings login);
    ~MainFrame() override;

    /// Asked for when the language was changed: the program makes the window anew.
    std::function<void()> onRebuild;

    /// Goes on as somebody who is logged in already (after the window was made anew).
    void resume();

    void show(kit::Attention attention) override;
    void closeAttention(const std::string& key) override;
    void go(const workbench::Destination& destination) override;
    void setHeadline(const std::string& place, const workbench::Headline& headline) override;
    void count(const std::string& place, std::size_t waiting) override;
    void sendNow() override;
    void guidesChanged() override;
    void rebuild() override;

  private:
    void build();
    void buildWork();  ///< at the first login: the window is there sooner without
    void addNavigation();
    void restorePlace();
    void bindKeys();
    void keepFocus();  ///< what is hidden takes the focus with it, and with it every key of the page
    [[nodiscard]] wxWindow* keyHeir();  ///< who gets a key when nobody has the focus
    void key(wxKeyEvent& event);
    void loggedIn(const offline::SignedIn& signedIn);
    void enterAs(const api::Identity& user);
    void beginWork();
    void recoverPages();
    void updateCatalogue();
    void tellCatalogueAge();
    void endWork();
    void lock();
    void news(const desk::Round& round);
    void lineIs(desk::LineState line);
    workbench::WorkPage* pageOf(const std::string& id);
    void open(const std::string& id);
    void saveAll(workbench::WorkPage::Saved done);
    void stayOpen(const base::Error& reason);
    void closing(wxCloseEvent& event);
    void openHelp();

    workbench::Bench& m_bench;
    std::vector<Place> m_places;
    LoginSettings m_loginSettings;
    LineKeeper m_keeper;
    IdleWatch m_idle;
    LoginPanel* m_login = nullptr;
    wxPanel* m_work = nullptr;  ///< everything but the login; null before somebody logged in
    TitleLine* m_title = nullptr;
    kit::AttentionBar* m_attention = nullptr;
    kit::NavBar* m_nav = nullptr;
    wxPanel* m_sheet = nullptr;  ///< where the pages lie, one shown
    std::map<std::string, workbench::WorkPage*> m_pages;
    std::map<std::string, workbench::Headline> m_headlines;
    std::string m_current;
    wxTimer m_catalogueTimer;  ///< looks for another release now and then
    bool m_locked = false;
    bool m_closing = false;
};

}  // namespace shell
