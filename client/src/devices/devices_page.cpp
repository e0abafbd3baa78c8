#include <devices/devices_page.h>

namespace devices {

DevicesPage::DevicesPage(wxWindow* parent, workbench::Bench& bench)
    : WorkPage(parent, bench)
{}

void DevicesPage::enter() {}

}  // namespace devices
