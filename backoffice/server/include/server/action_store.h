#pragma once

#include <api/get_case.h>
#include <base/digest.h>
#include <server/database.h>

#include <optional>
#include <string>
#include <vector>

namespace server {

/// A step that was taken, and what was answered for it.
struct StoredAction {
    base::CaseId caseId;
    api::ActionRecord record;
    base::Digest requestDigest;  ///< of the bytes asked with: the same id with other bytes is a conflict
    std::string answer;          ///< JSON of the api::ActionAnswer
};

class ActionStore
{
  public:
    explicit ActionStore(Transaction& transaction)
        : m_transaction(transaction)
    {}

    void add(const StoredAction& action);
    [[nodiscard]] std::optional<StoredAction> find(base::ActionId id);
    [[nodiscard]] std::vector<api::ActionRecord> ofCase(base::CaseId caseId);  ///< oldest first

  private:
    Transaction& m_transaction;
};

/// Written notices and decisions the back office made for a case.
class NoticeStore
{
  public:
    explicit NoticeStore(Transaction& transaction)
        : m_transaction(transaction)
    {}

    void add(base::CaseId caseId, const api::NoticeText& notice);
    [[nodiscard]] std::vector<api::NoticeText> ofCase(base::CaseId caseId);

  private:
    Transaction& m_transaction;
};

/// Why the supervisor is asked to look at a case.
class FlagStore
{
  public:
    explicit FlagStore(Transaction& transaction)
        : m_transaction(transaction)
    {}

    void add(base::CaseId caseId, base::Timestamp at, const std::string& cause);

  private:
    Transaction& m_transaction;
};

}  // namespace server
