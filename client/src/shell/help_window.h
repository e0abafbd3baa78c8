#pragma once

class wxWindow;

namespace workbench {
class Bench;
}

namespace shell {

/// The keys of the whole program on one sheet (F1). Window-modal; Escape closes it.
void showHelp(wxWindow* parent, workbench::Bench& bench);

}  // namespace shell
