#include "offline/bench.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <gtest/gtest.h>

namespace {

const auto Nothing = [](forms::Case&) -> base::Status { return {}; };

}  // namespace

TEST(CaseStore, GivesBackWhatWasSaved)
{
    tests::Bench bench;
    const auto draft = bench.draft();
    EXPECT_EQ(forms::caseToJson(bench.place.cases().load(draft.id).value()), forms::caseToJson(draft));
    EXPECT_EQ(bench.place.cases().create(draft).error().code, base::ErrorCode::Conflict);
}

TEST(CaseStore, SavesAStepOrNothing)
{
    tests::Bench bench;
    const auto draft = bench.draft();
    const auto failed = bench.place.cases().change(draft.id, [](forms::Case& c) -> base::Status {
        c.matterName = "half";
        return base::fail(base::ErrorCode::BadInput, "no");
    });
    EXPECT_EQ(failed.error().code, base::ErrorCode::BadInput);
    EXPECT_EQ(bench.place.cases().load(draft.id)->matterName, draft.matterName);
    EXPECT_EQ(bench.place.cases().change(base::CaseId::make(bench.clock.now()), Nothing).error().code,
              base::ErrorCode::NotFound);
}

TEST(CaseStore, LosesNoStepBetweenTwoProcesses)
{
    tests::Bench bench;
    const auto draft = bench.draft(0);
    auto other = offline::Workplace::open(bench.folder, bench.vault, bench.clock).value();
    const auto addNote = [&](offline::Workplace& place) {
        return place.cases().change(draft.id, [](forms::Case& c) -> base::Status {
            c.notices.push_back({"receipt", {}});
            return {};
        });
    };
    std::jthread thread([&] {
        for (int i = 0; i < 20; ++i)
            EXPECT_TRUE(addNote(other).has_value());
    });
    for (int i = 0; i < 20; ++i)
        EXPECT_TRUE(addNote(bench.place).has_value());
    thread.join();
    EXPECT_EQ(bench.place.cases().load(draft.id)->notices.size(), 40U);
}

TEST(CaseStore, FindsACaseByNameNumberAndIdentity)
{
    tests::Bench bench;
    const auto draft = bench.draft();
    auto& cases = bench.place.cases();
    const auto found = [&](const offline::CaseFilter& filter) { return cases.list(filter).value().size(); };
    EXPECT_EQ(found({.name = "示例甲"}), 1U);
    EXPECT_EQ(found({.name = "示例乙"}), 0U);
    EXPECT_EQ(found({.idNumber = std::string(tests::PlantedNumber)}), 1U);
    EXPECT_EQ(found({.name = "示\u200b例甲\ufeff"}), 1U);
    EXPECT_EQ(found({.idNumber = std::string(tests::PlantedNumber).insert(6, "-").insert(0, "\u202d")}), 1U);
    EXPECT_EQ(found({.number = draft.number}), 1U);
    EXPECT_EQ(found({.state = forms::CaseState::Draft, .matter = "bdc-zy-clf", .name = " 示例甲"}), 1U);
    EXPECT_EQ(found({.state = forms::CaseState::Sealed}), 0U);
    EXPECT_EQ(cases.resolve(draft.number).value(), draft.id);
    EXPECT_EQ(cases.resolve(draft.id.toString()).value(), draft.id);
    EXPECT_EQ(cases.resolve(draft.id.toString().substr(0, 20)).value(), draft.id);
    EXPECT_EQ(cases.resolve("W9-1").error().code, base::ErrorCode::NotFound);
    bench.draft(0);
    EXPECT_EQ(cases.resolve(draft.id.toString().substr(0, 8)).error().code, base::ErrorCode::BadArgument);
}

TEST(CaseStore, MasksPeopleInLists)
{
    tests::Bench bench;
    bench.draft();
    EXPECT_EQ(bench.place.cases().list({})->front().applicant, "示*甲");
}

TEST(CaseStore, GivesNoNumberTwice)
{
    tests::Bench bench;
    const auto day = base::hallDate(bench.clock.now());
    EXPECT_EQ(bench.place.cases().nextNumber("W7", day).value(), "W7-261122-1");
    auto later = offline::Workplace::open(bench.folder, bench.vault, bench.clock).value();
    EXPECT_EQ(later.cases().nextNumber("W7", day).value(), "W7-261122-2");
    EXPECT_EQ(later.cases().nextNumber("W8", day).value(), "W8-261122-1");
}

TEST(CaseStore, NoticesARowPutInAnothersPlace)
{
    tests::Bench bench;
    const auto first = bench.draft(0);
    const auto second = bench.draft(0);
    bench.place.database().sqlite().exec("UPDATE cases SET body = (SELECT body FROM cases WHERE id = '"
                                         + first.id.toString() + "') WHERE id = '" + second.id.toString()
                                         + "'");
    EXPECT_EQ(bench.place.cases().load(second.id).error().code, base::ErrorCode::Damaged);
    EXPECT_TRUE(bench.place.cases().load(first.id).has_value());
}

TEST(CaseStore, RefusesAStateThatDoesNotExist)
{
    tests::Bench bench;
    bench.draft(0);
    EXPECT_THROW(bench.place.database().sqlite().exec("UPDATE cases SET state = 'lost'"), SQLite::Exception);
}

TEST(CaseStore, ForgetsThePeopleOfACaseThatIsOver)
{
    tests::Bench bench;
    const auto draft = bench.draft();
    ASSERT_TRUE(bench.place.cases().forgetPeople(draft.id).has_value());
    EXPECT_EQ(bench.place.cases().load(draft.id).error().code, base::ErrorCode::NotFound);
    EXPECT_TRUE(bench.place.cases().list({.name = "示例甲"})->empty());
    EXPECT_EQ(bench.place.cases().list({.number = draft.number})->front().applicant, "");
}
