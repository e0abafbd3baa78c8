#pragma once

#include "at_window.h"

#include <forms/case.h>
#include <forms/paper_kind.h>

#include <map>
#include <string>
#include <utility>

namespace desk {

/// Writes into the course of a draft (Case::course) what happens at the window, when it happens.

/// The draft was opened: its receipt.
void noteReceived(forms::Case& draft, const AtWindow& by);

/// It is sealed now.
void noteSealed(forms::Case& draft, const AtWindow& by);

/// A paper was made. Made again before sealing it takes the place of the one before.
void notePaper(forms::Case& draft, forms::NoticeRecord record, const AtWindow& by);

/// It was given to somebody (`record.handed`).
void noteHandedOver(forms::Case& draft, forms::PaperKind kind, const forms::HandedOver& handed, const AtWindow& by);

/// What was put off before a step, by material and party.
using Deferrals = std::map<std::pair<std::string, std::string>, base::Date>;

[[nodiscard]] Deferrals deferralsOf(const forms::Case& draft);

/// Brings the course up to date with what is put off now. The commitment that was made for other dates or materials is
/// none any more: it is made and signed anew, and the pages that were signed lie with the case, put to no place.
void followDeferrals(const Deferrals& before, forms::Case& draft, const AtWindow& by);

/// The next revision begins: what happened and was made before is the office's now. The commitment stays as long as
/// anything is still put off.
void beginRevision(forms::Case& draft);

}  // namespace desk
