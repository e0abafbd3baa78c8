#include <offline/inbox.h>

#include <forms/sealed_case.h>

#include <algorithm>
#include <set>

namespace offline {

namespace {

/// What was sealed as it lies on the desk: signed papers under the name of their paper.
forms::Case draftOf(const forms::Manifest& manifest)
{
    auto draft = manifest.sealed;
    for (const auto& notice : draft.notices)
        if (!notice.signedPages.empty())
            draft.materialEntry(notice.kind).pages = notice.signedPages;
    return draft;
}

}  // namespace

Inbox::Inbox(Workplace& workplace, BackOfficeClient& backOffice)
    : m_workplace(workplace)
    , m_backOffice(backOffice)
{}

base::Result<PullReport> Inbox::pull(std::chrono::seconds wait, std::stop_token stop)
{
    PullReport report;
    auto cursor = m_workplace.inbox().cursor();
    if (!cursor)
        return base::passOn(cursor);
    while (true) {
        const auto answer = m_backOffice.changes({*cursor, std::min(wait, api::MaxWait)}, stop);
        if (!answer)
            return base::passOn(answer);
        std::set<base::CaseId> cases;
        for (const auto& change : answer->changes)
            cases.insert(change.caseId);
        for (const auto& id : cases)
            if (auto taken = take(id, report, stop); !taken)
                return base::passOn(taken);
        if (auto noted = noteCursor(*cursor, answer->cursor); !noted)
            return base::passOn(noted);
        if (answer->changes.empty() || answer->cursor == *cursor)
            return report;
        cursor = answer->cursor;
        wait = std::chrono::seconds(0);  // something came: take what else is there, do not wait for more
    }
}

/// Where the next pull goes on, and, now and then, that nothing happened up to here.
base::Status Inbox::noteCursor(const std::string& before, const std::string& cursor)
{
    constexpr std::chrono::minutes NowAndThen{5};
    const auto now = m_workplace.clock().now();
    const auto pulled = m_workplace.inbox().pulled();
    if (!pulled)
        return base::passOn(pulled);
    if (cursor == before && *pulled && now - **pulled < NowAndThen && now >= **pulled)
        return {};
    return m_workplace.inbox().moveCursor(cursor, now);
}

base::Status Inbox::take(base::CaseId id, PullReport& report, std::stop_token stop)
{
    const auto here = m_workplace.cases().row(id);
    if (!here)
        return base::passOn(here);
    if (!*here) {
        ++report.ignored;
        return {};
    }
    const auto detail = m_backOffice.caseDetail(id, stop);
    if (!detail)
        return base::passOn(detail);
    const auto ours = believable(*detail);
    if (!ours)
        return base::passOn(ours);
    if (!*ours) {
        report.doubtful.push_back(id);
        return {};
    }
    if (std::ranges::find(report.changed, id) == report.changed.end())
        report.changed.push_back(id);
    return update(*detail);
}

/// Every revision that went out from here is there with the content that was sealed.
base::Result<bool> Inbox::believable(const api::CaseDetail& detail)
{
    for (const auto& revision : detail.revisions) {
        const auto entry = m_workplace.outbox().find(detail.summary.caseId, revision.revision);
        if (!entry)
            return base::passOn(entry);
        if (*entry && (*entry)->manifest != revision.digest)
            return false;
    }
    return true;
}

base::Status Inbox::update(const api::CaseDetail& detail)
{
    return m_workplace.database().transact([&]() -> base::Status {
        if (auto kept = m_workplace.inbox().keep(detail); !kept)
            return kept;
        if (auto settled = settlePapers(detail); !settled)
            return settled;
        const auto changed =
            m_workplace.cases().change(detail.summary.caseId, [&](forms::Case& known) -> base::Status {
                known.officialNumber = detail.summary.number;
                // What is being corrected here, or still waits for its receipt, is ahead of the back office.
                const bool ahead =
                    known.state == forms::CaseState::Draft || known.state == forms::CaseState::Sealed;
                if (!ahead && known.revision <= detail.summary.revision)
                    known.state = detail.summary.state;
                return {};
            });
        if (!changed
            && changed.error().code != base::ErrorCode::NotFound)  // its content was removed when it was over
            return base::passOn(changed);
        return {};
    });
}

/// A paper whose answer was lost is there all the same.
base::Status Inbox::settlePapers(const api::CaseDetail& detail)
{
    const auto papers = m_workplace.papers().ofCase(detail.summary.caseId);
    if (!papers)
        return base::passOn(papers);
    for (const auto& paper : *papers)
        for (const auto& document : detail.documents)
            if (paper.state == PaperState::Waiting && document == paper.record)
                if (auto kept = m_workplace.papers().kept(document.id, paper.version); !kept)
                    return kept;
    return {};
}

base::Result<int> Inbox::fetch(base::CaseId id, std::stop_token stop)
{
    const auto here = m_workplace.cases().row(id);
    if (!here)
        return base::passOn(here);
    if (!*here) {
        const auto detail = m_backOffice.caseDetail(id, stop);
        if (!detail)
            return base::passOn(detail);
        if (auto adopted = adopt(*detail, stop); !adopted)
            return base::passOn(adopted);
    }
    const auto known = m_workplace.cases().load(id);
    if (!known)
        return base::passOn(known);
    int came = 0;
    for (const auto& page : known->pages) {
        if (m_workplace.pages().has(page.sha256))
            continue;
        const auto image = m_backOffice.page(page.sha256, stop);
        if (!image)
            return base::passOn(image);
        if (auto kept = m_workplace.pages().keep(*image); !kept)
            return base::passOn(kept);
        ++came;
    }
    return came;
}

base::Status Inbox::adopt(const api::CaseDetail& detail, std::stop_token stop)
{
    const auto newest = std::ranges::max_element(detail.revisions, {}, &api::RevisionRecord::revision);
    if (newest == detail.revisions.end())
        return base::fail(base::ErrorCode::NotFound,
                          "The back office has no revision of case {case}.",
                          {{"case", detail.summary.caseId.toString()}});
    const auto keys = m_backOffice.keys(stop);
    if (!keys)
        return base::passOn(keys);
    const auto sealed = forms::SealedCase::verify(
        newest->manifest, [&](std::string_view kid) { return keys->find(kid, api::KeyUse::Clerk); });
    if (!sealed)
        return base::passOn(sealed);
    if (sealed->manifest().sealed.id != detail.summary.caseId)
        return base::fail(base::ErrorCode::Damaged, "The back office sent the manifest of another case.");
    auto adopted = draftOf(sealed->manifest());
    adopted.state = detail.summary.state;
    adopted.officialNumber = detail.summary.number;
    return m_workplace.database().transact([&]() -> base::Status {
        if (auto created = m_workplace.cases().create(adopted); !created)
            return created;
        return m_workplace.inbox().keep(detail);
    });
}

}  // namespace offline
