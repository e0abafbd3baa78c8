#pragma once

#include <base/clock.h>
#include <base/result.h>
#include <base/signature.h>
#include <server/database.h>

#include <string>

namespace server {

/// Publishes the guides, the calendar and the office document compiled into this program as release 1 of a division.
[[nodiscard]] base::Status addSampleCatalogue(Transaction& transaction,
                                              const std::string& division,
                                              const base::SigningKey& key,
                                              base::Timestamp now);

}  // namespace server
