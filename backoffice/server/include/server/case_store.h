#pragma once

#include <api/get_cases.h>
#include <server/case_record.h>
#include <server/database.h>

#include <optional>
#include <string>
#include <vector>

namespace server {

/// Whose cases a query may see.
struct CaseScope {
    std::string division;
    std::string onlyOf;  ///< author or carrier; empty = all of the division
};

class CaseStore
{
  public:
    explicit CaseStore(Transaction& transaction)
        : m_transaction(transaction)
    {}

    [[nodiscard]] std::optional<CaseRecord> find(base::CaseId id);
    void add(const CaseRecord& record);
    void update(const CaseRecord& record);

    /// One portion, oldest received first, at most limit + 1 so that the caller sees whether there is more. Error
    /// BadInput for a cursor that did not come from `cursorAfter`.
    [[nodiscard]] base::Result<std::vector<CaseRecord>> list(const api::CasesQuery& query,
                                                             const CaseScope& scope);
    [[nodiscard]] static std::string cursorAfter(const CaseRecord& record);

    /// All cases in one of the states a clock may end.
    [[nodiscard]] std::vector<CaseRecord> underClock();

  private:
    Transaction& m_transaction;
};

}  // namespace server
