#include <inbox/inbox_page.h>

namespace inbox {

InboxPage::InboxPage(wxWindow* parent, workbench::Bench& bench)
    : WorkPage(parent, bench)
{}

void InboxPage::enter() {}

}  // namespace inbox
