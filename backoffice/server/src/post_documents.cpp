#include "endpoints.h"

#include <api/post_documents.h>
#include <forms/allowed.h>
#include <forms/arrival.h>
#include <forms/clocks.h>
#include <forms/step.h>
#include <server/audit_store.h>
#include <server/case_course.h>
#include <server/document_store.h>
#include <server/revision_store.h>

#include <algorithm>

namespace server {

namespace {

struct Outcome {
    bool isNew = false;
    api::DocumentRecord record;
    std::vector<base::Digest> missing;  ///< bytes that are not here yet; nothing was kept then
};

/// Who made it must be somebody of the case's division, and when, a time of this office's clock.
base::Status checkMaker(Transaction& transaction,
                        const CaseRecord& record,
                        const api::DocumentRecord& document,
                        base::Timestamp now)
{
    const auto maker = AccountStore(transaction).find(document.by);
    if (!maker || maker->division != record.division)
        return base::fail(base::ErrorCode::NotAllowed,
                          "The paper names somebody who made it and is not of the case's division.");
    const auto last = document.handed ? std::max(document.made, document.handed->at) : document.made;
    if (last > now + forms::ClockTolerance)
        return base::fail(
            base::ErrorCode::BadInput,
            "The clock of the workstation that made the paper is ahead of the back office. Set it right.");
    if (document.handed && document.handed->at < document.made)
        return base::fail(base::ErrorCode::BadInput, "A paper is not handed over before it is made.");
    return {};
}

std::vector<base::Digest> missingBytes(Transaction& transaction, const api::DocumentRecord& document)
{
    std::vector<base::Digest> missing;
    PageIndexStore index(transaction);
    const auto look = [&](const base::Digest& sha256) {
        if (!index.find(sha256) && std::find(missing.begin(), missing.end(), sha256) == missing.end())
            missing.push_back(sha256);
    };
    look(document.sha256);
    for (const auto& page : document.pages)
        look(page.sha256);
    return missing;
}

base::Status checkBytes(Transaction& transaction, base::CaseId id, const api::DocumentRecord& document)
{
    const auto stored = PageIndexStore(transaction).find(document.sha256);
    if (!stored || stored->bytes != document.bytes.value || stored->mediaType != document.type)
        return base::fail(base::ErrorCode::BadInput,
                          "The paper is of another size or type than the bytes that were sent.");
    for (const auto page : document.signedPages) {
        const bool sent = std::any_of(
            document.pages.begin(), document.pages.end(), [page](const auto& one) { return one.id == page; });
        if (!sent && !RevisionStore(transaction).hasPage(id, page))
            return base::fail(base::ErrorCode::BadInput,
                              "A signed page is neither in a revision of the case nor sent with the paper.");
    }
    return {};
}

forms::CourseEntry entryOf(forms::Act act,
                           const api::DocumentRecord& document,
                           forms::Role role,
                           int revision)
{
    forms::CourseEntry entry;
    entry.act = act;
    entry.by = document.by;
    entry.role = role;
    entry.site = document.site;
    entry.revision = revision;
    entry.paper = nameOf(document.kind);
    return entry;
}

std::vector<forms::CourseEntry> entriesOf(const std::optional<DocumentStore::Found>& known,
                                          const api::DocumentRecord& document,
                                          forms::Role role,
                                          int revision,
                                          base::Timestamp now)
{
    std::vector<forms::CourseEntry> entries;
    if (!known) {
        entries.push_back(entryOf(forms::Act::NoticeMade, document, role, revision));
        entries.back().at = document.made;
    }
    if (document.handed && !(known && known->record.handed)) {
        entries.push_back(entryOf(forms::Act::NoticeHandedOver, document, role, revision));
        entries.back().at = document.handed->at;
        entries.back().taker = document.handed->to;
    }
    for (auto& entry : entries)
        entry.noted = now;
    return entries;
}

/// The applicant is told by what is handed to her, and the law counts the days until then.
void flagLateTelling(std::vector<forms::CourseEntry>& entries, const CaseCourse& course)
{
    const auto& told = entries.empty() ? forms::CourseEntry{} : entries.back();
    const auto& rules = course.rules();
    if (told.act != forms::Act::NoticeHandedOver || told.paper != nameOf(forms::PaperKind::OneTimeNotice)
        || !forms::isToldLate(course.guide(), course.course(), rules.calendar, rules.office, told.at))
        return;
    const forms::StepTaken taken{told.by, told.role, told.site, told.noted, told.revision.value_or(1)};
    entries.push_back(forms::flagEntry(forms::FlagCause::LateNotice, taken));
}

/// What is kept of it from now on: nothing that was added before gets lost when only something else is added.
api::DocumentRecord together(const std::optional<DocumentStore::Found>& known, api::DocumentRecord document)
{
    if (!known)
        return document;
    if (!document.handed)
        document.handed = known->record.handed;
    if (document.signedPages.empty()) {
        document.signedPages = known->record.signedPages;
        document.pages = known->record.pages;
    }
    return document;
}

base::Result<std::optional<DocumentStore::Found>> findKnown(Transaction& transaction,
                                                            base::CaseId id,
                                                            const api::DocumentRecord& document)
{
    auto known = DocumentStore(transaction).find(document.id);
    const bool other = known && known->caseId != id;
    if (other || (known && newsOf(known->record, document) == api::DocumentNews::Contradicts))
        return base::fail(base::ErrorCode::Conflict, "Another paper was kept under this id already.");
    return known;
}

base::Result<Outcome> keep(BackOffice& office,
                           const Account& account,
                           base::CaseId id,
                           const api::DocumentRecord& document,
                           forms::Role role)
{
    return office.database->write([&](Transaction& transaction) -> base::Result<Outcome> {
        auto context = contextOf(office, transaction, account, id);
        if (!context)
            return base::passOn(context);
        const auto known = findKnown(transaction, id, document);
        if (!known)
            return base::passOn(known);
        if (*known && newsOf((*known)->record, document) == api::DocumentNews::None)
            return Outcome{false, (*known)->record, {}};
        const auto now = office.clock.now();
        if (auto made = checkMaker(transaction, context->record, document, now); !made)
            return base::passOn(made);
        if (auto missing = missingBytes(transaction, document); !missing.empty())
            return Outcome{false, document, std::move(missing)};
        if (auto bytes = checkBytes(transaction, id, document); !bytes)
            return base::passOn(bytes);
        auto course = CaseCourse::open(transaction, std::move(*context), now);
        if (!course)
            return base::passOn(course);
        const auto kept = together(*known, document);
        DocumentStore documents(transaction);
        if (*known)
            documents.complete(kept);
        else
            documents.add(id, kept);
        auto entries = entriesOf(*known, document, role, course->record().revision, now);
        flagLateTelling(entries, *course);
        if (auto written = course->write(std::move(entries), now); !written)
            return base::passOn(written);
        course->close(api::ChangeKind::Document, now);
        AuditStore(transaction)
            .add(now,
                 account.name,
                 "document " + document.id.toString() + " " + std::string(nameOf(document.kind))
                     + (document.handed ? " handed-over" : ""),
                 id);
        return Outcome{true, kept, {}};
    });
}

}  // namespace

Answer postDocuments(BackOffice& office, Request& request)
{
    const auto id = base::CaseId::parse(request.parameters.front());
    if (!id)
        return refuse(api::ProblemCode::BadRequest, "A case is asked for by its id.");
    if (!request.hasType(api::JsonMediaType))
        return refuse(api::ProblemCode::UnsupportedType, "A paper is told of as application/json.");
    const auto body = request.readBody();
    if (!body)
        return refuse(body.error());
    const auto document = api::parseDocumentRecord(*body);
    if (!document)
        return refuse(document.error());
    const auto role = forms::mayKeepPaper(document->kind, personOf(request.user()));
    if (!role)
        return refuse(role.error());
    const auto outcome = keep(office, request.user(), *id, *document, *role);
    if (!outcome)
        return refuse(outcome.error());
    if (!outcome->missing.empty()) {
        auto problem = refuse(api::ProblemCode::MissingPages,
                              "The bytes of the paper are not here yet. Send them, then the paper again.")
                           .value();
        problem.missing = outcome->missing;
        return tl::unexpected(std::move(problem));
    }
    if (outcome->isNew)
        office.changes.ring();
    return jsonResponse(outcome->isNew ? 201 : 200, api::toJson(outcome->record));
}

}  // namespace server
