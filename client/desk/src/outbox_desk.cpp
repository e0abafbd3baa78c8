#include <desk/outbox_desk.h>

#include <forms/correction_text.h>
#include <offline/back_office_client.h>

namespace desk {

namespace {

bool cameBack(forms::CaseState state)
{
    return forms::traitsOf(state).takesRevision;
}

/// The words of the step that sent the case back: the newest of its kind.
std::string reasonOf(const forms::Guide& guide, const api::CaseDetail& detail)
{
    for (auto entry = detail.course.rbegin(); entry != detail.course.rend(); ++entry)
        if (entry->act == forms::Act::CorrectionRequested || entry->act == forms::Act::Returned)
            return forms::correctionText(guide, *entry, detail.annotations);
    return {};
}

/// What the back office says of a case, unless the clerk has begun its next revision already.
void follow(forms::Case& draft, const api::CaseDetail& detail)
{
    draft.officialNumber = detail.summary.number;
    if (draft.state != forms::CaseState::Draft && detail.summary.revision >= draft.revision)
        draft.state = detail.summary.state;
}

/// What an error says of the line; nothing when it is about something else.
std::optional<LineState> lineStateOf(const base::Error& error)
{
    if (error.code == base::ErrorCode::Network)
        return LineState::Gone;
    if (error.code == base::ErrorCode::NotOurServer)
        return LineState::NotOurs;
    if (error.code == base::ErrorCode::LoginNeeded)
        return LineState::LoginNeeded;
    return std::nullopt;
}

}  // namespace

OutboxDesk::OutboxDesk(offline::Workplace& workplace, offline::SignIn& signIn)
    : m_workplace(workplace)
    , m_signIn(signIn)
{}

base::Result<std::vector<offline::OutboxEntry>> OutboxDesk::list() const
{
    return m_workplace.outbox().list();
}

base::Result<offline::SendReport> OutboxDesk::send(offline::SendWhat what,
                                                   const offline::Outbox::Progress& progress,
                                                   std::stop_token stop)
{
    const auto line = m_signIn.openLine();
    if (!line)
        return base::passOn(line);
    offline::Outbox outbox(m_workplace, **line);
    auto report = outbox.send(what, progress, stop);
    if (report)
        if (auto purged = outbox.purge(); !purged)
            return base::passOn(purged);
    return report;
}

base::Result<int> OutboxDesk::retry(std::optional<base::CaseId> id)
{
    const auto entries = id ? m_workplace.outbox().retry(*id) : m_workplace.outbox().retryAll();
    if (!entries)
        return entries;
    const auto papers = m_workplace.papers().retry(id);
    return papers ? base::Result<int>(*entries + *papers) : papers;
}

base::Result<offline::Recalled> OutboxDesk::recall(base::CaseId id, std::stop_token stop)
{
    const auto line = m_signIn.openLine();
    if (!line)
        return base::passOn(line);
    return offline::Outbox(m_workplace, **line).recall(id, std::move(stop));
}

base::Result<std::vector<offline::PaperEntry>> OutboxDesk::papers() const
{
    return m_workplace.papers().unsettled();
}

base::Result<offline::PullReport> OutboxDesk::pull(std::chrono::seconds wait, std::stop_token stop)
{
    const auto session = m_workplace.sessions().current();
    if (!session)
        return base::passOn(session);
    const auto line = m_signIn.openLine();
    if (!line)
        return base::passOn(line);
    offline::BackOfficeClient client(**line);
    client.useToken(session->token);
    offline::Inbox inbox(m_workplace, client);
    auto report = inbox.pull(wait, stop);
    if (!report)
        return report;
    for (const auto id : report->changed) {
        const auto detail = m_workplace.inbox().detail(id);
        if (!detail)
            return base::passOn(detail);
        const auto followed = m_workplace.cases().change(id, [&detail](forms::Case& draft) -> base::Status {
            follow(draft, *detail);
            return {};
        });
        if (!followed)
            return base::passOn(followed);
    }
    return report;
}

base::Result<std::vector<ReturnedCase>> OutboxDesk::returned() const
{
    const auto rows = m_workplace.inbox().list();
    if (!rows)
        return base::passOn(rows);
    std::vector<ReturnedCase> returned;
    for (const auto& row : *rows) {
        if (!cameBack(row.state))
            continue;
        const auto detail = m_workplace.inbox().detail(row.caseId);
        if (!detail)
            return base::passOn(detail);
        const auto known = m_workplace.cases().load(row.caseId);
        const auto guide = known ? m_workplace.catalogue().guide(known->guide.sha256)
                                 : base::Result<std::shared_ptr<const forms::Guide>>(base::passOn(known));
        if (!guide)
            continue;  // its content is gone from here
        ReturnedCase entry{row, detail->summary.number, {}, reasonOf(**guide, *detail)};
        for (const auto& annotation : detail->annotations)
            if (!annotation.settled && annotation.motivation == forms::Motivation::Assessing)
                entry.open.push_back(annotation);
        returned.push_back(std::move(entry));
    }
    return returned;
}

base::Result<Round> OutboxDesk::goRound(offline::SendWhat what,
                                        const offline::Outbox::Progress& progress,
                                        std::stop_token stop)
{
    Round round;
    const auto over = [&round](const base::Error& error) -> base::Result<Round> {
        const auto line = lineStateOf(error);
        if (!line)
            return tl::unexpected(error);
        round.line = *line;
        return round;
    };
    const auto sent = send(what, progress, stop);
    if (!sent)
        return over(sent.error());
    round.sent = *sent;
    if (sent->line)
        return over(*sent->line);
    auto pulled = pull(std::chrono::seconds(0), stop);
    if (!pulled)
        return over(pulled.error());
    round.pulled = std::move(*pulled);
    return round;
}

}  // namespace desk
