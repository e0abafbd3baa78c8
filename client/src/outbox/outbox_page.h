#pragma once

#include <workbench/work_page.h>

namespace outbox {

class OutboxPage : public workbench::WorkPage
{
  public:
    OutboxPage(wxWindow* parent, workbench::Bench& bench);
    void enter() override;
};

}  // namespace outbox
