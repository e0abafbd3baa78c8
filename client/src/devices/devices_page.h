#pragma once

#include <workbench/work_page.h>

namespace devices {

class DevicesPage : public workbench::WorkPage
{
  public:
    DevicesPage(wxWindow* parent, workbench::Bench& bench);
    void enter() override;
};

}  // namespace devices
