#pragma once

#include <desk/intake_desk.h>
#include <workbench/bench.h>

#include <functional>

class wxWindow;

namespace intake {

/// What the version in force says otherwise than the one a case keeps, in words, and what of the case would not apply any
/// more. Window-modal; `goOver` is called when the person wants the case checked with the new version. UI thread.
void showVersionWindow(wxWindow* parent,
                       workbench::Bench& bench,
                       const forms::Guide& before,
                       const desk::VersionOffer& offer,
                       std::function<void()> goOver);

}  // namespace intake
