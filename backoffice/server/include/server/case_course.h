#pragma once

#include <api/get_changes.h>
#include <base/clock.h>
#include <base/result.h>
#include <forms/course.h>
#include <server/case_children.h>
#include <server/case_context.h>
#include <server/database.h>

#include <vector>

namespace server {

/// A case within one transaction: its line, its course and its children. Everything that happens to a case is written
/// through here, so that its columns, its children and whoever waits for changes always follow its course.
class CaseCourse
{
  public:
    /// Reads the course and writes into it, and tells, what the clock has brought by `now`: nobody looks at a case or takes
    /// a step with it before that. The transaction has to be one that writes.
    [[nodiscard]] static base::Result<CaseCourse> open(Transaction& transaction,
                                                       CaseContext context,
                                                       base::Timestamp now);

    /// A case that comes for the first time. Its line is kept with close().
    [[nodiscard]] static CaseCourse begin(Transaction& transaction, CaseContext context);

    [[nodiscard]] const CaseRecord& record() const { return m_context.record; }

    [[nodiscard]] const forms::Course& course() const { return m_course; }

    [[nodiscard]] const forms::Guide& guide() const { return *m_context.guide; }

    [[nodiscard]] const Rules& rules() const { return *m_context.rules; }

    [[nodiscard]] const std::vector<forms::ChildCase>& children() const { return m_children.all(); }

    /// Whether open() found something to write for the clock.
    [[nodiscard]] bool movedByTheClock() const { return m_movedByTheClock; }

    /// A later revision came, perhaps by another version of the guide.
    void revise(CaseRecord record, std::shared_ptr<const forms::Guide> guide);

    /// Adds what happened, and what comes of it for the children of a bundle: with acceptance they begin, with an end of the
    /// case they end. Flags and what the clock brings are audited here, steps by who asks for them.
    [[nodiscard]] base::Status write(std::vector<forms::CourseEntry> entries, base::Timestamp now);

    void moveChild(const forms::ChildMove& move, base::Timestamp now);

    /// The children of an accepted case are those the newest revision calls for.
    [[nodiscard]] base::Status arrangeChildren(base::Timestamp at);

    /// Keeps line and children as they are now and tells who waits for changes.
    void close(api::ChangeKind kind, base::Timestamp now);

    /// Keeps the children alone, when nothing happened to the case itself.
    void keepChildren(base::Timestamp now) { m_children.keep(now); }

    /// Reckons the columns anew, and keeps them when something is different.
    void reckon(base::Timestamp now);

  private:
    CaseCourse(Transaction& transaction, CaseContext context, forms::Course course);

    [[nodiscard]] base::Status catchUp(base::Timestamp now);
    void audit(const forms::CourseEntry& entry, base::Timestamp now);

    Transaction& m_transaction;
    CaseContext m_context;
    forms::Course m_course;
    CaseChildren m_children;
    bool m_isNew = false;
    bool m_movedByTheClock = false;
};

}  // namespace server
