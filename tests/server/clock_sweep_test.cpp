#include <server/clock_sweep.h>

#include <server/action_store.h>
#include <server/case_store.h>
#include <server/child_store.h>
#include <server/demo.h>
#include <server/revision_store.h>

#include <forms/catalogue.h>
#include <forms/jws.h>
#include <forms/manifest.h>
#include <server/guide_store.h>

#include <gtest/gtest.h>

#include <filesystem>

namespace server {

namespace {

class SetClock final : public base::Clock
{
  public:
    base::Timestamp now() const override { return time; }

    base::Timestamp time;
};

class Sweep : public testing::Test
{
  protected:
    Sweep()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "onewindow-sweep-XXXXXX").string();
        folder = ::mkdtemp(pattern.data());
        clock.time = *base::parseTimestamp("2025-03-03T02:00:00Z");
        EXPECT_TRUE(makeDemo(folder, clock));
        office = std::move(BackOffice::open(folder, clock).value());
    }

    ~Sweep() override
    {
        office.reset();
        std::filesystem::remove_all(folder);
    }

    base::Digest guideOf(const std::string& code)
    {
        const auto jws = office->database->read([&](Transaction& transaction) -> base::Result<std::string> {
            return CatalogueStore(transaction).newest("330399").value();
        });
        const auto catalogue = forms::catalogueFromJson(forms::peekJws(*jws)->payload).value();
        for (const auto& entry : catalogue.guides)
            if (entry.code == code)
                return entry.sha256;
        return {};
    }

    base::CaseId add(const std::string& matter, forms::CaseState state)
    {
        CaseRecord record;
        record.id = base::CaseId::make(clock.time);
        record.division = "330399";
        record.state = state;
        record.matter = matter;
        record.guide = guideOf(matter);
        record.official = record.id.toString();
        record.received = record.currentFrom = record.stateSince = clock.time;
        EXPECT_TRUE(office->database->write([&](Transaction& transaction) -> base::Status {
            CaseStore(transaction).add(record);
            return {};
        }));
        return record.id;
    }

    /// A bundle as a version left it that kept no children: accepted, with its signed revision.
    base::CaseId addOldBundle(forms::CaseState state)
    {
        const auto id = add("sdqg-gh", state);
        forms::Manifest manifest;
        manifest.sealed.id = id;
        manifest.sealed.division = "330399";
        manifest.sealed.workstation = "ws-1";
        manifest.sealed.clerk = "clerk";
        manifest.sealed.number = "ws-1-250303-1";
        manifest.sealed.received = manifest.sealedAt = clock.time;
        manifest.today = base::hallDate(clock.time);
        manifest.sealed.guide = {"sdqg-gh", "1", guideOf("sdqg-gh")};
        manifest.sealed.answers = {{"utilities", std::vector<std::string>{"water", "gas"}}};
        const auto payload = forms::manifestToJson(manifest);
        const auto jws = forms::signJws(payload, forms::ManifestFormat, base::SigningKey::generate());
        EXPECT_TRUE(office->database->write([&](Transaction& transaction) -> base::Status {
            auto record = *CaseStore(transaction).find(id);
            record.accepted = clock.time;
            CaseStore(transaction).update(record);
            RevisionStore(transaction)
                .add({id, 1, base::Digest::of(payload), jws, "", "clerk", "clerk", "ws-1", clock.time}, {});
            transaction.run("INSERT INTO unplanned (case_id) VALUES ($1)", {id.toString()});
            return {};
        }));
        return id;
    }

    std::vector<forms::ChildCase> childrenOf(base::CaseId id)
    {
        return office->database
            ->read([&](Transaction& transaction) -> base::Result<std::vector<forms::ChildCase>> {
                return ChildStore(transaction).ofCase(id);
            })
            .value();
    }

    CaseRecord find(base::CaseId id)
    {
        return office->database
            ->read([&](Transaction& transaction) -> base::Result<CaseRecord> {
                return *CaseStore(transaction).find(id);
            })
            .value();
    }

    std::size_t actionsOf(base::CaseId id)
    {
        return office->database
            ->read([&](Transaction& transaction) -> base::Result<std::vector<api::ActionRecord>> {
                return ActionStore(transaction).ofCase(id);
            })
            ->size();
    }

    void pass(std::chrono::hours time)
    {
        clock.time += time;
        const auto swept = sweepOnce(*office);
        EXPECT_TRUE(swept) << base::describe(swept.error());
    }

    SetClock clock;
    std::filesystem::path folder;
    std::unique_ptr<BackOffice> office;
};

TEST_F(Sweep, DeemsAcceptedFromTheDayOfReceiptWhatWasNotAnsweredInTime)
{
    const auto id = add("bdc-zy-clf", forms::CaseState::Submitted);  // to be answered on the spot
    pass(std::chrono::hours(1));
    EXPECT_EQ(find(id).state, forms::CaseState::Submitted);
    const auto received = find(id).received;
    pass(std::chrono::hours(24));
    EXPECT_EQ(find(id).state, forms::CaseState::Accepted);
    EXPECT_EQ(find(id).accepted, received);
    EXPECT_EQ(find(id).acceptedBy, "");
    pass(std::chrono::hours(24));
    EXPECT_EQ(actionsOf(id), 1U);
}

TEST_F(Sweep, DeemsNothingAcceptedWhereTheRuleStatesNone)
{
    const auto id = add("sb-jfzm", forms::CaseState::Submitted);
    pass(std::chrono::hours(24 * 60));
    EXPECT_EQ(find(id).state, forms::CaseState::Submitted);
}

TEST_F(Sweep, LetsLapseWhatWaitsTooLongForItsApplicant)
{
    const auto asked = add("sb-jfzm", forms::CaseState::CorrectionRequested);
    const auto returned = add("sb-jfzm", forms::CaseState::Returned);
    pass(std::chrono::hours(24 * office->settings.lapseDays));
    EXPECT_EQ(find(asked).state, forms::CaseState::CorrectionRequested);
    pass(std::chrono::hours(24));
    EXPECT_EQ(find(asked).state, forms::CaseState::Closed);
    EXPECT_EQ(find(returned).state, forms::CaseState::Closed);
}

TEST_F(Sweep, GivesBundlesThatAnOlderVersionAcceptedTheirChildrenOnce)
{
    const auto accepted = addOldBundle(forms::CaseState::UnderReview);
    const auto decided = addOldBundle(forms::CaseState::Approved);
    const auto since = clock.time;
    pass(std::chrono::hours(24));
    const auto children = childrenOf(accepted);
    ASSERT_EQ(children.size(), 2U);
    EXPECT_EQ(children[0].id, "sdqg-water");
    EXPECT_EQ(children[1].id, "sdqg-gas");
    EXPECT_EQ(children[1].started, since);
    EXPECT_EQ(children[1].state, forms::ChildState::Running);
    EXPECT_TRUE(childrenOf(decided).empty());
    pass(std::chrono::hours(24));
    EXPECT_EQ(childrenOf(accepted), children);
}

TEST_F(Sweep, GuessesNoDateInAYearWithoutACalendar)
{
    clock.time = *base::parseTimestamp("2040-03-03T02:00:00Z");
    const auto id = add("gt-sl", forms::CaseState::Submitted);
    pass(std::chrono::hours(24 * 30));
    EXPECT_EQ(find(id).state, forms::CaseState::Submitted);
}

}  // namespace

}  // namespace server
