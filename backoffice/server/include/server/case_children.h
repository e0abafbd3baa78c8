#pragma once

#include <base/clock.h>
#include <base/result.h>
#include <forms/calendar.h>
#include <forms/child_cases.h>
#include <forms/guide.h>
#include <server/case_record.h>
#include <server/database.h>

#include <string>
#include <vector>

namespace server {

/// The children of one bundle case (一件事), read and changed inside one transaction. Changes are kept by keep().
class CaseChildren
{
  public:
    CaseChildren(Transaction& transaction, base::CaseId caseId);

    [[nodiscard]] const std::vector<forms::ChildCase>& all() const { return m_children; }

    /// They are what the guide calls for by the answers of the newest revision (forms::arrangeChildren). A revision that
    /// comes after acceptance brings only what was put off and no other answers (forms::checkSupplement), so that today it
    /// changes none. Error BadInput: that revision does not read.
    [[nodiscard]] base::Status arrange(const CaseRecord& record,
                                       const forms::Guide& guide,
                                       const forms::Calendar& calendar,
                                       base::Timestamp at);

    void move(const forms::ChildMove& move, base::Timestamp at);
    void end(base::Timestamp at);

    /// Writes down what changed, and in the audit what came by itself: "child <id> <state>".
    void keep(base::Timestamp now);

  private:
    Transaction& m_transaction;
    base::CaseId m_caseId;
    std::vector<forms::ChildCase> m_kept;
    std::vector<forms::ChildCase> m_children;
    std::string m_moved;  ///< by hand: its step is an action of the case and in the audit as such
};

}  // namespace server
