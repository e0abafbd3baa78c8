#include "wx_window_fixture.h"

#include <kit/page_pane.h>

#include <wx/mstream.h>

#include <optional>

namespace {

using gui::waitUntil;

std::string encoded(wxBitmapType type, wxSize size)
{
    wxImage image(size.x, size.y);
    image.SetRGB(wxRect(size), 240, 240, 240);
    wxMemoryOutputStream stream;
    EXPECT_TRUE(image.SaveFile(stream, type));
    std::string bytes(stream.GetSize(), '\0');
    stream.CopyTo(bytes.data(), bytes.size());
    return bytes;
}

kit::PageSource source(const std::string& key, std::string bytes)
{
    return {key, [bytes = std::move(bytes)](std::stop_token) -> base::Result<std::string> { return bytes; }};
}

TEST(PageImage, ReadsAJpegAtThePartThatIsWanted)
{
    const std::string bytes = encoded(wxBITMAP_TYPE_JPEG, {2480, 3508});
    EXPECT_EQ(kit::readPageSize(bytes), wxSize(2480, 3508));
    const auto small = kit::decodePage(bytes, 300);
    ASSERT_TRUE(small);
    EXPECT_EQ(small->full, wxSize(2480, 3508));
    EXPECT_EQ(small->pixels.GetWidth(), 310);
    const auto middle = kit::decodePage(bytes, 700);
    ASSERT_TRUE(middle);
    EXPECT_EQ(middle->pixels.GetWidth(), 1240);
    const auto all = kit::decodePage(bytes, 0);
    ASSERT_TRUE(all);
    EXPECT_TRUE(all->isFull());
}

TEST(PageImage, ReadsTiffAndPngAtThatPartToo)
{
    for (const auto type : {wxBITMAP_TYPE_TIFF, wxBITMAP_TYPE_PNG}) {
        const auto page = kit::decodePage(encoded(type, {1200, 1600}), 300);
        ASSERT_TRUE(page);
        EXPECT_EQ(page->full, wxSize(1200, 1600));
        EXPECT_EQ(page->pixels.GetWidth(), 300);
    }
}

TEST(PageImage, SaysNoToWhatIsNoImage)
{
    const std::string jpeg = encoded(wxBITMAP_TYPE_JPEG, {64, 64});
    for (const std::string& bytes :
         {std::string(), std::string("%PDF-1.7"), jpeg.substr(0, 100), std::string("\xFF\xD8\xFF", 3)})
    {
        const auto page = kit::decodePage(bytes, 100);
        ASSERT_FALSE(page);
        EXPECT_EQ(page.error().code, base::ErrorCode::BadInput);
    }
}

class PageCanvasTest : public gui::WindowTest
{
  protected:
    kit::UiTasks tasks{1};
};

TEST_F(PageCanvasTest, ShowsAPageReadOnAWorker)
{
    auto& canvas = put(new kit::PageCanvas(frame, "page", tasks));
    canvas.show(source("a", encoded(wxBITMAP_TYPE_JPEG, {2480, 3508})));
    EXPECT_TRUE(waitUntil([&] { return canvas.hasPixels(); }));
    frame->DestroyChildren();
}

TEST_F(PageCanvasTest, TellsWhenAPageCannotBeShownAndReadsItOnlyOnce)
{
    auto& canvas = put(new kit::PageCanvas(frame, "page", tasks));
    std::optional<base::Error> error;
    canvas.onFailed = [&](const base::Error& told) { error = told; };
    std::atomic<int> reads = 0;
    canvas.show({"bad", [&reads](std::stop_token) -> base::Result<std::string> {
                     ++reads;
                     return std::string("no image");
                 }});
    ASSERT_TRUE(waitUntil([&] { return error.has_value(); }));
    canvas.zoomBy(2);
    EXPECT_TRUE(waitUntil([&] { return tasks.idle(); }));
    EXPECT_EQ(reads, 1);
    EXPECT_FALSE(canvas.hasPixels());
    frame->DestroyChildren();
}

TEST_F(PageCanvasTest, DropsThePixelsOfAPageThatIsNoLongerWanted)
{
    auto& canvas = put(new kit::PageCanvas(frame, "page", tasks));
    std::atomic<bool> asked = false;
    canvas.show({"slow", [&asked](std::stop_token stop) -> base::Result<std::string> {
                     asked = true;
                     while (!stop.stop_requested()) {
                         std::this_thread::yield();
                     }
                     return std::string("too late");
                 }});
    ASSERT_TRUE(waitUntil([&] { return asked.load(); }));
    bool failed = false;
    canvas.onFailed = [&](const base::Error&) { failed = true; };
    canvas.show(source("quick", encoded(wxBITMAP_TYPE_JPEG, {100, 140})));
    ASSERT_TRUE(waitUntil([&] { return canvas.hasPixels(); }));
    EXPECT_FALSE(failed);
    frame->DestroyChildren();
}

TEST_F(PageCanvasTest, DiesWhileAPageIsBeingRead)
{
    auto& canvas = put(new kit::PageCanvas(frame, "page", tasks));
    canvas.show(source("a", encoded(wxBITMAP_TYPE_JPEG, {1000, 1400})));
    frame->DestroyChildren();
    EXPECT_TRUE(waitUntil([&] { return tasks.idle(); }));
}

TEST_F(PageCanvasTest, ABoxIsDrawnWithTheMouse)
{
    auto& canvas = put(new kit::PageCanvas(frame, "page", tasks));
    canvas.show(source("a", encoded(wxBITMAP_TYPE_JPEG, {1000, 1400})));
    ASSERT_TRUE(waitUntil([&] { return canvas.hasPixels(); }));
    std::optional<forms::PercentBox> drawn;
    canvas.onDrawn = [&](const forms::PercentBox& box) { drawn = box; };
    canvas.setTool(kit::CanvasTool::Mark);
    const wxSize room = canvas.GetClientSize();
    const auto mouse = [&](wxEventType type, int x, int y) {
        wxMouseEvent event(type);
        event.SetPosition(wxPoint(x, y));
        event.SetLeftDown(type != wxEVT_LEFT_UP);
        canvas.ProcessWindowEvent(event);
    };
    mouse(wxEVT_LEFT_DOWN, room.x / 2, room.y / 2);
    mouse(wxEVT_MOTION, room.x / 2 + 60, room.y / 2 + 40);
    mouse(wxEVT_LEFT_UP, room.x / 2 + 60, room.y / 2 + 40);
    ASSERT_TRUE(drawn);
    EXPECT_NEAR(drawn->x, 50, 0.5);
    EXPECT_NEAR(drawn->y, 50, 0.5);
    EXPECT_GT(drawn->width, 5);
    frame->DestroyChildren();
}

TEST_F(PageCanvasTest, ABoxIsDrawnWithTheKeyboard)
{
    auto& canvas = put(new kit::PageCanvas(frame, "page", tasks));
    canvas.show(source("a", encoded(wxBITMAP_TYPE_JPEG, {1000, 1400})));
    std::optional<forms::PercentBox> drawn;
    canvas.onDrawn = [&](const forms::PercentBox& box) { drawn = box; };
    canvas.setTool(kit::CanvasTool::Mark);
    const auto key = [&](int code, bool shift) {
        wxKeyEvent event(wxEVT_KEY_DOWN);
        event.m_keyCode = code;
        event.SetShiftDown(shift);
        canvas.ProcessWindowEvent(event);
    };
    key(WXK_INSERT, false);
    key(WXK_LEFT, false);
    key(WXK_DOWN, true);
    EXPECT_FALSE(drawn);
    key(WXK_RETURN, false);
    ASSERT_TRUE(drawn);
    EXPECT_EQ(*drawn, (forms::PercentBox{29, 40, 40, 11}));
    frame->DestroyChildren();
}

TEST_F(PageCanvasTest, EveryWayToLookAtAPageHasAKey)
{
    auto& canvas = put(new kit::PageCanvas(frame, "page", tasks));
    canvas.show(source("a", encoded(wxBITMAP_TYPE_JPEG, {1000, 1400})));
    ASSERT_TRUE(waitUntil([&] { return canvas.hasPixels(); }));
    int turned = 0;
    canvas.onTurn = [&](int pages) { turned += pages; };
    const auto key = [&](int code, bool shift) {
        wxKeyEvent event(wxEVT_KEY_DOWN);
        event.m_keyCode = code;
        event.SetShiftDown(shift);
        canvas.ProcessWindowEvent(event);
    };
    const int whole = canvas.zoomPercent();
    key('+', false);
    EXPECT_GT(canvas.zoomPercent(), whole);
    key('-', false);
    EXPECT_NEAR(canvas.zoomPercent(), whole, 1);
    key('W', false);
    EXPECT_GT(canvas.zoomPercent(), whole);
    key('0', false);
    EXPECT_EQ(canvas.zoomPercent(), whole);
    key('R', false);
    EXPECT_EQ(canvas.rotation(), kit::Rotation::Quarter);
    key('R', true);
    key('R', true);
    EXPECT_EQ(canvas.rotation(), kit::Rotation::ThreeQuarters);
    key(WXK_PAGEDOWN, false);
    key(WXK_PAGEDOWN, false);
    key(WXK_PAGEUP, false);
    EXPECT_EQ(turned, 1);
    frame->DestroyChildren();
}

TEST_F(PageCanvasTest, TellsWhenThePageHasComeOntoIt)
{
    auto& canvas = put(new kit::PageCanvas(frame, "page", tasks));
    int shown = 0;
    canvas.onShown = [&] { ++shown; };
    canvas.show(source("a", encoded(wxBITMAP_TYPE_JPEG, {1000, 1400})));
    EXPECT_EQ(shown, 0);
    EXPECT_TRUE(waitUntil([&] { return shown > 0; }));
    frame->DestroyChildren();
}

}  // namespace
