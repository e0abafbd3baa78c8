#pragma once

#include <workbench/work_page.h>

namespace intake {

class IntakePage : public workbench::WorkPage
{
  public:
    IntakePage(wxWindow* parent, workbench::Bench& bench);
    void enter() override;
};

}  // namespace intake
