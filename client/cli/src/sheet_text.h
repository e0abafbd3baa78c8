#pragma once

#include "context.h"
#include "report.h"

#include <desk/case_sheet.h>

namespace cli {

/// Adds what a sealed case says: "answers" [{"id", "label", "value", "changed"}], "forms" {form: [the same]}, "people",
/// "materials" [{"material", "party", "name", "proof"?, "due"?, "facts", "points", "pages", "changed"}].
void addSheet(Report& report, const desk::CaseSheet& sheet, const Context& context);

}  // namespace cli
