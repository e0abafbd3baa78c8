#include <offline/outbox.h>

#include "file_lock.h"
#include "receipt_check.h"

#include <forms/jws.h>

#include <algorithm>

namespace offline {

namespace {

using base::ErrorCode;
using base::fail;

tl::unexpected<base::Error> nobodyKnows(const forms::Case& sealed)
{
    return fail(ErrorCode::Network,
                "Whether the back office has case {number} already is not known: it was sent, and there is no line to "
                "ask. Recall it when there is a line and you are logged in at the back office.",
                {{"number", sealed.number}});
}

/// Whoever signed it, or to whom the draft was handed over.
base::Status checkOwner(const forms::Case& sealed, const std::string& manifestJws, const std::string& user)
{
    const auto jws = forms::peekJws(manifestJws);
    const auto manifest = jws ? forms::manifestFromJson(jws->payload)
                              : base::Result<forms::Manifest>(base::passOn(jws));
    if (!manifest)
        return base::passOn(manifest);
    const bool handed =
        std::any_of(sealed.course.begin(), sealed.course.end(), [&user](const forms::CourseEntry& entry) {
            return entry.act == forms::Act::HandedOver && entry.taker == user;
        });
    if (manifest->sealed.clerk == user || handed)
        return {};
    return fail(ErrorCode::NotAllowed,
                "{user} sealed this case and takes it back, or whoever it was handed to.",
                {{"user", manifest->sealed.clerk}});
}

base::Result<OutboxEntry> entryToTakeBack(Workplace& workplace, const forms::Case& sealed)
{
    const auto entry = workplace.outbox().find(sealed.id, sealed.revision);
    if (!entry)
        return base::passOn(entry);
    if (!*entry)
        return fail(ErrorCode::NotFound,
                    "Nothing of case {number} waits in the outbox.",
                    {{"number", sealed.number}});
    if ((*entry)->state == OutboxState::Received || sealed.state != forms::CaseState::Sealed)
        return fail(ErrorCode::NotAllowed,
                    "The back office has received case {number}: it cannot be taken back any more, only withdrawn.",
                    {{"number", sealed.number}});
    return **entry;
}

/// A paper made between sealing and recall, told to nobody yet: it travels with the case again.
forms::NoticeRecord noticeOf(const api::DocumentRecord& record)
{
    forms::NoticeRecord notice{std::string(nameOf(record.kind)), record.sha256};
    notice.number = record.number;
    notice.bytes = record.bytes;
    notice.made = record.made;
    notice.handed = record.handed;
    notice.copies = record.copies;
    notice.signedPages = record.signedPages;
    return notice;
}

forms::CourseEntry entryOf(forms::Act act, base::Timestamp at, const api::DocumentRecord& record)
{
    forms::CourseEntry entry;
    entry.act = act;
    entry.at = at;
    entry.noted = at;
    entry.by = record.by;
    entry.role = forms::Role::Clerk;
    entry.site = record.site;
    entry.paper = nameOf(record.kind);
    return entry;
}

void takePaper(forms::Case& draft, const api::DocumentRecord& record)
{
    std::erase_if(draft.notices, [&record](const forms::NoticeRecord& known) {
        return known.kind == nameOf(record.kind);
    });
    draft.notices.push_back(noticeOf(record));
    append(draft.course, entryOf(forms::Act::NoticeMade, record.made, record));
    if (record.handed) {
        auto handed = entryOf(forms::Act::NoticeHandedOver, record.handed->at, record);
        handed.taker = record.handed->to;
        append(draft.course, std::move(handed));
    }
}

void unseal(forms::Case& draft)
{
    draft.state = forms::CaseState::Draft;
    draft.insisted = false;
    draft.insistedRoute.clear();
    std::erase_if(draft.course,
                  [](const forms::CourseEntry& entry) { return entry.act == forms::Act::Sealed; });
    for (std::size_t i = 0; i < draft.course.size(); ++i)
        draft.course[i].n = static_cast<int>(i) + 1;
}

}  // namespace

base::Result<Recalled> Outbox::recall(base::CaseId id, std::stop_token stop)
{
    // Nobody sends meanwhile: what is not handed in now will not be.
    const auto lock = FileLock::wait(m_workplace.folder().outboxLock(), FileLock::Kind::Exclusive, stop);
    if (!lock)
        return base::passOn(lock);
    const auto session = m_workplace.sessions().current();
    if (!session)
        return base::passOn(session);
    const auto sealed = m_workplace.cases().load(id);
    if (!sealed)
        return base::passOn(sealed);
    const auto entry = entryToTakeBack(m_workplace, *sealed);
    if (!entry)
        return base::passOn(entry);
    const auto manifest = m_workplace.outbox().manifestJws(id, entry->revision);
    if (!manifest)
        return base::passOn(manifest);
    if (auto own = checkOwner(*sealed, *manifest, session->user.name); !own)
        return base::passOn(own);
    if (entry->handedIn) {
        std::string jws;
        const auto receipt = receiptThere(*entry, jws, stop);
        if (!receipt && receipt.error().code == ErrorCode::Network)
            return nobodyKnows(*sealed);
        if (!receipt)
            return base::passOn(receipt);
        if (*receipt) {
            if (auto kept = keepReceipt(m_workplace, *entry, **receipt, jws, session->user.name); !kept)
                return base::passOn(kept);
            return Recalled::Received;
        }
    }
    if (auto again = makeDraftAgain(*entry, session->user.name); !again)
        return base::passOn(again);
    return Recalled::DraftAgain;
}

/// What the back office answered for this revision; nothing when it has none. Error Network where it cannot be asked.
base::Result<std::optional<api::Receipt>> Outbox::receiptThere(const OutboxEntry& entry,
                                                               std::string& jws,
                                                               std::stop_token stop)
{
    const auto noLine = fail(ErrorCode::Network, "The back office cannot be asked now.");
    const auto session = m_workplace.sessions().current();
    const auto address = m_workplace.sessions().backOffice();
    if (!session || !address || !*address || !session->hasToken(m_workplace.clock().now()))
        return noLine;
    const auto keys = (*address)->keysFor(api::KeyUse::Receipt);
    BackOfficeClient client(m_line);
    if (const auto health = client.health(keys, stop); !health)
        return health.error().code == ErrorCode::Cancelled
                   ? base::Result<std::optional<api::Receipt>>(base::passOn(health))
                   : noLine;
    client.useToken(session->token);
    const auto answer = client.askRevision(entry.caseId, entry.revision, stop);
    if (!answer && answer.error().problem
        && answer.error().problem->code == api::ProblemCode::NotFound)
        return std::optional<api::Receipt>();
    if (!answer)
        return answer.error().error.code == ErrorCode::LoginNeeded
                   ? base::Result<std::optional<api::Receipt>>(noLine)
                   : tl::unexpected(answer.error().error);
    const auto there = forms::peekJws(answer->manifest);
    if (!there || there->digest() != entry.manifest)
        return fail(ErrorCode::Conflict,
                    "The back office has other content under this case and revision. A supervisor must compare the two.");
    auto receipt = checkedReceipt(answer->receipt, entry, keys);
    if (!receipt)
        return base::passOn(receipt);
    jws = answer->receipt;
    return std::optional(std::move(*receipt));
}

base::Status Outbox::makeDraftAgain(const OutboxEntry& entry, const std::string& user)
{
    return m_workplace.database().transact([&]() -> base::Status {
        // Papers of a case the back office never had go with the case again; those of a later revision it takes anyway.
        std::vector<PaperEntry> papers;
        if (entry.revision == 1) {
            auto all = m_workplace.papers().ofCase(entry.caseId);
            if (!all)
                return base::passOn(all);
            papers = std::move(*all);
        }
        const auto changed =
            m_workplace.cases().change(entry.caseId, [&papers](forms::Case& draft) -> base::Status {
                unseal(draft);
                for (const auto& paper : papers)
                    if (paper.state != PaperState::Kept)
                        takePaper(draft, paper.record);
                return {};
            });
        if (!changed)
            return base::passOn(changed);
        if (!papers.empty())
            if (auto taken = m_workplace.papers().takeBack(entry.caseId); !taken)
                return taken;
        if (auto withdrawn = m_workplace.outbox().withdraw(entry.caseId, entry.revision); !withdrawn)
            return withdrawn;
        return m_workplace.audit().record(
            user, "case.recall", entry.caseId, "revision " + std::to_string(entry.revision));
    });
}

}  // namespace offline
