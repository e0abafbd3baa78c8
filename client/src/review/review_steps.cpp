// The steps a reviewer takes, from the keys and buttons at the foot of the page.
#include <review/review_page.h>

#include <workbench/question.h>

#include <wx/textctrl.h>

#include <algorithm>

namespace review {

using forms::Action;
using workbench::PageAction;
using Where = PageAction::Where;

std::vector<PageAction> ReviewPage::actions()
{
    using kit::ActionWeight;
    std::vector<PageAction> all{
        {"claim", say("Claim"), WXK_F3, ActionWeight::Plain, Where::Left, [this] { claimOrRelease(); }},
        {"release", say("Release"), WXK_F3, ActionWeight::Plain, Where::Left, [this] { claimOrRelease(); }},
        {"mark",
         say("Mark a place"),
         WXK_F2,
         ActionWeight::Plain,
         Where::Left,
         [this] {
             m_marking = !m_marking;
             m_view->setMarking(m_marking);
         }},
        {"reply", say("Reply to the mark"), WXK_F4, ActionWeight::Plain, Where::Menu, [this] { reply(); }},
        {"both",
         say("Side by side"),
         WXK_F6,
         ActionWeight::Plain,
         Where::Left,
         [this] {
             m_both = !m_both;
             m_view->setSideBySide(m_both);
         }},
        {"reload", say("Fetch now"), WXK_F5, ActionWeight::Plain, Where::Menu, [this] { news(); }}};
    const auto add = [&](Action action, int key, ActionWeight weight, Where where) {
        all.push_back({std::string(forms::nameOf(action)),
                       say(forms::titleOf(action)),
                       key,
                       weight,
                       where,
                       [this, action] { take(action); }});
    };
    for (const auto action :
         {Action::Suspend, Action::Resume, Action::Extend, Action::NotAccept, Action::Withdraw})
        add(action, 0, ActionWeight::Plain, Where::Menu);
    add(Action::ReturnToWindow, WXK_F7, ActionWeight::Plain, Where::Right);
    add(Action::RequestCorrection, WXK_F9, ActionWeight::Danger, Where::Right);
    add(Action::Refuse, WXK_F8, ActionWeight::Danger, Where::Right);
    for (const auto action :
         {Action::Accept, Action::Examine, Action::Approve, Action::Certify, Action::Deliver, Action::Close})
        add(action, WXK_F12, ActionWeight::Primary, Where::Right);
    return all;
}

void ReviewPage::claimOrRelease()
{
    const auto* row = m_list->chosen();
    if (row == nullptr)
        return;
    const bool claims = isAllowed(api::ClaimAction::Claim);
    bench().review().run(
        this,
        [id = row->caseId, claims](workbench::Desks& desks, std::stop_token stop) {
            return claims ? desks.review.claim(id, stop) : desks.review.release(id, stop);
        },
        [this](const base::Result<api::ActionAnswer>& answer) {
            if (!answer)
                bench().tell(answer.error());
            news();
        });
}

void ReviewPage::drawn(const forms::PercentBox& box)
{
    const auto page = m_view->page();
    const auto* material = m_dossier ? m_dossier->guide->findMaterial(m_view->material()) : nullptr;
    if (!page || material == nullptr)
        return;
    workbench::ChoiceQuestion question{say("Mark a place"),
                                       wxString::FromUTF8(material->name),
                                       say("Review point"),
                                       say("Set the mark"),
                                       {say("The material as a whole")},
                                       say("What is wrong")};
    std::vector<std::string> points{material->id};
    for (const auto& point : material->points) {
        question.choices.push_back(wxString::FromUTF8(point.text));
        points.push_back(material->id + "/" + point.id);
    }
    ask(this,
        bench(),
        question,
        [this, id = m_dossier->detail.summary.caseId, page = *page, box, points](std::size_t choice,
                                                                                 const std::string& text) {
            const auto point = points.at(choice);
            if (point.find('/') != std::string::npos)
                m_judgements[point] = {"fail", text};
            bench().review().run(
                this,
                [id, page, box, point, text](workbench::Desks& desks, std::stop_token stop) {
                    return desks.review.annotate(id, page, box, point, text, stop);
                },
                [this, id](const base::Result<forms::Annotation>& mark) {
                    if (!mark)
                        bench().tell(mark.error());
                    load(id);
                });
        });
}

void ReviewPage::reply()
{
    const auto mark = m_view->chosenMark();
    if (!mark || !m_dossier)
        return;
    workbench::TextQuestion question{say("Reply to the mark"), {}, say("Reply"), say("Reply"), {}, true, {}};
    ask(this,
        bench(),
        question,
        [this, id = m_dossier->detail.summary.caseId, mark = *mark](const std::string& text) {
            bench().review().run(
                this,
                [id, mark, text](workbench::Desks& desks, std::stop_token stop) {
                    return desks.review.reply(id, mark, text, stop);
                },
                [this, id](const base::Result<forms::Annotation>& answer) {
                    if (!answer)
                        bench().tell(answer.error());
                    load(id);
                });
        });
}

std::vector<std::string> ReviewPage::failedPoints() const
{
    std::vector<std::string> points;
    for (const auto& [id, judged] : m_judgements)
        if (judged.verdict == "fail")
            points.push_back(id);
    if (m_dossier)
        for (const auto& mark : m_dossier->detail.annotations)
            if (!mark.settled && mark.motivation == forms::Motivation::Assessing && !mark.point.empty()
                && mark.revision == m_dossier->newest().sealed.revision
                && std::find(points.begin(), points.end(), mark.point) == points.end())
                points.push_back(mark.point);
    return points;
}

std::string ReviewPage::correctionText() const
{
    std::string text;
    for (const auto& id : failedPoints()) {
        const auto slash = id.find('/');
        const auto* material = m_dossier->guide->findMaterial(id.substr(0, slash));
        const auto* point = slash == std::string::npos
                                ? nullptr
                                : m_dossier->guide->findPoint(id.substr(0, slash), id.substr(slash + 1));
        const auto judged = m_judgements.find(id);
        std::string note = judged == m_judgements.end() ? std::string() : judged->second.note;
        for (const auto& mark : m_dossier->detail.annotations)
            if (note.empty() && mark.point == id && !mark.settled)
                note = mark.text;
        text += say("{material}: {point} {note}",
                    {{"material", material == nullptr ? id : material->name},
                     {"point", point == nullptr ? std::string() : point->text},
                     {"note", note}})
                    .utf8_string()
                + "\n";
    }
    return text;
}

void ReviewPage::take(Action action)
{
    if (!m_dossier)
        return;
    if (action == Action::RequestCorrection || action == Action::ReturnToWindow) {
        requestCorrection(action);
    } else if (action == Action::Suspend) {
        suspend();
    } else if (action == Action::Extend) {
        extend();
    } else if (action == Action::Refuse || action == Action::NotAccept || action == Action::Withdraw) {
        workbench::TextQuestion question{say(forms::titleOf(action)),
                                         say("The applicant reads these words."),
                                         say("Reason"),
                                         say(forms::titleOf(action)),
                                         m_opinion->GetValue().utf8_string(),
                                         true,
                                         {}};
        ask(this, bench(), question, [this, action](const std::string& reason) {
            act({action, reason, failedPoints(), std::nullopt, std::nullopt, {}});
        });
    } else {
        act({action, m_opinion->GetValue().Trim().utf8_string(), {}, std::nullopt, std::nullopt, {}});
    }
}

void ReviewPage::requestCorrection(Action action)
{
    const auto points = failedPoints();
    if (points.empty()) {
        bench().tell(
            widgets::Tone::Warn,
            "no-points",
            say("Mark a place or fail a review point first: a correction names what is to be corrected."));
        return;
    }
    workbench::TextQuestion question{
        say(forms::titleOf(action)),
        action == Action::RequestCorrection
            ? say("Everything at once: this is what the applicant is told. Nothing can be added later.")
            : say("The window scans again. The applicant is not troubled."),
        say("What is to be corrected"),
        say(forms::titleOf(action)),
        correctionText(),
        true,
        {}};
    ask(this, bench(), question, [this, action, points](const std::string& reason) {
        act({action, reason, points, std::nullopt, std::nullopt, {}});
    });
}

void ReviewPage::suspend()
{
    workbench::ChoiceQuestion question{say(forms::titleOf(Action::Suspend)),
                                       say("The clock stands still while the special procedure runs."),
                                       say("Special procedure"),
                                       say(forms::titleOf(Action::Suspend)),
                                       {},
                                       say("Reason")};
    std::vector<std::string> codes;
    for (const auto& procedure : m_dossier->guide->limits.specialProcedures) {
        question.choices.push_back(wxString::FromUTF8(procedure.name));
        codes.push_back(procedure.code);
    }
    if (codes.empty()) {
        bench().tell(
            widgets::Tone::Warn, "no-procedure", say("The guide of this matter knows no special procedure."));
        return;
    }
    ask(this, bench(), question, [this, codes](std::size_t choice, const std::string& reason) {
        act({Action::Suspend, reason, {}, std::nullopt, std::nullopt, codes.at(choice)});
    });
}

void ReviewPage::extend()
{
    static constexpr int Days[] = {5, 10};
    workbench::ChoiceQuestion question{say(forms::titleOf(Action::Extend)),
                                       say("The applicant is told why."),
                                       say("By how long"),
                                       say(forms::titleOf(Action::Extend)),
                                       {},
                                       say("Reason")};
    for (const int days : Days)
        question.choices.push_back(say("{days} working days", {{"days", std::to_string(days)}}));
    ask(this, bench(), question, [this](std::size_t choice, const std::string& reason) {
        act({Action::Extend,
             reason,
             {},
             std::nullopt,
             forms::Period{Days[choice], forms::TimeUnit::Workday, {}},
             {}});
    });
}

void ReviewPage::act(desk::ReviewStep step)
{
    bench().review().runNamed(
        this,
        say("Asking the back office"),
        [id = m_dossier->detail.summary.caseId, step = std::move(step)](workbench::Desks& desks,
                                                                        const kit::TaskControl& control) {
            return desks.review.act(id, step, control.stopToken());
        },
        [this](const base::Result<api::ActionAnswer>& answer) {
            if (!answer) {
                bench().tell(answer.error());
            } else {
                m_judgements.clear();
                m_opinion->Clear();
                bench().tell(
                    widgets::Tone::Ok,
                    "acted",
                    say("{number} is now: {state}.",
                        {{"number", answer->number}, base::word("state", forms::titleOf(answer->state))}));
            }
            news();
        });
}

}  // namespace review
