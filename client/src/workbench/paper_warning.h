#pragma once

#include <desk/intake_desk.h>

namespace workbench {

class Bench;

/// Tells what whoever hands the paper out should know before it is printed: characters that no font here has, a notice
/// that comes too late. UI thread.
void tellOfPaper(Bench& bench, const desk::PrintedNotice& printed);

}  // namespace workbench
