// Who works at the window: login, lock, another user, and what the line brings meanwhile.
#include <shell/main_frame.h>

#include <workbench/guide_update.h>

#include <wx/sizer.h>

namespace shell {

namespace {

constexpr int CatalogueMilliseconds = 10 * 60 * 1000;

}  // namespace

void MainFrame::loggedIn(const offline::SignedIn& signedIn)
{
    m_bench.setOnline(signedIn.how == offline::SignedInHow::Online);
    m_bench.settings().rememberUser(signedIn.session.user.name);
    enterAs(signedIn.session.user);
}

void MainFrame::enterAs(const api::Identity& user)
{
    buildWork();
    const bool same = m_locked && user.name == m_bench.user().name;
    m_locked = false;
    if (!same) {
        endWork();
        m_bench.setUser(user);
        beginWork();
    }
    m_login->Hide();
    m_work->Show();
    Layout();
    if (auto* page = pageOf(m_current))
        page->enter();
    m_keeper.start();
    m_idle.start(std::chrono::minutes(m_bench.settings().lockAfterMinutes()));
}

void MainFrame::resume()
{
    enterAs(api::Identity(m_bench.user()));
}

void MainFrame::beginWork()
{
    const auto& user = m_bench.user();
    const auto name = wxString::FromUTF8(user.displayName.empty() ? user.name : user.displayName);
    m_title->setUser(user.hall.name.empty()
                         ? name
                         : wxString::FromUTF8(user.hall.name) + wxString::FromUTF8(" · ") + name);
    SetTitle(m_bench.say("OneWindow – {user}", {{"user", name.utf8_string()}}));
    m_title->setLine(std::nullopt);
    recoverPages();  // before the open cases come back: they show what was found
    addNavigation();
    if (m_bench.online())
        updateCatalogue();
    else
        tellCatalogueAge();
    m_catalogueTimer.Start(CatalogueMilliseconds);
}

void MainFrame::recoverPages()
{
    m_bench.counter().run(
        this,
        [](workbench::Desks& desks, std::stop_token) { return desks.intake.recoverSpool(); },
        [this](const base::Result<int>& recovered) {
            if (!recovered)
                m_bench.tell(recovered.error());
            else if (*recovered > 0)
                m_bench.tell(
                    widgets::Tone::Info,
                    "recovered",
                    m_bench.sayCount("{count} scanned page of an interrupted batch was found and kept.",
                                     "{count} scanned pages of an interrupted batch were found and kept.",
                                     static_cast<std::uint64_t>(*recovered)));
        });
}

void MainFrame::updateCatalogue()
{
    m_bench.guides().runNamed(this,
                              m_bench.say("Updating the catalogue of guides"),
                              &workbench::updateGuides,
                              [this](const base::Result<offline::CatalogueUpdate>& update) {
                                  if (update && update->changed)
                                      guidesChanged();
                                  tellCatalogueAge();
                                  if (update)
                                      workbench::tellLeftOut(m_bench, update->leftOut);
                                  // Without a line the guides that are here serve; the top line tells of the line.
                                  if (update)
                                      m_bench.hush("catalogue");
                                  else if (update.error().code != base::ErrorCode::Network)
                                      m_bench.tell(update.error(), "catalogue");
                              });
}

void MainFrame::guidesChanged()
{
    for (auto& [id, page] : m_pages)
        page->news();
}

void MainFrame::tellCatalogueAge()
{
    m_bench.counter().run(
        this,
        [](workbench::Desks& desks, std::stop_token) { return desks.guides.age(); },
        [this](const base::Result<forms::CatalogueAge>& age) {
            const kit::AttentionAction update{m_bench.say("Update the guides"),
                                              [this] { updateCatalogue(); }};
            if (!age)
                m_bench.tell(age.error());
            else if (*age == forms::CatalogueAge::Fresh)
                closeAttention("catalogue-age");
            else if (*age == forms::CatalogueAge::Old)
                show({"catalogue-age",
                      widgets::Tone::Warn,
                      m_bench.say(
                          "The back office has not confirmed the guides for a long time. Update them before "
                          "they are too old to accept by."),
                      {update}});
            else
                show({"catalogue-age",
                      widgets::Tone::Danger,
                      m_bench.say(
                          "The guides are too old: nothing is accepted by them. Papers are still received: "
                          "seal for receipt only, or update the guides."),
                      {update}});
        });
}

void MainFrame::endWork()
{
    m_keeper.stop();
    m_attention->closeAll();  // it was said to somebody else
    m_catalogueTimer.Stop();
    m_pages.clear();
    m_headlines.clear();
    if (m_sheet != nullptr) {
        m_sheet->Destroy();
        m_nav->Destroy();
    }
    m_sheet = nullptr;
    m_nav = nullptr;
    m_title->setHeadline({});
}

void MainFrame::lock()
{
    if (m_work == nullptr || !m_work->IsShown())
        return;
    m_locked = true;
    m_idle.stop();
    saveAll([](const base::Status&) {});  // what fails is told, and tried again
    m_work->Hide();
    m_login->Show();
    Layout();
    m_login->begin(m_bench.user().name);
}

void MainFrame::lineIs(desk::LineState line)
{
    m_bench.setOnline(line == desk::LineState::There);
    m_title->setLine(line);
    closeAttention("round");
    if (line == desk::LineState::LoginNeeded)
        show({"login-ended",
              widgets::Tone::Warn,
              m_bench.say("The back office wants your password again. Until then sealed cases wait here."),
              {{m_bench.say("Log in"), [this] { lock(); }}}});
    else
        closeAttention("login-ended");
    if (line != desk::LineState::NotOurs)
        closeAttention("not-ours");
    else
        m_bench.tell(
            widgets::Tone::Danger,
            "not-ours",
            m_bench.say("Somebody else answers in the place of our back office. Nothing is sent. Tell the "
                        "administrator."));
}

void MainFrame::news(const desk::Round& round)
{
    if (round.sent.parked > 0)
        show({"parked",
              widgets::Tone::Danger,
              m_bench.say("A case cannot go out by itself: somebody must act."),
              {{m_bench.say("Open the outbox"), [this] {
                    go({workbench::place::Outbox, {}, {}, {}});
                }}}});
    for (auto& [id, page] : m_pages)
        page->news();
}

}  // namespace shell
