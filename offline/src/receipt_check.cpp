#include "receipt_check.h"

namespace offline {

base::Result<api::Receipt> checkedReceipt(std::string_view jws,
                                          const OutboxEntry& entry,
                                          const forms::KeyFinder& keys)
{
    const auto verified = forms::verifyJws(jws, api::ReceiptFormat, keys);
    auto receipt = verified ? api::parseReceipt(verified->payload)
                            : base::Result<api::Receipt>(base::passOn(verified));
    if (receipt && receipt->caseId == entry.caseId && receipt->revision == entry.revision
        && receipt->manifest == entry.manifest)
        return receipt;
    return base::fail(base::ErrorCode::NotAllowed,
                      "The answer was not signed by our back office, or is about other content.");
}

base::Status keepReceipt(Workplace& workplace,
                         const OutboxEntry& entry,
                         const api::Receipt& receipt,
                         std::string_view jws,
                         std::string_view user)
{
    return workplace.database().transact([&]() -> base::Status {
        if (auto kept = workplace.outbox().receive(entry.caseId, entry.revision, jws, receipt.number); !kept)
            return kept;
        const auto changed =
            workplace.cases().change(entry.caseId, [&](forms::Case& sealed) -> base::Status {
                sealed.officialNumber = receipt.number;
                // A case reopened meanwhile stays the draft it is; one that went on knows more than this receipt.
                if (sealed.revision == entry.revision && sealed.state == forms::CaseState::Sealed)
                    sealed.state = receipt.state;
                return {};
            });
        if (!changed && changed.error().code != base::ErrorCode::NotFound)
            return base::passOn(changed);
        return workplace.audit().record(
            user, "case.received", entry.caseId, "revision " + std::to_string(entry.revision));
    });
}

}  // namespace offline
