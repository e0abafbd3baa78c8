// The smallest wx program that shows a window: what the start of onewindow is held against.
#include <wx/app.h>
#include <wx/frame.h>

namespace {

class MinimalWindow : public wxApp
{
  public:
    bool OnInit() override
    {
        (new wxFrame(nullptr, wxID_ANY, "minimal"))->Show();
        return true;
    }
};

}  // namespace

wxIMPLEMENT_APP(MinimalWindow);
