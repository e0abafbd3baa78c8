#pragma once

#include <gtest/gtest.h>

#include <wx/app.h>
#include <wx/frame.h>
#include <wx/sizer.h>

#include <chrono>
#include <functional>
#include <thread>

namespace gui {

/// Handles events until the question is answered with yes. False: not within ten seconds.
[[nodiscard]] inline bool waitUntil(const std::function<bool()>& question)
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (!question()) {
        if (std::chrono::steady_clock::now() > end) {
            return false;
        }
        wxTheApp->ProcessPendingEvents();
        wxTheApp->Yield();
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return true;
}

/// A shown frame to put one widget into.
class WindowTest : public testing::Test
{
  protected:
    WindowTest()
        : frame(new wxFrame(nullptr, wxID_ANY, "test", wxPoint(0, 0), wxSize(900, 650)))
    {
        frame->SetSizer(new wxBoxSizer(wxVERTICAL));
        frame->Show();
    }

    ~WindowTest() override { delete frame; }

    template <class Widget>
    Widget& put(Widget* widget)
    {
        frame->GetSizer()->Add(widget, wxSizerFlags(1).Expand());
        frame->Layout();
        return *widget;
    }

    wxFrame* frame;
};

}  // namespace gui
