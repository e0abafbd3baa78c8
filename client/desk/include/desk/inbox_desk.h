#pragma once

#include <base/result.h>

#include <desk/case_course.h>
#include <desk/told.h>

#include <forms/clocks.h>
#include <forms/waiting.h>
#include <offline/inbox_store.h>
#include <offline/workplace.h>

#include <optional>
#include <string>
#include <vector>

namespace desk {

/// A case of this workstation that the back office has told something of: where it stands, why, and what is to be done.
struct InboxEntry {
    offline::InboxRow row;
    std::string number;     ///< the official one where it is known
    std::string matter;
    std::string applicant;  ///< masked
    std::optional<Told> told;
    std::vector<i18n::Phrase> todo;
    std::vector<forms::PaperDue> papersDue;
    std::vector<forms::CaseClock> clocks;
    forms::Waiting waits;
    std::vector<std::string> flags;       ///< causes no supervisor has settled yet
    std::vector<forms::Annotation> open;  ///< the reviewer's marks that ask for something
    bool cameBack = false;                ///< the window hands in the next revision
    bool isBegun = false;                 ///< and that revision is a draft here already
};

/// What came back (收件箱), from what was pulled last; no line is needed. Used by one thread with its own Workplace.
class InboxDesk
{
  public:
    explicit InboxDesk(offline::Workplace& workplace);

    /// Newest change first. A case whose content was removed here is left out.
    [[nodiscard]] base::Result<std::vector<InboxEntry>> list() const;

    /// Error NotFound: nothing came back of it yet.
    [[nodiscard]] base::Result<InboxEntry> show(base::CaseId id) const;

  private:
    [[nodiscard]] base::Result<InboxEntry> entryOf(const offline::InboxRow& row) const;

    offline::Workplace& m_workplace;
};

}  // namespace desk
