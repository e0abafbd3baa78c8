#pragma once

#include <offline/outbox_store.h>
#include <offline/workplace.h>

#include <api/put_revision.h>
#include <forms/jws.h>

#include <string_view>

namespace offline {

/// The receipt, when it is signed with one of `keys` and is for exactly what this entry sealed. Error NotAllowed.
[[nodiscard]] base::Result<api::Receipt> checkedReceipt(std::string_view jws,
                                                        const OutboxEntry& entry,
                                                        const forms::KeyFinder& keys);

/// In one transaction: the entry is Received, the case knows its official number and its state, the audit log has it.
[[nodiscard]] base::Status keepReceipt(Workplace& workplace,
                                       const OutboxEntry& entry,
                                       const api::Receipt& receipt,
                                       std::string_view jws,
                                       std::string_view user);

}  // namespace offline
