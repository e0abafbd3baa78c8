#include "support/fixed_clock.h"
#include "support/scratch_folder.h"

#include <desk/guide_desk.h>
#include <desk/intake_desk.h>

#include <gtest/gtest.h>

namespace {

using Codes = std::vector<std::string>;
using offline::Favourite;

/// A workstation with the six sample guides.
class GuideSearch : public testing::Test
{
  protected:
    void SetUp() override
    {
        for (const char* code : {"bdc-zy-clf", "gt-sl", "hk-qy", "jmyl-cb", "sb-jfzm", "sdqg-gh"})
            ASSERT_TRUE(desk.import(std::string(OW_SOURCE_DIR) + "/forms/guides/" + code + ".guide.json"));
        logIn("clerk");
    }

    void logIn(const std::string& user)
    {
        const offline::Session session{
            {user, user, {forms::Role::Clerk}, "330399", {}}, base::SigningKey::generate(), {}, {}};
        ASSERT_TRUE(place.sessions().begin(session));
    }

    void use(const std::string& matter, int times)
    {
        desk::IntakeDesk intake(place, desk::Line::Gone);
        for (int i = 0; i < times; ++i) {
            clock.advance(std::chrono::seconds(1));
            ASSERT_TRUE(intake.open(matter));
        }
    }

    static Codes codes(const std::vector<desk::FoundMatter>& found)
    {
        Codes all;
        for (const auto& each : found)
            all.push_back(each.matter.code);
        return all;
    }

    Codes search(std::string_view text) { return codes(desk.search(text, 20).value()); }

    ScratchFolder scratch;
    FixedClock clock;
    offline::DataFolder folder = offline::DataFolder::open(scratch / "data").value();
    offline::Vault vault = offline::Vault::open(folder, {}).value();
    offline::Workplace place = offline::Workplace::open(folder, vault, clock).value();
    desk::GuideDesk desk{place};
};

TEST_F(GuideSearch, RanksWhatWasTakenInBeforeWhatFitsAsWell)
{
    const auto before = search("登记");
    ASSERT_GE(before.size(), 2U);
    use(before.back(), 2);
    EXPECT_EQ(search("登记").front(), before.back());
    EXPECT_EQ(search("dj").front(), before.back());
}

TEST_F(GuideSearch, SeesWhatAnotherThreadDid)
{
    const auto before = search("登记");
    auto elsewhere = offline::Workplace::open(folder, vault, clock).value();
    ASSERT_TRUE(desk::IntakeDesk(elsewhere, desk::Line::Gone).open(before.back()));
    EXPECT_EQ(search("登记").front(), before.back());
}

TEST_F(GuideSearch, RemembersFavouritesOfEachClerkInTheStore)
{
    EXPECT_EQ(desk.turnFavourite("sdqg-gh").value(), Favourite::Yes);
    EXPECT_EQ(desk.search("sdqg", 1)->front().favourite, Favourite::Yes);
    EXPECT_EQ(codes(desk.offered(20)->favourites), Codes{"sdqg-gh"});
    {
        auto later = offline::Workplace::open(folder, vault, clock).value();
        EXPECT_EQ(codes(desk::GuideDesk(later).offered(20)->favourites), Codes{"sdqg-gh"});
    }
    logIn("agent");
    EXPECT_TRUE(desk.offered(20)->favourites.empty());
    logIn("clerk");
    EXPECT_EQ(desk.turnFavourite("sdqg-gh").value(), Favourite::No);
    EXPECT_TRUE(desk.offered(20)->favourites.empty());
    EXPECT_EQ(desk.turnFavourite("none").error().code, base::ErrorCode::NotFound);
}

TEST_F(GuideSearch, OffersWhatWasUsedBeforeALetterIsTyped)
{
    EXPECT_TRUE(desk.offered(20)->recent.empty());
    use("hk-qy", 1);
    use("gt-sl", 1);
    const auto offered = desk.offered(20).value();
    EXPECT_EQ(codes(offered.recent), (Codes{"gt-sl", "hk-qy"}));
    EXPECT_TRUE(offered.mostUsed.empty());
    EXPECT_EQ(codes(offered.others), (Codes{"bdc-zy-clf", "jmyl-cb", "sb-jfzm", "sdqg-gh"}));
    logIn("agent");
    EXPECT_TRUE(desk.offered(20)->recent.empty());
    EXPECT_EQ(codes(desk.offered(20)->mostUsed), (Codes{"gt-sl", "hk-qy"}));
}

TEST_F(GuideSearch, FindsWithASlipWhatWasMeant)
{
    EXPECT_EQ(search("hukuo"), Codes{});
    EXPECT_EQ(codes(desk.searchNearly("hukuo", 20).value()), Codes{"hk-qy"});
    EXPECT_EQ(codes(desk.searchNearly("户口签移", 20).value()), Codes{"hk-qy"});
}

TEST_F(GuideSearch, WorksWithNobodyLoggedIn)
{
    ASSERT_TRUE(place.sessions().end());
    EXPECT_EQ(search("hkqy").front(), "hk-qy");
    EXPECT_EQ(desk.turnFavourite("hk-qy").value(), Favourite::Yes);
}

}  // namespace
