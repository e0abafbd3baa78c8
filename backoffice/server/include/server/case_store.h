#pragma once

#include <api/get_cases.h>
#include <server/case_record.h>
#include <server/database.h>
#include <server/fields.h>

#include <optional>
#include <string>
#include <vector>

namespace server {

/// Whose cases a query may see.
struct CaseScope {
    std::string division;
    std::string onlyOf;  ///< author or carrier; empty = all of the division
};

struct CasePortion {
    RowsRead<CaseRecord> cases;
    std::string cursor;  ///< asks for the next portion; empty = this was the last
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

    /// One portion, oldest received first. Error BadInput for a cursor that was not given out here.
    [[nodiscard]] base::Result<CasePortion> list(const api::CasesQuery& query, const CaseScope& scope);

    /// Cases in whose course the clock has something to write by now.
    [[nodiscard]] RowsRead<base::CaseId> awake(base::Timestamp now);

    /// Cases whose columns were reckoned by another release of the catalogue: those under way, and all that were never
    /// reckoned.
    [[nodiscard]] RowsRead<base::CaseId> notReckonedBy(const std::string& division, int release);

    /// The next release reckons as that one did: what was reckoned by it stays as it is.
    void carryOver(const std::string& division, int from, int to);

    /// Cases that still lead to something.
    [[nodiscard]] RowsRead<base::CaseId> underWay(const std::string& division);

    [[nodiscard]] std::vector<std::string> divisions();  ///< of all cases

  private:
    [[nodiscard]] RowsRead<base::CaseId> ids(const std::string& sql, const std::vector<Value>& values);

    Transaction& m_transaction;
};

}  // namespace server
