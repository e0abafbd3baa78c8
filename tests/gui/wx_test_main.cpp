// A GoogleTest program that is a wx application: windows can be made, and events are handled by waitUntil().
#include <gtest/gtest.h>

#include <widgets/looks.h>

#include <wx/app.h>
#include <wx/image.h>
#include <wx/init.h>

namespace {

class TestApp : public wxApp
{
  public:
    bool OnInit() override
    {
        SetExitOnFrameDelete(false);
        wxInitAllImageHandlers();
        return true;
    }
};

void failOnAssert(
    const wxString& file, int line, const wxString&, const wxString& condition, const wxString& message)
{
    ADD_FAILURE() << file << ":" << line << ": " << condition << " " << message;
}

}  // namespace

wxIMPLEMENT_APP_NO_MAIN(TestApp);

int main(int count, char** arguments)
{
    testing::InitGoogleTest(&count, arguments);
    if (!wxEntryStart(count, arguments) || !wxTheApp->CallOnInit()) {
        return 1;
    }
    wxSetAssertHandler(failOnAssert);  // a message box would wait for ever
    int result = 0;
    {
        const widgets::LookBook looks(widgets::Theme::fromSystem());
        result = RUN_ALL_TESTS();
    }
    wxTheApp->OnExit();
    wxEntryCleanup();
    return result;
}
