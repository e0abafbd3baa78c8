#pragma once

#include <workbench/work_page.h>

namespace inbox {

class InboxPage : public workbench::WorkPage
{
  public:
    InboxPage(wxWindow* parent, workbench::Bench& bench);
    void enter() override;
};

}  // namespace inbox
