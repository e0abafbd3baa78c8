#include <desk/audit_desk.h>

#include <api/get_audit.h>
#include <offline/back_office_client.h>

#include <algorithm>
#include <set>

namespace desk {

namespace {

/// The cases this workstation knows to be at the back office.
base::Result<std::set<base::CaseId>> receivedCases(offline::Workplace& workplace)
{
    const auto entries = workplace.outbox().list();
    if (!entries)
        return base::passOn(entries);
    std::set<base::CaseId> ids;
    for (const auto& entry : *entries)
        if (entry.state == offline::OutboxState::Received)
            ids.insert(entry.caseId);
    return ids;
}

}  // namespace

bool AuditProof::whole() const
{
    return !workstation.broken
           && std::none_of(backOffice.begin(), backOffice.end(), [](const CaseChain& chain) {
                  return chain.broken.has_value();
              });
}

AuditDesk::AuditDesk(offline::Workplace& workplace, offline::SignIn& signIn)
    : m_workplace(workplace)
    , m_signIn(signIn)
{}

base::Result<AuditProof> AuditDesk::verify(std::stop_token stop)
{
    const auto own = m_workplace.audit().verify();
    if (!own)
        return base::passOn(own);
    AuditProof proof{*own, {}, std::nullopt};
    const auto ids = receivedCases(m_workplace);
    if (!ids)
        return base::passOn(ids);
    const auto session = m_workplace.sessions().current();
    const auto line = m_signIn.openLine();
    if (!session || !line) {
        proof.line = session ? line.error() : session.error();
        return proof;
    }
    offline::BackOfficeClient client(**line);
    client.useToken(session->token);
    for (const auto id : *ids) {
        const auto answer = client.audit(id, stop);
        if (!answer) {
            proof.line = answer.error();
            return proof;
        }
        CaseChain chain{id, answer->entries.size(), std::nullopt};
        if (const auto whole = api::verifyAudit(answer->entries); !whole)
            chain.broken = whole.error();
        proof.backOffice.push_back(std::move(chain));
    }
    return proof;
}

}  // namespace desk
