#include <intake/intake_page.h>

namespace intake {

IntakePage::IntakePage(wxWindow* parent, workbench::Bench& bench)
    : WorkPage(parent, bench)
{}

void IntakePage::enter() {}

}  // namespace intake
