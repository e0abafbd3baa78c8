#include "earlier_case_store.h"

#include <api/course_of_actions.h>
#include <forms/jws.h>
#include <server/course_store.h>
#include <server/fields.h>
#include <server/revision_store.h>

namespace server {

namespace {

/// What a manifest that was taken in says; nothing when it does not read any more.
std::optional<forms::Manifest> manifestOf(const std::string& jws)
{
    const auto opened = forms::peekJws(jws);  // verified when it came
    if (!opened)
        return std::nullopt;
    auto manifest = forms::manifestFromJson(opened->payload);
    return manifest ? std::optional(std::move(*manifest)) : std::nullopt;
}

api::ActionRecord actionOf(const Row& row)
{
    const Fields fields(row, "actions", row.text(0));
    return {fields.whole(api::parseActionRequest(fields.text(1))),
            fields.text(2),
            fields.parsed<forms::Role>(3, &forms::parseRole),
            fields.time(4),
            fields.parsed<forms::CaseState>(5, &forms::parseCaseState)};
}

api::EarlierFlag flagOf(const Row& row, const std::string& caseId)
{
    const Fields fields(row, "flags", caseId);
    return {fields.time(0), fields.text(1)};
}

api::EarlierCase earlierOf(Transaction& transaction, const Row& row)
{
    const Fields fields(row, "cases", row.text(0));
    api::EarlierCase earlier;
    earlier.state = fields.parsed<forms::CaseState>(1, &forms::parseCaseState);
    earlier.received = fields.time(2);
    earlier.accepted = fields.timeIfAny(3);
    earlier.claimedBy = fields.text(4);
    const auto id = fields.id<base::CaseId>(0);
    for (const auto& revision : RevisionStore(transaction).ofCase(id))
        earlier.revisions.push_back({revision.revision, revision.arrived, manifestOf(revision.jws)});
    for (const auto& action : transaction.rows(
             "SELECT id, request, by_user, role, at, state FROM actions WHERE case_id = $1 ORDER BY place",
             {row.text(0)}))
        earlier.actions.push_back(actionOf(action));
    for (const auto& flag :
         transaction.rows("SELECT at, cause FROM flags WHERE case_id = $1 ORDER BY place", {row.text(0)}))
        earlier.flags.push_back(flagOf(flag, row.text(0)));
    return earlier;
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const auto& word : words)
        text.append(text.empty() ? "" : ",").append(word);
    return text;
}

void keep(Transaction& transaction, const std::string& id, const forms::Course& course)
{
    CourseStore store(transaction);
    for (const auto& entry : course)
        store.add(base::CaseId::parse(id).value(), entry);
    const auto accepted = forms::acceptanceOf(course);
    transaction.run(
        "UPDATE cases SET state = $1, state_since = $2, accepted = $3, claimed_by = $4, flags = $5 WHERE id = $6",
        {std::string(forms::nameOf(forms::stateOf(course))),
         base::formatTimestamp(forms::stateSince(course)),
         accepted ? base::formatTimestamp(*accepted) : std::string(),
         forms::claimedBy(course),
         joined(forms::openFlags(course)),
         id});
}

}  // namespace

base::Status EarlierCaseStore::retell()
{
    for (const auto& row :
         m_transaction.rows("SELECT id, state, received, accepted, claimed_by FROM cases ORDER BY id", {}))
        try {
            keep(m_transaction, row.text(0), api::courseOfActions(earlierOf(m_transaction, row)));
        } catch (const DamagedRow&) {
            continue;
        }
    return {};
}

}  // namespace server
