#include <forms/row_ids.h>

#include "guide_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <random>
#include <set>

namespace {

using nlohmann::json;
using Ids = std::vector<std::string>;
using testing::ElementsAre;

const json First{{"name", "示例甲"}, {"number", "330399198506150139"}, {"relation", "02"}};
const json Second{{"name", "示例乙"}, {"number", "330399198711020245"}, {"relation", "02"}};
const json Third{{"name", "示例童"}, {"number", "330399201506010018"}, {"relation", "04"}};
const json Stranger{{"name", "示例丁"}, {"number", "330399199001010012"}, {"relation", "02"}};

forms::FormData form(const json& rows)
{
    return forms::FormData::fromJson({{"heirs", rows}});
}

/// A table of heirs under edits; new rows get "r1", "r2" in turn.
class RowIds : public testing::Test
{
  protected:
    Ids edit(const json& rows)
    {
        const auto after = form(rows);
        m_ids = forms::rowsAfter({m_table}, m_form, m_ids, after, [this](const auto&, std::size_t) {
            return "r" + std::to_string(++m_given);
        });
        m_form = after;
        return m_ids["/heirs"];
    }

    forms::PeopleTable m_table{"/heirs", {{"heir", "/name", "/number"}}};
    forms::FormData m_form;
    forms::RowIds m_ids;
    int m_given = 0;
};

json with(json row, const char* cell, const json& value)
{
    row[cell] = value;
    return row;
}

}  // namespace

TEST_F(RowIds, AreGivenOnceAndInOrder)
{
    EXPECT_THAT(edit(json::array({First, Second, Third})), ElementsAre("r1", "r2", "r3"));
    EXPECT_THAT(edit(json::array({First, Second, Third})), ElementsAre("r1", "r2", "r3"));
}

TEST_F(RowIds, GoWithTheRowsWhenTheTableIsSorted)
{
    edit(json::array({First, Second, Third}));
    EXPECT_THAT(edit(json::array({Third, First, Second})), ElementsAre("r3", "r1", "r2"));
    EXPECT_THAT(edit(json::array({Second, First, Third})), ElementsAre("r2", "r1", "r3"));
}

TEST_F(RowIds, OfOthersStayWhenTheFirstRowGoes)
{
    edit(json::array({First, Second, Third}));
    EXPECT_THAT(edit(json::array({Second, Third})), ElementsAre("r2", "r3"));
    EXPECT_THAT(edit(json::array({Second, Third, Stranger})), ElementsAre("r2", "r3", "r4"));
}

TEST_F(RowIds, OfOthersStayWhenARowComesInBetween)
{
    edit(json::array({First, Second}));
    EXPECT_THAT(edit(json::array({First, Third, Second})), ElementsAre("r1", "r3", "r2"));
    EXPECT_THAT(edit(json::array({json::object(), First, Third, Second})),
                ElementsAre("r4", "r1", "r3", "r2"));
}

TEST_F(RowIds, StayWithARowOfWhichOneCellIsEdited)
{
    edit(json::array({First, Second, Third}));
    EXPECT_THAT(edit(json::array({with(First, "name", "示例申"), Second, Third})),
                ElementsAre("r1", "r2", "r3"));
    EXPECT_THAT(edit(json::array(
                    {with(First, "name", "示例申"), with(Second, "number", "330399199001010012"), Third})),
                ElementsAre("r1", "r2", "r3"));
    EXPECT_THAT(edit(json::array({with(First, "name", "示例申"),
                                  with(Second, "number", "330399199001010012"),
                                  with(Third, "relation", "09")})),
                ElementsAre("r1", "r2", "r3"));
}

TEST_F(RowIds, StayWithARowThatMovesWhileItIsEdited)
{
    edit(json::array({First, Second, Third}));
    EXPECT_THAT(edit(json::array({with(Third, "relation", "01"), with(First, "name", "示例申"), Second})),
                ElementsAre("r3", "r1", "r2"))
        << "its number tells which it is";
    EXPECT_THAT(edit(json::array({Second, with(Third, "number", "330399"), with(First, "name", "示例申")})),
                ElementsAre("r2", "r3", "r1"))
        << "its name does";
}

TEST_F(RowIds, StayWithARowThatIsTypedLetterByLetter)
{
    edit(json::array({First}));
    EXPECT_THAT(edit(json::array({First, json::object()})), ElementsAre("r1", "r2"));
    std::string name;
    for (const auto* letter : {"示", "例", "乙"}) {
        name += letter;
        EXPECT_THAT(edit(json::array({First, {{"name", name}}})), ElementsAre("r1", "r2"));
    }
    for (std::size_t digits = 1; digits <= 18; ++digits)
        EXPECT_THAT(edit(json::array({First,
                                      {{"name", name},
                                       {"number", Second["number"].get<std::string>().substr(0, digits)}}})),
                    ElementsAre("r1", "r2"));
    EXPECT_THAT(edit(json::array({First, with(Second, "name", "示例")})), ElementsAre("r1", "r2"));
}

TEST_F(RowIds, AreNotInheritedByARowThatComesWhereAnotherWent)
{
    edit(json::array({First, Second, Third}));
    EXPECT_THAT(edit(json::array({Second, Third, json::object()})), ElementsAre("r2", "r3", "r4"))
        << "one went at the top, one came at the foot";
    EXPECT_THAT(edit(json::array({Second, Third, Stranger})), ElementsAre("r2", "r3", "r4"));
}

TEST_F(RowIds, AreNotThoseOfSomebodyElseInTheSameRow)
{
    edit(json::array({First, Second, Third}));
    EXPECT_THAT(edit(json::array({Stranger, Second, Third})), ElementsAre("r4", "r2", "r3"));
    EXPECT_THAT(edit(json::array({Stranger, json::object(), Third})), ElementsAre("r4", "r5", "r3"))
        << "an emptied row is nobody's: who is typed into it has no papers yet";
}

TEST_F(RowIds, OfEqualAndBlankRowsKeepTheirOrder)
{
    edit(json::array({First, First, json::object(), json::object()}));
    EXPECT_THAT(edit(json::array({First, First, json::object(), json::object()})),
                ElementsAre("r1", "r2", "r3", "r4"));
    EXPECT_THAT(edit(json::array({First, json::object()})), ElementsAre("r1", "r3"));
    EXPECT_THAT(edit(json::array({json::object(), First})), ElementsAre("r3", "r1"));
    EXPECT_THAT(edit(json::array()), ElementsAre());
}

TEST_F(RowIds, OfWhatIsNoTableAreNone)
{
    edit(json::array({First}));
    EXPECT_THAT(edit("text"), ElementsAre());
    EXPECT_THAT(edit(json::array({"text", 7, nullptr})), ElementsAre("r2", "r3", "r4"));
    EXPECT_THAT(edit(json::array({nullptr, "text", 7})), ElementsAre("r4", "r2", "r3"));
}

TEST_F(RowIds, TellTwoOfOneNameApartByTheirNumbers)
{
    const auto other = with(First, "number", "330399199001010012");
    edit(json::array({First, other}));
    EXPECT_THAT(edit(json::array({other, First})), ElementsAre("r2", "r1"));
    EXPECT_THAT(edit(json::array({other})), ElementsAre("r2"));
}

TEST_F(RowIds, AreFoundByTheFirstPersonOfARowThenByTheOthers)
{
    m_table = {"/heirs", {{"minor", "/name", "/number"}, {"guardian", "/guardian", "/guardian_number"}}};
    const auto of = [](json minor, const json& guardian) {
        minor["guardian"] = guardian["name"];
        minor["guardian_number"] = guardian["number"];
        return minor;
    };
    edit(json::array({of(Third, First), of(Stranger, First)}));
    EXPECT_THAT(edit(json::array({of(Stranger, First)})), ElementsAre("r2")) << "one guardian of both";
    EXPECT_THAT(edit(json::array({of(Stranger, Second)})), ElementsAre("r2"));
    EXPECT_THAT(edit(json::array({of(Third, Second)})), ElementsAre("r2")) << "the guardian stayed";
}

TEST_F(RowIds, OfAHugeTableAreFoundInNoTime)
{
    auto rows = json::array();
    for (int row = 0; row < 10'000; ++row)
        rows.push_back({{"name", "示例" + std::to_string(row)}, {"number", std::to_string(row)}});
    edit(rows);
    for (auto& row : rows)
        row["name"] = "x" + row["number"].get<std::string>();
    std::reverse(rows.begin(), rows.end());
    const auto begun = std::chrono::steady_clock::now();
    const auto ids = edit(rows);
    EXPECT_EQ(ids.front(), "r10000");
    for (auto& row : rows)
        row = {{"name", "y"}, {"number", "z" + row["number"].get<std::string>()}};
    edit(rows);
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(10));
}

TEST_F(RowIds, FollowRandomEditsAsWhoMakesThemKnowsThem)
{
    struct Known {
        std::string id;
        json row;
    };

    std::mt19937 random(7);
    const auto below = [&random](std::size_t count) {
        return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
    };
    int people = 0;
    const auto somebody = [&people]() {
        const auto n = std::to_string(++people);
        return json{{"name", "示例" + n}, {"number", "3303991985" + std::to_string(10'000'000 + people)}};
    };
    std::vector<Known> known;
    for (int step = 0; step < 1'500; ++step) {
        const auto place = [&](std::size_t at) { return known.begin() + static_cast<std::ptrdiff_t>(at); };
        const auto act = known.empty() ? 0 : below(6);
        if (act == 0) {
            known.insert(place(below(known.size() + 1)),
                         {"new", below(3) == 0 ? json::object() : somebody()});
        } else if (act == 1 && known.size() > 3) {
            known.erase(place(below(known.size())));
        } else if (act == 2) {
            std::swap(known[below(known.size())], known[below(known.size())]);
        } else if (act == 3) {
            std::sort(known.begin(), known.end(), [](const Known& one, const Known& other) {
                return one.row.value("name", "") < other.row.value("name", "");
            });
        } else {
            auto& row = known[below(known.size())].row;
            const auto* cell = row.empty() ? "name" : act == 4 && row.contains("number") ? "name" : "number";
            row[cell] = somebody()[cell];
        }
        auto rows = json::array();
        for (const auto& one : known)
            rows.push_back(one.row);
        const auto ids = edit(rows);
        ASSERT_EQ(ids.size(), known.size());
        // Blank rows are equal: which of them moved or went nobody can say, and none of them has papers.
        for (std::size_t row = 0; row < ids.size(); ++row) {
            if (known[row].id == "new" || known[row].row.empty())
                known[row].id = ids[row];
            ASSERT_EQ(ids[row], known[row].id) << "step " << step << " act " << act << " row " << row;
        }
        ASSERT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
    }
}

TEST(PeopleTables, AreThoseTheGuidesPartiesPointInto)
{
    const auto guide = forms::readGuide(tests::inheritanceText()).value();
    const auto tables = forms::peopleTables(guide, "application");
    ASSERT_EQ(tables.size(), 5U);
    EXPECT_EQ(tables[0].pointer, "/heirs");
    EXPECT_EQ(tables[4].pointer, "/minors");
    ASSERT_EQ(tables[4].people.size(), 2U);
    EXPECT_EQ(tables[4].people[1].role, "guardian");
    EXPECT_EQ(tables[4].people[1].number, "/guardian_number");
    EXPECT_TRUE(forms::peopleTables(guide, "another").empty());
}

TEST(PeopleTables, AreKeyedByPlaceWithoutOneGoodIdForEachRow)
{
    std::map<std::string, forms::RowIds> rows;
    EXPECT_EQ(forms::idsOfRows(rows, "f", "/t", 2), nullptr);
    rows["f"]["/t"] = {"r1", "r2"};
    ASSERT_NE(forms::idsOfRows(rows, "f", "/t", 2), nullptr);
    EXPECT_EQ(forms::idsOfRows(rows, "f", "/t", 3), nullptr);
    rows["f"]["/t"] = {"r1", "r1"};
    EXPECT_EQ(forms::idsOfRows(rows, "f", "/t", 2), nullptr) << "two people would share their papers";
    rows["f"]["/t"] = {"r1", ""};
    EXPECT_EQ(forms::idsOfRows(rows, "f", "/t", 2), nullptr);
}
