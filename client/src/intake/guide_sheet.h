#pragma once

#include <workbench/bench.h>

#include <forms/guide.h>

#include <wx/panel.h>

namespace intake {

/// What the guide says to the applicant, in one list: conditions, materials, limits, fees, basis, results. UI thread.
class GuideSheet : public wxPanel
{
  public:
    GuideSheet(wxWindow* parent, workbench::Bench& bench, const forms::Guide& guide);
};

}  // namespace intake
