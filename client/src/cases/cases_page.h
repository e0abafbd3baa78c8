#pragma once

#include <workbench/work_page.h>

namespace cases {

class CasesPage : public workbench::WorkPage
{
  public:
    CasesPage(wxWindow* parent, workbench::Bench& bench);
    void enter() override;
};

}  // namespace cases
