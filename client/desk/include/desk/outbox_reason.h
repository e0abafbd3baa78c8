#pragma once

#include <i18n/phrase.h>

#include <string>

namespace desk {

/// Why an entry of the outbox got no further (offline::OutboxEntry::reason), in words: the stored code of an error, or
/// the back office's own sentence, which is a message id where it is one of ours.
[[nodiscard]] i18n::Phrase outboxReason(const std::string& reason);

}  // namespace desk
