// The steps a reviewer takes, from the keys and buttons at the foot of the page.
#include <review/review_page.h>

#include <desk/ground_choices.h>
#include <forms/flag.h>
#include <review/parts_panel.h>

#include <workbench/notice_window.h>
#include <workbench/question.h>

#include <wx/textctrl.h>

#include <algorithm>
#include <array>

namespace review {

using forms::Action;
using workbench::PageAction;
using Where = PageAction::Where;

namespace {

wxString lengthText(const workbench::Bench& bench, const forms::Period& period)
{
    const auto n = static_cast<std::uint64_t>(period.n.value_or(0));
    switch (period.unit) {
    case forms::TimeUnit::Workday: return bench.sayCount("{count} working day", "{count} working days", n);
    case forms::TimeUnit::Day: return bench.sayCount("{count} day", "{count} days", n);
    case forms::TimeUnit::Month: return bench.sayCount("{count} month", "{count} months", n);
    case forms::TimeUnit::Hour: return bench.sayCount("{count} hour", "{count} hours", n);
    case forms::TimeUnit::Minute: return bench.sayCount("{count} minute", "{count} minutes", n);
    case forms::TimeUnit::WorkHour: return bench.sayCount("{count} working hour", "{count} working hours", n);
    case forms::TimeUnit::OnSpot:
    case forms::TimeUnit::None: break;
    }
    return {};
}

}  // namespace

std::vector<PageAction> ReviewPage::actions()
{
    using kit::ActionWeight;
    std::vector<PageAction> all{
        {"claim", say("Claim"), WXK_F3, ActionWeight::Plain, Where::Left, [this] { claimOrRelease(); }},
        {"release", say("Release"), WXK_F3, ActionWeight::Plain, Where::Left, [this] { claimOrRelease(); }},
        {"mark", say("Mark a place"), WXK_F2, ActionWeight::Plain, Where::Left, [this] { toggleMarking(); }},
        {"reply", say("Reply to the mark"), WXK_F4, ActionWeight::Plain, Where::Menu, [this] { reply(); }},
        {"both", say("Side by side"), WXK_F6, ActionWeight::Plain, Where::Left, [this] { toggleBoth(); }},
        {"part",
         say("Settle the part"),
         0,
         ActionWeight::Plain,
         Where::Menu,
         [this] { settlePart(m_parts->chosen().value_or(std::string())); }},
        {"reload", say("Fetch now"), WXK_F5, ActionWeight::Plain, Where::Menu, [this] { news(); }}};
    const auto add = [&](Action action, int key, ActionWeight weight, Where where) {
        all.push_back({std::string(forms::nameOf(action)),
                       say(forms::titleOf(action)),
                       key,
                       weight,
                       where,
                       [this, action] { take(action); }});
    };
    for (const auto action : {Action::Suspend,
                              Action::Resume,
                              Action::Extend,
                              Action::NotAccept,
                              Action::Withdraw,
                              Action::Terminate,
                              Action::Settle,
                              Action::SettleFlag})
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
    if (!m_dossier)
        return;
    const bool claims = isAllowed(forms::Action::Claim);
    if (!claims && !isAllowed(forms::Action::Release))
        return;
    bench().review().run(
        this,
        [id = m_dossier->detail.summary.caseId, claims](workbench::Desks& desks, std::stop_token stop) {
            return claims ? desks.review.claim(id, stop) : desks.review.release(id, stop);
        },
        [this](const base::Result<api::ActionAnswer>& answer) {
            if (!answer)
                bench().tell(answer.error());
            news();
        });
}

void ReviewPage::toggleMarking()
{
    m_marking = !m_marking;
    m_view->setMarking(m_marking);
}

void ReviewPage::toggleBoth()
{
    m_both = !m_both;
    m_view->setSideBySide(m_both);
}

void ReviewPage::drawn(const forms::PercentBox& box)
{
    m_marking = false;
    m_view->setMarking(false);
    const auto* material = m_dossier ? m_dossier->guide->findMaterial(m_view->material()) : nullptr;
    if (!m_view->page() || material == nullptr)
        return;
    workbench::ChoiceQuestion question{say("Mark a place"),
                                       wxString::FromUTF8(material->name),
                                       say("Review point"),
                                       say("Set the mark"),
                                       {say("The material as a whole")},
                                       say("What is wrong"),
                                       desk::WordsFor::FailedPoint};
    std::vector<std::string> points{material->id};
    for (const auto& point : material->points) {
        question.choices.push_back(wxString::FromUTF8(point.text));
        points.push_back(material->id + "/" + point.id);
    }
    ask(this, bench(), question, [this, box, points](std::size_t choice, const std::string& text) {
        setMark(box, points.at(choice), text);
    });
}

void ReviewPage::setMark(const forms::PercentBox& box, const std::string& point, const std::string& text)
{
    const auto page = m_view->page();
    if (!m_dossier || !page)
        return;
    if (point.find('/') != std::string::npos)
        m_judgements[point] = {"fail", text};
    const auto id = m_dossier->detail.summary.caseId;
    bench().review().run(
        this,
        [id, page = *page, box, point, text](workbench::Desks& desks, std::stop_token stop) {
            return desks.review.annotate(id, page, box, point, text, stop);
        },
        [this, id](const base::Result<forms::Annotation>& mark) {
            if (!mark)
                bench().tell(mark.error());
            load(id);
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

void ReviewPage::settle(base::AnnotationId mark, desk::MarkVerdict verdict)
{
    if (!m_dossier)
        return;
    const auto id = m_dossier->detail.summary.caseId;
    bench().review().run(
        this,
        [id, mark, verdict](workbench::Desks& desks, std::stop_token stop) {
            return desks.review.settle(id, mark, verdict, stop);
        },
        [this, id](const base::Result<forms::Annotation>& answer) {
            if (!answer)
                bench().tell(answer.error());
            load(id);
        });
}

std::vector<desk::CorrectionPoint> ReviewPage::toCorrect() const
{
    if (!m_dossier)
        return {};
    return desk::correctionPoints(m_dossier->detail, *m_dossier->guide, m_judgements);
}

std::string ReviewPage::opinion() const
{
    return m_opinion->GetValue().Trim().utf8_string();
}

void ReviewPage::take(Action action)
{
    if (!m_dossier)
        return;
    if (action == Action::RequestCorrection) {
        requestCorrection();
    } else if (action == Action::ReturnToWindow) {
        returnToWindow();
    } else if (action == Action::Suspend) {
        suspend();
    } else if (action == Action::Extend) {
        extend();
    } else if (action == Action::Refuse || action == Action::NotAccept) {
        refuse(action);
    } else if (action == Action::Withdraw || action == Action::Terminate) {
        workbench::TextQuestion question{say(forms::titleOf(action)),
                                         say("The applicant reads these words."),
                                         say("Reason"),
                                         say(forms::titleOf(action)),
                                         opinion(),
                                         true,
                                         {}};
        ask(this, bench(), question, [this, action](const std::string& reason) {
            act({action, reason, {}, std::nullopt, std::nullopt, {}});
        });
    } else if (action == Action::Deliver || action == Action::Settle) {
        handOut(action);
    } else if (action == Action::SettleFlag) {
        settleFlag();
    } else {
        act({action, opinion(), {}, std::nullopt, std::nullopt, {}});
    }
}

void ReviewPage::requestCorrection()
{
    const auto points = toCorrect();
    if (points.empty()) {
        bench().tell(
            widgets::Tone::Warn,
            "no-points",
            say("Mark a place or fail a review point first: a correction names what is to be corrected."));
        return;
    }
    bench().review().run(
        this,
        [dossier = m_dossier, points](workbench::Desks& desks, std::stop_token) {
            return desks.review.correctionNotice(*dossier, points);
        },
        [this, opinion = opinion()](base::Result<std::string> pdf) {
            if (!pdf) {
                bench().tell(pdf.error());
                return;
            }
            const auto title = say(forms::titleOf(Action::RequestCorrection));
            workbench::NoticeDecision decision{
                say("Everything at once. Nothing can be added later."), title, [this, opinion] {
                    sendBack(Action::RequestCorrection,
                             desk::correctionReason(*m_dossier->guide, toCorrect(), opinion));
                }};
            workbench::showNotice(this, bench(), title, std::move(*pdf), std::move(decision));
        });
}

void ReviewPage::returnToWindow()
{
    const auto points = toCorrect();
    workbench::TextQuestion question{
        say(forms::titleOf(Action::ReturnToWindow)),
        say("The window scans again. The applicant is not troubled."),
        say("What is to be corrected"),
        say(forms::titleOf(Action::ReturnToWindow)),
        points.empty() ? opinion() : desk::correctionReason(*m_dossier->guide, points, opinion()),
        true,
        {}};
    ask(this, bench(), question, [this](const std::string& reason) {
        sendBack(Action::ReturnToWindow, reason);
    });
}

void ReviewPage::sendBack(Action action, const std::string& reason)
{
    bench().review().runNamed(
        this,
        say("Asking the back office"),
        [id = m_dossier->detail.summary.caseId, action, points = toCorrect(), reason](
            workbench::Desks& desks, const kit::TaskControl& control) {
            return desks.review.sendBack(id, action, points, reason, control.stopToken());
        },
        [this](const base::Result<api::ActionAnswer>& answer) { acted(answer); });
}

/// A refusal rests on something of the guide; what failed at the review points counts beside what is chosen here.
void ReviewPage::refuse(Action action)
{
    const auto grounds = desk::groundChoices(*m_dossier->guide, action);
    std::vector<std::string> failed;
    for (const auto& point : toCorrect())
        failed.push_back(point.cited);
    if (grounds.empty() && failed.empty()) {
        bench().tell(
            widgets::Tone::Warn,
            "no-ground",
            say("The law of this matter leaves no ground for it: what is complete is accepted and then decided."));
        return;
    }
    workbench::ChoiceQuestion question{say(forms::titleOf(action)),
                                       say("The applicant reads these words."),
                                       say("Ground"),
                                       say(forms::titleOf(action)),
                                       {},
                                       say("Reason"),
                                       std::nullopt};
    for (const auto& ground : grounds)
        question.choices.push_back(wxString::FromUTF8(ground.text));
    if (!failed.empty())
        question.choices.push_back(say("The review points that failed"));
    ask(this,
        bench(),
        question,
        [this, action, grounds, failed](std::size_t choice, const std::string& reason) {
            auto cites = failed;
            if (choice < grounds.size())
                cites = {grounds[choice].cite};
            act({action, reason, cites, std::nullopt, std::nullopt, {}});
        });
}

/// Who took the result, and how, is written down with it.
void ReviewPage::handOut(Action action)
{
    workbench::ChoiceQuestion question{say(forms::titleOf(action)),
                                       say("The course of the case keeps who took the result."),
                                       say("How"),
                                       say(forms::titleOf(action)),
                                       {say("The applicant in person"), say("An agent"), say("By mail")},
                                       say("Who took it, or the number of the mail"),
                                       std::nullopt};
    ask(this, bench(), question, [this, action](std::size_t choice, const std::string& taker) {
        static constexpr std::array<const char*, 3> Ways{"person", "agent", "mail"};
        desk::ReviewStep step{action, opinion(), {}, std::nullopt, std::nullopt, {}};
        step.how = Ways.at(choice);
        (step.how == "mail" ? step.proof : step.taker) = taker;
        act(std::move(step));
    });
}

void ReviewPage::settleFlag()
{
    const auto flags = m_dossier->detail.summary.flags;
    if (flags.empty())
        return;
    workbench::ChoiceQuestion question{
        say(forms::titleOf(Action::SettleFlag)),
        say("The flag stays in the course of the case, with how it was settled."),
        say("Flag"),
        say(forms::titleOf(Action::SettleFlag)),
        {},
        say("How it was settled"),
        std::nullopt};
    for (const auto& flag : flags) {
        const auto cause = forms::parseFlagCause(flag);
        question.choices.push_back(cause ? say(forms::titleOf(*cause)) : wxString::FromUTF8(flag));
    }
    ask(this, bench(), question, [this, flags](std::size_t choice, const std::string& reason) {
        act({Action::SettleFlag, reason, {flags.at(choice)}, std::nullopt, std::nullopt, {}});
    });
}

void ReviewPage::suspend()
{
    workbench::ChoiceQuestion question{
        say(forms::titleOf(Action::Suspend)),
        say("The applicant is told in writing how long the special procedure takes."),
        say("Special procedure"),
        say(forms::titleOf(Action::Suspend)),
        {},
        say("Reason"),
        std::nullopt};
    std::vector<std::string> codes;
    for (const auto& procedure : m_dossier->guide->limits.specialProcedures) {
        question.choices.push_back(wxString::FromUTF8(procedure.name));
        codes.push_back(procedure.code);
    }
    ask(this, bench(), question, [this, codes](std::size_t choice, const std::string& reason) {
        suspendUntil(codes.at(choice), reason);
    });
}

void ReviewPage::suspendUntil(const std::string& procedure, const std::string& reason)
{
    constexpr int Usual = 14;
    const auto today = bench().today();
    workbench::DateQuestion question{say(forms::titleOf(Action::Suspend)),
                                     say("Until when is the special procedure expected to take?"),
                                     say("Expected to end on"),
                                     say(forms::titleOf(Action::Suspend)),
                                     base::Date(std::chrono::sys_days(today) + std::chrono::days(Usual)),
                                     today,
                                     std::nullopt};
    ask(this, bench(), question, [this, procedure, reason](base::Date until) {
        act({Action::Suspend, reason, {}, until, std::nullopt, procedure});
    });
}

void ReviewPage::extend()
{
    const auto& extension = m_dossier->guide->limits.extension;
    if (!extension)
        return;
    workbench::ChoiceQuestion question{say(forms::titleOf(Action::Extend)),
                                       say("The applicant is told why."),
                                       say("By how long"),
                                       say(forms::titleOf(Action::Extend)),
                                       {},
                                       say("Reason"),
                                       std::nullopt};
    std::vector<forms::Period> periods;
    for (int n = extension->n.value_or(0); n > 0; --n) {
        periods.push_back({n, extension->unit, {}});
        question.choices.push_back(lengthText(bench(), periods.back()));
    }
    ask(this, bench(), question, [this, periods](std::size_t choice, const std::string& reason) {
        act({Action::Extend, reason, {}, std::nullopt, periods.at(choice), {}});
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
        [this](const base::Result<api::ActionAnswer>& answer) { acted(answer); });
}

void ReviewPage::acted(const base::Result<api::ActionAnswer>& answer)
{
    if (!answer) {
        bench().tell(answer.error());
    } else if (answer->child) {
        bench().tell(widgets::Tone::Ok,
                     "acted",
                     say("{number}: {state}.",
                         {{"number", answer->number}, base::word("state", forms::titleOf(*answer->child))}));
    } else {
        m_judgements.clear();
        m_opinion->Clear();
        bench().tell(widgets::Tone::Ok,
                     "acted",
                     say("{number} is now: {state}.",
                         {{"number", answer->number}, base::word("state", forms::titleOf(answer->state))}));
    }
    news();
}

}  // namespace review
