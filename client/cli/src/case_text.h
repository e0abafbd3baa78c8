#pragma once

#include "context.h"
#include "report.h"

#include <api/get_case.h>
#include <desk/intake_desk.h>

#include <string>
#include <vector>

namespace cli {

/// "MATERIAL" or "MATERIAL@PARTY".
[[nodiscard]] desk::MaterialPlace placeOf(const std::string& text);

/// The findings in the user's language, in order.
[[nodiscard]] std::vector<std::string> findingTexts(const forms::Completeness& completeness,
                                                    const Context& context);

/// Verdict and findings, with those this workstation knows beside the check, the marks that are not answered and what sealing
/// still wants ("unanswered", "unsealable"?, "todo"); `exit` is 3 where the case is not acceptable or a mark is not answered.
/// A note says where the applicant has still to be entered.
[[nodiscard]] Report checkReport(const desk::CaseView& view, const Context& context);

/// Adds what the version in force says otherwise: `newer` {version, differences [text], dropped [text]}.
void addOffer(Report& report, const desk::VersionOffer& offer, const Context& context);

/// {"case", "revision", "state", "matter", "number", "verdict"} and one line: what a changing verb answers; with `gone` and
/// `back` [{party, name, pages}] and a note for each where papers went to the bin with their person, or came back.
[[nodiscard]] Report stepReport(const desk::CaseView& view, const Context& context);

/// The whole case: the draft's file form, and what follows from its course: "course", "asOf"?, "clocks", "waits", "papers",
/// "papersDue", "told"?, "todo", "unanswered", "children". What was told the applicant stands first.
[[nodiscard]] Report caseReport(const desk::CaseView& view,
                                const std::vector<api::ChildRecord>& parts,
                                const Context& context);

/// [{"key", "role", "name", "id_type", "id_number", "phone"}]
[[nodiscard]] nlohmann::json partiesJson(const std::vector<forms::Party>& parties);

/// Key, name, kind of paper and masked number, a line for each.
[[nodiscard]] std::string partiesText(const std::vector<forms::Party>& parties, const Context& context);

/// {"correction", "promised", "legal"}: each {"due", "n", "unit"}, `due` null while the year has no calendar; a clock
/// the guide does not have is absent.
[[nodiscard]] nlohmann::json deadlinesJson(const forms::Deadlines& deadlines);

/// {"due", "n", "unit", "at"?}: `due` null while the year has no calendar, `at` where the clock runs in hours or minutes.
[[nodiscard]] nlohmann::json deadlineJson(const forms::Deadline& deadline);

[[nodiscard]] nlohmann::json pageJson(const forms::Case& draft, const forms::Page& page);

}  // namespace cli
