#pragma once

#include <api/post_actions.h>
#include <base/clock.h>
#include <base/digest.h>
#include <server/database.h>

#include <optional>
#include <string>

namespace server {

/// A step that was asked for, and what was answered: whoever lost the answer asks again. What happened stands in the
/// course (course_store.h).
struct StoredAction {
    base::CaseId caseId;
    api::ActionRequest request;
    base::Digest requestDigest;  ///< of the bytes asked with: the same id with other bytes is a conflict
    std::string by;
    forms::Role role = forms::Role::Clock;
    base::Timestamp at;
    forms::CaseState state = forms::CaseState::Submitted;  ///< after it
    std::string answer;                                    ///< JSON of the api::ActionAnswer
};

class ActionStore
{
  public:
    explicit ActionStore(Transaction& transaction)
        : m_transaction(transaction)
    {}

    void add(const StoredAction& action);
    [[nodiscard]] std::optional<StoredAction> find(base::ActionId id);

  private:
    Transaction& m_transaction;
};

}  // namespace server
