#pragma once

#include <workbench/work_page.h>

namespace review {

class ReviewPage : public workbench::WorkPage
{
  public:
    ReviewPage(wxWindow* parent, workbench::Bench& bench);
    void enter() override;
};

}  // namespace review
