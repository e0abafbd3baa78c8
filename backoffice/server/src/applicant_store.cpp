#include <server/applicant_store.h>

#include <base/encoding.h>
#include <base/sealed_blob.h>
#include <forms/same_applicant.h>

namespace server {

namespace {

base::Key lookupKey(const base::Key& secret)
{
    const auto derived = base::keyedHash("onewindow applicant look-up", secret);
    return base::Key::fromBytes(derived).value_or(secret);
}

}  // namespace

ApplicantStore::ApplicantStore(Transaction& transaction, const base::Key& key)
    : m_transaction(transaction)
    , m_key(lookupKey(key))
{}

void ApplicantStore::remember(base::CaseId id, const std::vector<std::string>& numbers)
{
    m_transaction.run("DELETE FROM applicants WHERE case_id = $1", {id.toString()});
    for (const auto& number : numbers)
        m_transaction.run("INSERT INTO applicants (hash, case_id) VALUES ($1, $2)",
                          {base::toBase64Url(base::keyedHash(number, m_key)), id.toString()});
}

std::vector<api::OtherCase> ApplicantStore::othersUnderWay(const CaseRecord& record)
{
    std::vector<api::OtherCase> others;
    for (
        const auto& row : m_transaction.rows(
            "SELECT DISTINCT c.id, c.official, c.state, c.received FROM applicants mine JOIN applicants theirs "
            "ON theirs.hash = mine.hash JOIN cases c ON c.id = theirs.case_id WHERE mine.case_id = $1 "
            "AND c.id <> $1 AND c.id <> $2 AND c.replaces <> $1 AND c.division = $3 AND c.matter = $4 "
            "ORDER BY c.received, c.id",
            {record.id.toString(), record.replaces, record.division, record.matter}))
    {
        const auto id = base::CaseId::parse(row.text(0));
        const auto state = forms::parseCaseState(row.text(2));
        if (id && state && forms::isUnderWay(*state))
            others.push_back({*id, row.text(1), *state});
    }
    return others;
}

}  // namespace server
