#pragma once

#include <base/ids.h>
#include <forms/course.h>
#include <server/database.h>

namespace server {

/// The courses of cases (forms/course.h): entries are added and never changed.
class CourseStore
{
  public:
    explicit CourseStore(Transaction& transaction)
        : m_transaction(transaction)
    {}

    void add(base::CaseId caseId, const forms::CourseEntry& entry);

    /// Whole or not at all: a case without a course, with a gap in it or with an entry that does not read is a damaged
    /// one, because its state follows from every entry.
    [[nodiscard]] forms::Course ofCase(base::CaseId caseId);

  private:
    Transaction& m_transaction;
};

}  // namespace server
