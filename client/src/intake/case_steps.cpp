// What a clerk does with the open case, from the keys and buttons at its foot.
#include <intake/case_panel.h>

#include <intake/material_cards.h>

#include <kit/card_list.h>
#include <workbench/notice_window.h>
#include <workbench/paper_warning.h>
#include <workbench/question.h>

#include <wx/filedlg.h>

#include <algorithm>
#include <array>
#include <utility>

namespace intake {

using workbench::PageAction;
using Where = PageAction::Where;

std::vector<PageAction> CasePanel::actions()
{
    const auto plain = kit::ActionWeight::Plain;
    const auto say = [this](const char* id) { return m_bench.say(id); };
    return {
        {"scan", say("Scan"), WXK_F6, plain, Where::Left, [this] { scan(std::nullopt); }},
        {"files", say("Add files"), WXK_F4, plain, Where::Left, [this] { addFiles(); }},
        {"exempt", say("Exempt"), WXK_F5, plain, Where::Left, [this] { exempt(); }},
        {"defer", say("Defer"), WXK_F7, plain, Where::Left, [this] { defer(); }},
        {"next", say("Next finding"), WXK_F8, plain, Where::Left, [this] { m_findings->goToNext(); }},
        {"notice",
         say("Tell at once"),
         WXK_F9,
         plain,
         Where::Left,
         [this] { print(forms::PaperKind::OneTimeNotice); }},
        {"slip",
         say("Receipt slip"),
         WXK_F3,
         plain,
         Where::Left,
         [this] { print(forms::PaperKind::ReceiptSlip); }},
        {"again",
         say("Scan this page again"),
         WXK_F2,
         plain,
         Where::Menu,
         [this] { scan(m_material->chosenPage()); }},
        {"left", say("Turn the page left"), 'E', plain, Where::Menu, [this] { m_material->rotate(-90); }},
        {"right", say("Turn the page right"), 'R', plain, Where::Menu, [this] { m_material->rotate(90); }},
        {"elsewhere",
         say("Move the page to another material…"),
         'M',
         plain,
         Where::Menu,
         [this] { moveElsewhere(); }},
        {"discard", say("Discard the page"), 0, plain, Where::Menu, [this] { m_material->discard(); }},
        {"restore",
         say("Bring the discarded page back"),
         'Z',
         plain,
         Where::Menu,
         [this] { restoreDiscarded(); }},
        {"demand", say("Ask for the material after all"), 0, plain, Where::Menu, [this] { demand(); }},
        {"commitment",
         say("Commitment to hand in later"),
         0,
         plain,
         Where::Menu,
         [this] { print(forms::PaperKind::DeferralCommitment); }},
        {"refusal",
         say("Notice that it is not accepted"),
         0,
         plain,
         Where::Menu,
         [this] { print(forms::PaperKind::NotAcceptedNotice); }},
        {"list",
         say("List of materials for the applicant"),
         0,
         plain,
         Where::Menu,
         [this] { print(forms::PaperKind::MaterialList); }},
        {"local", say("Local name of the matter…"), 0, plain, Where::Menu, [this] { chooseLocalName(); }},
        {"copy",
         say("Copy from the applicant's last case"),
         'K',
         plain,
         Where::Menu,
         [this] { copyEarlier(); }},
        {"take",
         say("Take from a case of another matter…"),
         'T',
         plain,
         Where::Menu,
         [this] { chooseOther(); }},
        {"version",
         say("Compare with the guide in force…"),
         0,
         plain,
         Where::Menu,
         [this] { withOffer(&CasePanel::compareVersions); }},
        {"withdraw", say("Withdraw the draft…"), 0, plain, Where::Menu, [this] { withdraw(); }},
        {"aside", say("Put the case aside"), 'W', plain, Where::Menu, [this] { onAside(); }},
        {"late",
         say("Take in what was put off"),
         WXK_F11,
         kit::ActionWeight::Primary,
         Where::Right,
         [this] { takeInLate(); }},
        {"seal", say("Accept and seal"), WXK_F12, kit::ActionWeight::Primary, Where::Right, [this] {
             seal(forms::SealPurpose::Acceptance);
         }}};
}

void CasePanel::refreshActions()
{
    const bool draft = m_session->isDraft();
    const bool answers = m_session->takesAnswers();
    const bool pages = m_session->takesPages(m_material->place().material);
    const bool page = pages && m_material->IsShown() && m_material->chosenPage().has_value();
    const auto* material = m_session->view().guide->findMaterial(m_material->place().material);
    for (const char* id : {"notice", "commitment", "refusal", "seal", "next"})
        m_actions->enable(id, draft);
    const auto& now = m_session->view().draft;
    m_actions->enable("withdraw", desk::isOnlyHere(now.state, now.revision));
    for (const char* id : {"scan", "files"})
        m_actions->enable(id, pages);
    for (const char* id : {"again", "left", "right", "elsewhere", "discard"})
        m_actions->enable(id, page);
    m_actions->enable("exempt", pages && material != nullptr && material->exemption);
    m_actions->enable("defer",
                      pages && material != nullptr && material->necessity == forms::Necessity::Deferrable);
    const auto* entry =
        m_session->view().draft.findMaterial(m_material->place().material, m_material->place().party);
    m_actions->enable("demand", pages && entry != nullptr && (entry->proof || entry->deferredUntil));
    m_actions->showAction("restore", draft && m_material->IsShown() && !m_discarded.empty());
    m_actions->enable("copy", answers && m_earlier.has_value());
    m_actions->showAction("take", answers && !desk::mattersTakenFrom(*m_session->view().guide).empty());
    m_actions->showAction("seal", draft);
    m_actions->showAction("local", answers && !m_session->view().guide->localSubItems.empty());
    m_actions->showAction("late", desk::awaitsMaterials(m_session->view()));
    m_actions->enable("version", m_session->view().newer != nullptr);
}

void CasePanel::addFiles()
{
    openSheet("material");
    wxFileDialog dialog(this,
                        m_bench.say("Add files"),
                        wxString(),
                        wxString(),
                        m_bench.say("Page images")
                            + wxString::FromUTF8(" (*.jpg;*.tif)|*.jpg;*.jpeg;*.tif;*.tiff"),
                        wxFD_OPEN | wxFD_FILE_MUST_EXIST | wxFD_MULTIPLE);
    if (dialog.ShowModal() != wxID_OK)
        return;
    wxArrayString names;
    dialog.GetPaths(names);
    std::vector<std::filesystem::path> files;
    for (const auto& name : names)
        files.emplace_back(name.utf8_string());
    m_material->addFiles(files);
}

void CasePanel::exempt()
{
    const auto place = m_material->place();
    const auto* material = m_session->view().guide->findMaterial(place.material);
    if (material == nullptr || !material->exemption)
        return;
    workbench::ChoiceQuestion question{
        m_bench.say("Exempt from handing in"),
        m_bench.say("{material} need not be handed in when one of these proves it.",
                    {{"material", material->name}}),
        m_bench.say("Proved by"),
        m_bench.say("Exempt"),
        {m_bench.say("Card read at the counter"),
         m_bench.say("Electronic licence"),
         m_bench.say("Query of another authority")},
        m_bench.say("Number of the licence or query")};
    ask(this, m_bench, question, [this, place](std::size_t choice, const std::string& reference) {
        static constexpr std::array<std::string_view, 3> Proofs{"card", "e-licence", "data-sharing"};
        m_session->step([id = m_session->id(), place, by = Proofs.at(choice), reference](
                            desk::IntakeDesk& desk) { return desk.exempt(id, place, by, reference); });
    });
}

void CasePanel::defer()
{
    const auto* material = m_session->view().guide->findMaterial(m_material->place().material);
    if (material == nullptr || material->necessity != forms::Necessity::Deferrable)
        return;
    m_bench.counter().run(
        this,
        [guide = m_session->view().guide, material](workbench::Desks& desks, const std::stop_token&) {
            return desks.intake.deferralRange(*guide, *material);
        },
        [this, place = m_material->place(), name = material->name](
            const base::Result<forms::DeferralRange>& range) {
            if (range)
                askDeferral(place, name, *range);
            else
                m_bench.tell(range.error(), m_session->attention("step"));
        });
}

void CasePanel::askDeferral(const desk::MaterialPlace& place,
                            const std::string& material,
                            const forms::DeferralRange& range)
{
    workbench::DateQuestion question{
        m_bench.say("Defer a material"),
        m_bench.say("The applicant commits to hand in {material} by that day.", {{"material", material}}),
        m_bench.say("To be handed in by"),
        m_bench.say("Defer"),
        range.usual,
        m_bench.today(),
        range.latest};
    ask(this, m_bench, question, [this, place](base::Date due) {
        m_session->step([id = m_session->id(), place, due](desk::IntakeDesk& desk) {
            return desk.defer(id, place, due);
        });
    });
}

void CasePanel::demand()
{
    m_session->step([id = m_session->id(), place = m_material->place()](desk::IntakeDesk& desk) {
        return desk.demand(id, place);
    });
}

void CasePanel::chooseLocalName()
{
    const auto& guide = *m_session->view().guide;
    std::vector<wxString> names{wxString::FromUTF8(guide.name())};
    std::vector<std::string> choices{std::string()};
    for (const auto& item : guide.localSubItems) {
        names.push_back(wxString::FromUTF8(item.name));
        choices.push_back(item.name);
    }
    workbench::ChoiceQuestion question{
        m_bench.say("Local name of the matter"),
        m_bench.say(
            "The case keeps this name on paper and in lists; it is reported under the code of {matter}.",
            {{"matter", guide.name()}}),
        m_bench.say("Name"),
        m_bench.say("Take this name"),
        std::move(names),
        {}};
    ask(this, m_bench, question, [this, choices](std::size_t choice, const std::string&) {
        m_session->step([id = m_session->id(), name = choices.at(choice)](desk::IntakeDesk& desk) {
            return desk.nameLocally(id, name);
        });
    });
}

void CasePanel::moveElsewhere()
{
    const auto page = m_material->chosenPage();
    if (!page)
        return;
    const auto lines = desk::materialLines(m_session->view());
    std::vector<wxString> names;
    std::vector<desk::MaterialPlace> places;
    for (const auto& line : lines)
        if (!line.place.material.empty()) {
            names.push_back(nameOf(m_bench, line));
            places.push_back(line.place);
        }
    workbench::ChoiceQuestion question{
        m_bench.say("Move the page"), {}, m_bench.say("To the material"), m_bench.say("Move"), names, {}};
    ask(this, m_bench, question, [this, places, page = *page](std::size_t choice, const std::string&) {
        m_session->step([id = m_session->id(), page, place = places.at(choice)](desk::IntakeDesk& desk) {
            return desk.movePage(id, page, place, static_cast<std::size_t>(-1));
        });
    });
}

void CasePanel::discarded(base::PageId)
{
    m_bench.stage().show({m_session->attention("discarded"),
                          widgets::Tone::Info,
                          m_bench.say("The page was discarded. Ctrl+Z brings it back."),
                          {{m_bench.say("Undo"), [this] { restoreDiscarded(); }}}});
}

void CasePanel::restoreDiscarded()
{
    if (m_discarded.empty() || !m_session->isDraft())
        return;
    const auto page = m_discarded.back();
    m_discarded.pop_back();
    m_bench.hush(m_session->attention("discarded"));
    m_session->step(
        [id = m_session->id(), page](desk::IntakeDesk& desk) { return desk.restorePage(id, page); },
        [this, page] { goToPage(page, workbench::Destination::Wish::Show); });
}

void CasePanel::print(forms::PaperKind kind)
{
    m_session->ask([id = m_session->id(), kind](desk::IntakeDesk& desk) { return desk.notice(id, kind); },
                   [this, kind](const base::Result<desk::PrintedNotice>& printed) {
                       if (!printed) {
                           m_bench.tell(printed.error(), m_session->attention("step"));
                           return;
                       }
                       m_session->reload();
                       workbench::tellOfPaper(m_bench, *printed);
                       workbench::showNotice(this, m_bench, m_bench.say(forms::titleOf(kind)), printed->pdf);
                   });
}

void CasePanel::withdraw()
{
    workbench::TextQuestion question{m_bench.say("Withdraw the draft"),
                                     m_bench.say("The draft is closed. It stays in the list of cases."),
                                     m_bench.say("Reason"),
                                     m_bench.say("Withdraw"),
                                     {},
                                     true,
                                     {}};
    ask(this, m_bench, question, [this](const std::string& reason) {
        m_session->step(
            [id = m_session->id(), reason](desk::IntakeDesk& desk) { return desk.withdrawDraft(id, reason); },
            [this] { onAside(); });
    });
}

}  // namespace intake
