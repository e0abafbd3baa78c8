#include <outbox/outbox_page.h>

namespace outbox {

OutboxPage::OutboxPage(wxWindow* parent, workbench::Bench& bench)
    : WorkPage(parent, bench)
{}

void OutboxPage::enter() {}

}  // namespace outbox
