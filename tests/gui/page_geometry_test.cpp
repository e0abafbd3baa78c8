#include <kit/page_cache.h>
#include <kit/page_geometry.h>

#include <gtest/gtest.h>

namespace {

using kit::PageGeometry;
using kit::Rotation;

PageGeometry geometry(Rotation rotation)
{
    PageGeometry view;
    view.page = wxSize(1000, 2000);
    view.zoom = 0.25;
    view.rotation = rotation;
    view.centre = {400, 300};
    return view;
}

TEST(PageGeometry, FindsTheBoxAgainInEveryRotation)
{
    const forms::PercentBox box{10, 20, 30, 5};
    for (const auto rotation : {Rotation::None, Rotation::Quarter, Rotation::Half, Rotation::ThreeQuarters}) {
        const auto view = geometry(rotation);
        const auto back = view.toPage(view.toCanvas(box));
        EXPECT_NEAR(back.x, box.x, 1e-9);
        EXPECT_NEAR(back.y, box.y, 1e-9);
        EXPECT_NEAR(back.width, box.width, 1e-9);
        EXPECT_NEAR(back.height, box.height, 1e-9);
    }
}

TEST(PageGeometry, TurnsTheTopToTheRight)
{
    const auto view = geometry(Rotation::Quarter);
    const auto top = view.toCanvas({0, 0, 100, 10});
    EXPECT_DOUBLE_EQ(top.m_x + top.m_width, view.shownRect().m_x + view.shownRect().m_width);
    EXPECT_DOUBLE_EQ(top.m_width, 50);
    EXPECT_DOUBLE_EQ(top.m_height, 250);
    EXPECT_EQ(kit::turnedLeft(Rotation::None), Rotation::ThreeQuarters);
    EXPECT_EQ(kit::turnedLeft(kit::turnedRight(Rotation::Half)), Rotation::Half);
}

TEST(PageGeometry, CutsABoxAtTheEdgeOfThePage)
{
    const auto box = geometry(Rotation::None).toPage({0, 0, 2000, 2000});
    EXPECT_EQ(box, (forms::PercentBox{0, 0, 100, 100}));
    EXPECT_EQ(geometry(Rotation::None).toPage({0, 0, 5, 5}).width, 0);
}

TEST(PageGeometry, FitsThePageOrItsWidth)
{
    const auto view = geometry(Rotation::None);
    EXPECT_DOUBLE_EQ(view.zoomToFit({520, 420}, 10, PageGeometry::Fit::Page), 0.2);
    EXPECT_DOUBLE_EQ(view.zoomToFit({520, 420}, 10, PageGeometry::Fit::Width), 0.5);
    EXPECT_DOUBLE_EQ(geometry(Rotation::Half).zoomToFit({520, 420}, 10, PageGeometry::Fit::Page), 0.2);
    EXPECT_DOUBLE_EQ(geometry(Rotation::Quarter).zoomToFit({520, 420}, 10, PageGeometry::Fit::Page), 0.25);
}

TEST(PageGeometry, KeepsThePointUnderThePointerWhileZooming)
{
    auto view = geometry(Rotation::None);
    const auto before = view.toPage({380, 250, 0, 0});
    view.zoomAround({380, 250}, 0.6);
    const auto after = view.toPage({380, 250, 0, 0});
    EXPECT_NEAR(before.x, after.x, 1e-9);
    EXPECT_NEAR(before.y, after.y, 1e-9);
}

TEST(PageGeometry, NeverLosesThePage)
{
    auto view = geometry(Rotation::None);
    view.centre = {-5000, 9000};
    view.keepInside({800, 600}, 10);
    EXPECT_DOUBLE_EQ(view.centre.m_x, 400);
    EXPECT_DOUBLE_EQ(view.centre.m_y, 300);
    view.zoom = 1;
    view.centre = {-5000, 300};
    view.keepInside({800, 600}, 10);
    EXPECT_DOUBLE_EQ(view.shownRect().m_x + view.shownRect().m_width, 790);
}

kit::DecodedPage decoded(int width, int full)
{
    return {wxImage(width, width), wxSize(full, full)};
}

TEST(PageCache, AnswersOnlyWithEnoughPixels)
{
    kit::PageCache cache(2);
    cache.keep("a", decoded(100, 400));
    EXPECT_NE(cache.find("a", 100), nullptr);
    EXPECT_EQ(cache.find("a", 101), nullptr);
    EXPECT_NE(cache.findAny("a"), nullptr);
    cache.keep("a", decoded(400, 400));
    EXPECT_NE(cache.find("a", 9000), nullptr);
}

TEST(PageCache, ForgetsThePageLookedAtLongestAgo)
{
    kit::PageCache cache(2);
    cache.keep("a", decoded(10, 10));
    cache.keep("b", decoded(10, 10));
    ASSERT_NE(cache.findAny("a"), nullptr);
    cache.keep("c", decoded(10, 10));
    EXPECT_EQ(cache.findAny("b"), nullptr);
    EXPECT_NE(cache.findAny("a"), nullptr);
}

}  // namespace
