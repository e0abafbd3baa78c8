#pragma once

#include "context.h"

namespace cli {

/// Tells a supervisor on stderr that a calendar of working days is wanted; nobody else can do anything about it.
void warnOfMissingCalendar(Context& context);

}  // namespace cli
