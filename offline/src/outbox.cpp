#include <offline/outbox.h>

#include "file_lock.h"
#include "paper_sending.h"
#include "receipt_check.h"

namespace offline {

namespace {

double fraction(std::minstd_rand& random)
{
    return std::uniform_real_distribution<double>(0.0, 1.0)(random);
}

base::Error lineCut()
{
    return base::fail(base::ErrorCode::Network, "The line to the back office was cut.").value();
}

}  // namespace

/// What the uploader asks for, answered from the workplace.
class Outbox::Surroundings final : public Uploader::Ports
{
  public:
    Surroundings(Workplace& workplace,
                 BackOfficeClient& client,
                 forms::KeyFinder keys,
                 std::minstd_rand& random,
                 std::string user,
                 const Progress& progress)
        : m_workplace(workplace)
        , m_client(client)
        , m_keys(std::move(keys))
        , m_random(random)
        , m_user(std::move(user))
        , m_progress(progress)
    {}

    [[nodiscard]] base::Timestamp now() const override { return m_workplace.clock().now(); }

    [[nodiscard]] BackOfficeClient& backOffice() override { return m_client; }

    [[nodiscard]] forms::KeyFinder receiptKeys() const override { return m_keys; }

    [[nodiscard]] double jitter() override { return fraction(m_random); }

    void changed(const OutboxEntry& entry) override
    {
        if (m_progress)
            m_progress(entry);
    }

    [[nodiscard]] base::Status arrived(const OutboxEntry& entry,
                                       const api::Receipt& receipt,
                                       std::string_view receiptJws) override
    {
        return keepReceipt(m_workplace, entry, receipt, receiptJws, m_user);
    }

  private:
    Workplace& m_workplace;
    BackOfficeClient& m_client;
    forms::KeyFinder m_keys;
    std::minstd_rand& m_random;
    std::string m_user;
    const Progress& m_progress;
};

base::Status putSealed(Workplace& workplace, const forms::SealedCase& sealed, std::string_view user)
{
    const auto& content = sealed.manifest().sealed;
    return workplace.database().transact([&]() -> base::Status {
        for (const auto& page : content.pages)
            if (!page.discarded && !workplace.pages().has(page.sha256) && content.revision == 1)
                return base::fail(base::ErrorCode::NotFound,
                                  "The page {page} is not on this workstation.",
                                  {{"page", page.sha256.toString()}});
        for (const auto& notice : content.notices)
            if (notice.bytes.value > 0 && content.revision == 1 && !workplace.pages().has(notice.sha256))
                return base::fail(base::ErrorCode::NotFound,
                                  "A paper that was made for case {case} is not on this workstation any more. Print it "
                                  "again.",
                                  {{"case", content.number}});
        if (auto put = workplace.outbox().put(sealed); !put)
            return put;
        const auto changed = workplace.cases().change(content.id, [&](forms::Case& draft) -> base::Status {
            if (draft.revision != content.revision)
                return base::fail(base::ErrorCode::Conflict,
                                  "Case {case} was changed while it was being sealed. Look at it again.",
                                  {{"case", content.id.toString()}});
            if (draft.state == forms::CaseState::Draft)
                draft.state = forms::CaseState::Sealed;
            return {};
        });
        if (!changed)
            return base::passOn(changed);
        return workplace.audit().record(
            user, "case.seal", content.id, "revision " + std::to_string(content.revision));
    });
}

Outbox::Outbox(Workplace& workplace, HttpLine& line, RetryPlan plan)
    : m_workplace(workplace)
    , m_line(line)
    , m_plan(plan)
    , m_random(static_cast<std::minstd_rand::result_type>(workplace.clock().now().time_since_epoch().count()))
{}

base::Status Outbox::put(const forms::SealedCase& sealed, std::string_view user)
{
    return putSealed(m_workplace, sealed, user);
}

base::Result<SendReport> Outbox::send(SendWhat what, const Progress& progress, std::stop_token stop)
{
    const auto lock = FileLock::wait(m_workplace.folder().outboxLock(), FileLock::Kind::Exclusive, stop);
    if (!lock)
        return base::passOn(lock);
    if (what == SendWhat::Waiting)
        if (auto hurried = hurry(); !hurried)
            return base::passOn(hurried);
    const auto waits = isAnythingWaiting();
    if (!waits)
        return base::passOn(waits);
    if (!*waits)
        return SendReport();  // nothing waits, so nobody is asked
    const auto session = m_workplace.sessions().current();
    if (!session)
        return base::passOn(session);
    const auto address = m_workplace.sessions().backOffice();
    if (!address)
        return base::passOn(address);
    if (!*address || !session->hasToken(m_workplace.clock().now()))
        return base::fail(base::ErrorCode::LoginNeeded,
                          "Sending needs a login at the back office. Log in again while there is a line.");
    BackOfficeClient client(m_line);
    SendReport report;
    if (auto line = checkLine(client, **address, report, stop); !line) {
        if (line.error().code != base::ErrorCode::Network
            && line.error().code != base::ErrorCode::NotOurServer)
            return base::passOn(line);
        report.line = line.error();
        return report;
    }
    client.useToken(session->token);
    Surroundings surroundings(m_workplace,
                              client,
                              (*address)->keysFor(api::KeyUse::Receipt),
                              m_random,
                              session->user.name,
                              progress);
    Uploader uploader(surroundings, m_workplace.outbox(), m_workplace.pages(), m_plan);
    if (auto sent = sendDue(uploader, report, stop); !sent)
        return base::passOn(sent);
    PaperSending papers(surroundings, m_workplace.papers(), m_workplace.pages(), m_plan);
    if (!report.line)
        if (auto sent = sendPapers(papers, report, stop); !sent)
            return base::passOn(sent);
    return report;
}

base::Status Outbox::hurry()
{
    if (auto hurried = m_workplace.outbox().hurry(); !hurried)
        return hurried;
    return m_workplace.papers().hurry();
}

base::Result<bool> Outbox::isAnythingWaiting() const
{
    const auto entry = m_workplace.outbox().nextTry();
    if (!entry)
        return base::passOn(entry);
    const auto paper = m_workplace.papers().nextTry();
    if (!paper)
        return base::passOn(paper);
    return entry->has_value() || paper->has_value();
}

/// Before a token or a byte of a case goes anywhere: is this our back office, and does its clock agree with ours?
base::Status Outbox::checkLine(BackOfficeClient& client,
                               const BackOfficeAddress& address,
                               SendReport& report,
                               std::stop_token stop)
{
    const auto health = client.health(address.keysFor(api::KeyUse::Receipt), stop);
    const auto now = m_workplace.clock().now();
    if (health) {
        report.ahead = std::chrono::duration_cast<std::chrono::seconds>(now - health->time);
        if (auto noted = m_workplace.sessions().noteClock(report.ahead); !noted)
            return noted;
        if (auto woken = m_workplace.papers().wake(); !woken)
            return woken;
        return m_workplace.outbox().wake();
    }
    if (health.error().code == base::ErrorCode::Network
        || health.error().code == base::ErrorCode::NotOurServer) {
        const auto due = m_workplace.outbox().due(now, 1);
        const int attempt = due && !due->empty() ? due->front().attempts + 1 : 1;
        const auto when = now + m_plan.delay(attempt, fraction(m_random));
        if (auto putOff = m_workplace.outbox().putOffDue(now, when); !putOff)
            return putOff;
        if (auto putOff = m_workplace.papers().putOffDue(now, when); !putOff)
            return putOff;
    }
    return base::passOn(health);
}

base::Status Outbox::sendDue(Uploader& uploader, SendReport& report, std::stop_token stop)
{
    while (true) {
        const auto due = m_workplace.outbox().due(m_workplace.clock().now());
        if (!due)
            return base::passOn(due);
        if (due->empty())
            return {};
        for (const auto& entry : *due) {
            const auto sent = uploader.send(entry, stop);
            if (!sent)
                return base::passOn(sent);
            report.received += sent->state == OutboxState::Received ? 1 : 0;
            report.parked += sent->state == OutboxState::Parked ? 1 : 0;
            report.waiting += sent->nextTry ? 1 : 0;
            if (sent->nextTry && (sent->reason == "network" || sent->reason == "not-our-server")) {
                report.line = lineCut();
                return {};
            }
        }
    }
}

base::Status Outbox::sendPapers(PaperSending& papers, SendReport& report, std::stop_token stop)
{
    while (true) {
        const auto due = m_workplace.papers().due(m_workplace.clock().now());
        if (!due)
            return base::passOn(due);
        if (due->empty())
            return {};
        for (const auto& entry : *due) {
            const auto sent = papers.send(entry, stop);
            if (!sent)
                return base::passOn(sent);
            report.papers += sent->state == PaperState::Kept ? 1 : 0;
            report.parked += sent->state == PaperState::Parked ? 1 : 0;
            report.waiting += sent->state == PaperState::Waiting ? 1 : 0;
            if (sent->lineGone) {
                report.line = lineCut();
                return {};
            }
        }
    }
}

base::Result<int> Outbox::purge(std::chrono::hours undoPeriod)
{
    const auto old = m_workplace.outbox().purgeable(m_workplace.clock().now() - undoPeriod);
    if (!old)
        return base::passOn(old);
    for (const auto& entry : *old) {
        const auto done = m_workplace.database().transact([&]() -> base::Status {
            if (auto released = m_workplace.cases().releasePages(entry.caseId); !released)
                return released;
            return m_workplace.outbox().notePurged(entry.caseId, entry.revision);
        });
        if (!done)
            return base::passOn(done);
    }
    return old->empty() ? base::Result<int>(0) : m_workplace.pages().removeUnused(undoPeriod);
}

}  // namespace offline
