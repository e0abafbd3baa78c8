#include <forms/case_people.h>

#include "case_support.h"
#include "guide_version.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr const char* Form = "application";

/// An inheritance with three heirs, the card of each attached under his key.
class CasePeople : public testing::Test
{
  protected:
    CasePeople()
    {
        m_draft.received = tests::Morning;
        edit([](json& form) { form = json::parse(tests::inheritanceForm()); });
        for (const auto* number : {"330399198506150139", "330399198711020245", "330399201506010018"})
            m_cards[number] = tests::addPage(m_draft, "m-id", keyOf(number)).id;
    }

    forms::PeopleChange edit(const std::function<void(json&)>& change)
    {
        auto form = m_draft.forms[Form].json();
        change(form);
        return put(form);
    }

    forms::PeopleChange put(const json& form)
    {
        forms::nameRows(m_guide, m_draft);
        const auto before = forms::peopleBefore(m_draft);
        m_draft.forms[Form] = forms::FormData::fromJson(form);
        return forms::followPeople(m_guide, before, m_draft);
    }

    forms::PeopleChange withPeople(const std::function<void(std::vector<forms::Party>&)>& change)
    {
        forms::nameRows(m_guide, m_draft);
        const auto before = forms::peopleBefore(m_draft);
        change(m_draft.parties);
        return forms::followPeople(m_guide, before, m_draft);
    }

    std::string keyOf(const std::string& number, const std::string& role = "heir") const
    {
        for (const auto& party : forms::partiesOf(m_guide, m_draft))
            if (party.role == role && party.idNumber == number)
                return party.key;
        return "nobody";
    }

    /// The live pages of the card material that lie under that heir's key.
    std::vector<base::PageId> cardsOf(const std::string& number) const
    {
        std::vector<base::PageId> pages;
        if (const auto* entry = m_draft.findMaterial("m-id", keyOf(number)))
            for (const auto page : entry->pages)
                if (!m_draft.findPage(page)->discarded)
                    pages.push_back(page);
        return pages;
    }

    std::vector<std::string> missingCards() const
    {
        auto missing =
            tests::idsOf(forms::check(m_guide, m_draft, {tests::day("2025-06-30"), false}).missing);
        std::erase_if(missing, [](const std::string& id) { return !id.starts_with("m-id"); });
        return missing;
    }

    forms::Guide m_guide = forms::readGuide(tests::inheritanceText()).value();
    forms::Case m_draft;
    std::map<std::string, base::PageId> m_cards;
    const std::string First = "330399198506150139";
    const std::string Second = "330399198711020245";
    const std::string Child = "330399201506010018";
};

}  // namespace

TEST_F(CasePeople, HaveTheirCardsUnderKeysOfTheirRows)
{
    EXPECT_THAT(m_draft.rows.at(Form).at("/heirs"), ElementsAre("r1", "r2", "r3"));
    EXPECT_EQ(keyOf(Second), "heir@r2");
    EXPECT_THAT(missingCards(), IsEmpty());
}

TEST_F(CasePeople, KeepTheirCardsWhenTheFirstHeirsRowGoes)
{
    const auto change = edit([](json& form) { form["heirs"].erase(0); });
    ASSERT_EQ(change.gone.size(), 1U);
    EXPECT_EQ(change.gone[0].party.name, "示例甲");
    EXPECT_THAT(change.gone[0].pages, ElementsAre(m_cards[First]));
    EXPECT_TRUE(m_draft.findPage(m_cards[First])->discarded);
    EXPECT_THAT(cardsOf(Second), ElementsAre(m_cards[Second]));
    EXPECT_THAT(cardsOf(Child), ElementsAre(m_cards[Child]));
    EXPECT_EQ(keyOf(Second), "heir@r2");
    EXPECT_THAT(missingCards(), IsEmpty());
    m_draft.findPage(m_cards[Second])->discarded = true;
    EXPECT_THAT(missingCards(), ElementsAre("m-id@heir@r2")) << "nobody else's card stands in for it";
}

TEST_F(CasePeople, WhoWentCountsForNobodyEvenWhenHisPageIsBroughtBackAlone)
{
    edit([](json& form) { form["heirs"].erase(0); });
    m_draft.findPage(m_cards[First])->discarded = false;
    for (const auto* number : {"330399198711020245", "330399201506010018"})
        m_draft.findPage(m_cards[number])->discarded = true;
    EXPECT_THAT(missingCards(), ElementsAre("m-id@heir@r2", "m-id@heir@r3"));
}

TEST_F(CasePeople, KeepTheirCardsThroughSorting)
{
    edit([](json& form) { std::reverse(form["heirs"].begin(), form["heirs"].end()); });
    for (const auto& [number, card] : m_cards)
        EXPECT_THAT(cardsOf(number), ElementsAre(card)) << number;
    EXPECT_EQ(keyOf(Child), "heir@r3");
}

TEST_F(CasePeople, ComeBackWithIdAndPagesWhenTheDeletionIsUndone)
{
    const auto whole = m_draft.forms[Form].json();
    m_draft.materialEntry("m-id", keyOf(First)).facts["valid_to"] = "2035-06-15";
    edit([](json& form) { form["heirs"].erase(0); });
    const auto change = put(whole);
    ASSERT_EQ(change.back.size(), 1U);
    EXPECT_THAT(change.back[0].pages, ElementsAre(m_cards[First]));
    EXPECT_EQ(keyOf(First), "heir@r1");
    EXPECT_THAT(cardsOf(First), ElementsAre(m_cards[First]));
    EXPECT_EQ(m_draft.findMaterial("m-id", "heir@r1")->facts.at("valid_to"), "2035-06-15");
    EXPECT_THAT(m_draft.gone, IsEmpty());
}

TEST_F(CasePeople, ComeBackAtOneWordWhereTheyStood)
{
    edit([](json& form) { form["heirs"].erase(1); });
    EXPECT_FALSE(forms::bringBack(m_guide, m_draft, "heir@r9"));
    const auto change = forms::bringBack(m_guide, m_draft, "heir@r2");
    ASSERT_TRUE(change) << base::describe(change.error());
    EXPECT_EQ(m_draft.forms[Form].text("/heirs/1/name"), "示例乙");
    EXPECT_THAT(cardsOf(Second), ElementsAre(m_cards[Second]));
    EXPECT_THAT(m_draft.rows.at(Form).at("/heirs"), ElementsAre("r1", "r2", "r3"));
}

TEST_F(CasePeople, HaveTheirPapersAgainWhenTheyAreTypedIntoAnotherRow)
{
    edit([](json& form) { form["heirs"].erase(0); });
    edit([](json& form) { form["heirs"].push_back({{"name", "示例甲"}}); });
    EXPECT_THAT(missingCards(), ElementsAre("m-id@heir@r9")) << "a name alone proves nobody";
    const auto change = edit([this](json& form) { form["heirs"][2]["number"] = First; });
    EXPECT_EQ(change.back.size(), 1U);
    EXPECT_THAT(cardsOf(First), ElementsAre(m_cards[First]));
    EXPECT_THAT(missingCards(), IsEmpty());
}

TEST_F(CasePeople, NeverGetAnIdThatSomebodyHad)
{
    std::set<std::string> seen;
    for (int round = 0; round < 5; ++round) {
        edit([round](json& form) { form["heirs"].push_back({{"name", "示例" + std::to_string(round)}}); });
        const auto id = m_draft.rows.at(Form).at("/heirs").back();
        EXPECT_TRUE(seen.insert(id).second) << id;
        edit([](json& form) { form["heirs"].erase(form["heirs"].size() - 1); });
        m_draft.gone.clear();  // not even what is remembered of them is needed
    }
}

TEST_F(CasePeople, SomebodyElseInTheSameRowHasNoneOfTheirPapers)
{
    const auto change = edit([](json& form) {
        form["heirs"][0] = {{"name", "示例丁"}, {"number", "330399199001010012"}, {"relation", "02"}};
    });
    ASSERT_EQ(change.gone.size(), 1U);
    EXPECT_THAT(missingCards(), ElementsAre("m-id@heir@r9")) << "the first heir is 示例丁 now";
}

TEST_F(CasePeople, InOneRowEachHaveTheirOwn)
{
    tests::addPage(m_draft, "m-jh", keyOf(Child, "minor"));
    tests::addPage(m_draft, "m-jhid", keyOf("330399198801010024", "guardian"));
    const auto change = edit([](json& form) {
        form["minors"][0]["name"] = "示例孩";
        form["minors"][0]["number"] = "330399201506010026";
    });
    ASSERT_EQ(change.gone.size(), 1U) << "the guardian stayed";
    EXPECT_EQ(change.gone[0].party.role, "minor");
    EXPECT_EQ(keyOf("330399198801010024", "guardian"), "guardian@r8");
    EXPECT_EQ(m_draft.findMaterial("m-jh", keyOf("330399201506010026", "minor")), nullptr);
    const auto back = edit([this](json& form) {
        form["minors"][0]["name"] = "示例童";
        form["minors"][0]["number"] = Child;
    });
    EXPECT_EQ(back.back.size(), 1U);
    EXPECT_NE(m_draft.findMaterial("m-jh", keyOf(Child, "minor")), nullptr);
}

TEST_F(CasePeople, InFieldsOfTheirOwnLeaveNothingToWhoComesAfterThem)
{
    edit([](json& form) {
        form["agent"] = "示例丁";
        form["agent_number"] = "330399199001010012";
    });
    const auto card = tests::addPage(m_draft, "m-agentid", "agent").id;
    auto change = edit([](json& form) {
        form["agent"] = "示例戊";
        form["agent_number"] = "330399198801010024";
    });
    ASSERT_EQ(change.gone.size(), 1U);
    EXPECT_TRUE(m_draft.findPage(card)->discarded);
    EXPECT_EQ(m_draft.findMaterial("m-agentid", "agent"), nullptr);
    const auto refused = forms::bringBack(m_guide, m_draft, change.gone[0].party.key);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, base::ErrorCode::NotAllowed) << "another stands there";
    change = edit([](json& form) {
        form["agent"] = "示例丁";
        form["agent_number"] = "330399199001010012";
    });
    EXPECT_EQ(change.back.size(), 1U);
    EXPECT_FALSE(m_draft.findPage(card)->discarded);
    EXPECT_THAT(m_draft.findMaterial("m-agentid", "agent")->pages, ElementsAre(card));
    change = edit([](json& form) {
        form.erase("agent");
        form.erase("agent_number");
    });
    EXPECT_EQ(change.gone.size(), 1U) << "emptied fields are nobody's";
    EXPECT_EQ(m_draft.findMaterial("m-agentid", "agent"), nullptr);
}

TEST_F(CasePeople, ACorrectedNameOrNumberChangesNobody)
{
    EXPECT_TRUE(edit([](json& form) { form["heirs"][0]["name"] = "示例申"; }).empty());
    EXPECT_TRUE(edit([](json& form) { form["heirs"][0]["number"] = "330399199001010012"; }).empty());
    EXPECT_THAT(cardsOf("330399199001010012"), ElementsAre(m_cards[First]));
}

TEST_F(CasePeople, WhoStandsTwiceIsOnePersonAndTheFormSaysSo)
{
    edit([this](json& form) {
        form["heirs"].push_back(
            {{"name", "示例甲"}, {"number", " " + First.substr(0, 6) + " " + First.substr(6)}});
    });
    EXPECT_THAT(missingCards(), IsEmpty());
    const auto completeness = forms::check(m_guide, m_draft, {tests::day("2025-06-30"), false});
    const auto* twice = tests::findFinding(completeness, "twice:heir@r9");
    ASSERT_NE(twice, nullptr);
    EXPECT_EQ(twice->level, forms::FindingLevel::Ask);
    EXPECT_EQ(twice->field, "/heirs/3/number");
    const auto change = edit([](json& form) { form["heirs"].erase(0); });
    EXPECT_THAT(change.gone, IsEmpty()) << "he stands there still";
    EXPECT_THAT(cardsOf(" 330399 198506150139"), ElementsAre(m_cards[First]));
}

TEST_F(CasePeople, APaperUnderEitherPlaceOfOnePersonCounts)
{
    edit([this](json& form) { form["heirs"][1]["number"] = First; });  // a slip of the hand
    m_draft.findPage(m_cards[First])->discarded = true;
    EXPECT_THAT(missingCards(), IsEmpty()) << "the card of the second row";
    edit([this](json& form) { form["heirs"][1]["number"] = Second; });
    EXPECT_THAT(cardsOf(Second), ElementsAre(m_cards[Second])) << "it never left the row";
    EXPECT_THAT(missingCards(), ElementsAre("m-id@heir@r1"));
}

TEST_F(CasePeople, InTwoRolesHandAPaperInOnce)
{
    m_draft.answers = {{"place", std::string("here")},
                       {"reg", std::string("yes")},
                       {"proof", std::string("court")},
                       {"minor", std::string("yes")}};
    const auto missing = [this] {
        const auto found = forms::check(m_guide, m_draft, {tests::day("2025-06-30"), false});
        return tests::idsOf(found.missing);
    };
    EXPECT_THAT(missing(), testing::Contains("m-jhid@guardian@r8"));
    edit([this](json& form) {
        form["minors"][0]["guardian"] = "示例乙";
        form["minors"][0]["guardian_number"] = Second;
    });
    EXPECT_THAT(missing(), testing::Not(testing::Contains("m-jhid@guardian@r8")))
        << "the guardian's identity card is the heir's";
    EXPECT_THAT(missing(), testing::Contains("m-jh@minor@r8"))
        << "the child's card as an heir is no proof of guardianship";
    const auto completeness = forms::check(m_guide, m_draft, {tests::day("2025-06-30"), false});
    EXPECT_THAT(completeness.shared,
                ElementsAre(forms::SharedPaper{{"m-jhid", "guardian@r8"}, {"m-id", "heir@r2"}}));
    m_draft.findPage(m_cards[Second])->discarded = true;
    EXPECT_THAT(missing(), testing::Contains("m-jhid@guardian@r8"));
}

TEST_F(CasePeople, OfAnOlderDraftKeepTheirPapersOneByOne)
{
    forms::Case old;
    auto form = json::parse(tests::inheritanceForm());
    form["heirs"].insert(form["heirs"].begin() + 1, json::object());  // a blank row had no key
    old.forms[Form] = forms::FormData::fromJson(form);
    std::vector<base::PageId> cards;
    for (const auto* key : {"heir", "heir#2", "heir#3", "heir#4"})
        cards.push_back(tests::addPage(old, "m-id", key).id);
    tests::addPage(old, "m-jhid", "guardian");
    old.parties = {{"heir#3", "heir", "示例庚", {}, "330399199001010012", {}}};  // counted as the fourth
    const auto before = forms::partiesOf(m_guide, old);
    ASSERT_EQ(before.back().key, "heir#4");
    forms::nameRows(m_guide, old);
    EXPECT_THAT(old.rows.at(Form).at("/heirs"), ElementsAre("r1", "r2", "r3", "r4"));
    EXPECT_THAT(old.findMaterial("m-id", "heir@r1")->pages, ElementsAre(cards[0]));
    EXPECT_THAT(old.findMaterial("m-id", "heir@r3")->pages, ElementsAre(cards[1]));
    EXPECT_THAT(old.findMaterial("m-id", "heir@r4")->pages, ElementsAre(cards[2]));
    const auto byHand = forms::partiesOf(m_guide, old).back().key;
    EXPECT_THAT(old.findMaterial("m-id", byHand)->pages, ElementsAre(cards[3]));
    EXPECT_NE(old.findMaterial("m-jhid", "guardian@r9"), nullptr);
    const auto named = old.rows;
    forms::nameRows(m_guide, old);
    EXPECT_EQ(old.rows, named) << "once";
}

TEST_F(CasePeople, WhosePapersCameFirstAreNamedWithThem)
{
    forms::Case early;
    const auto page = tests::addPage(early, "m-id").id;
    early.materialEntry("m-fqid", "renouncer").proof = forms::Proof{"read-card", "1", {}};
    early.materialEntry("m-qs").deferredUntil = tests::day("2025-07-10");
    early.materialEntry("m-qs").facts["number"] = "1";
    m_draft = early;
    edit([](json& form) { form = json::parse(tests::inheritanceForm()); });
    EXPECT_THAT(cardsOf(First), ElementsAre(page));
    EXPECT_TRUE(m_draft.findMaterial("m-fqid", keyOf("330399199001010012", "renouncer"))->proof);
    EXPECT_EQ(m_draft.findMaterial("m-id"), nullptr);
    EXPECT_EQ(m_draft.findMaterial("m-qs", keyOf(First))->facts.at("number"), "1");
    for (const auto& number : {First, Second, Child})
        EXPECT_EQ(m_draft.deferredUntil("m-qs", keyOf(number)), tests::day("2025-07-10"))
            << "a date without a name is everybody's";
    edit([](json& form) { std::reverse(form["heirs"].begin(), form["heirs"].end()); });
    EXPECT_THAT(cardsOf(First), ElementsAre(page)) << "and stay his when he is not the first any more";
}

TEST_F(CasePeople, AddedByHandLeaveTheirKeyToNobody)
{
    const auto add = [this](const char* name) {
        const auto key = forms::newPartyKey(m_guide, m_draft, "witness");
        withPeople([&](auto& parties) { parties.push_back({key, "witness", name, {}, {}, {}}); });
        return key;
    };
    EXPECT_EQ(add("示例丁"), "witness");
    EXPECT_EQ(add("示例戊"), "witness#2");
    tests::addPage(m_draft, "m-id", "witness");
    const auto change = withPeople([](auto& parties) { parties.erase(parties.begin()); });
    EXPECT_EQ(change.gone.size(), 1U);
    EXPECT_EQ(add("示例己"), "witness#3");
    const auto back = forms::bringBack(m_guide, m_draft, "witness");
    ASSERT_TRUE(back);
    EXPECT_EQ(back->back.size(), 1U);
    EXPECT_EQ(m_draft.parties.back().name, "示例丁");
    EXPECT_EQ(forms::newPartyKey(m_guide, m_draft, "agent"), "agent#2") << "the form has a place of its own";
}

TEST_F(CasePeople, AddedByHandKeepTheirPapersWhenAFormNamesAnotherUnderTheirKey)
{
    m_draft.parties = {
        {"agent", "agent", "示例丁", {}, "330399199001010012", {}}};  // as earlier versions did
    const auto card = tests::addPage(m_draft, "m-agentid", "agent").id;
    edit([](json& form) {
        form["agent"] = "示例戊";
        form["agent_number"] = "330399198801010024";
    });
    EXPECT_THAT(m_draft.findMaterial("m-agentid", keyOf("330399199001010012", "agent"))->pages,
                ElementsAre(card));
    EXPECT_EQ(keyOf("330399198801010024", "agent"), "agent");
    EXPECT_EQ(m_draft.findMaterial("m-agentid", "agent"), nullptr);
}

TEST_F(CasePeople, AreCalledByKeyOrByPlace)
{
    edit([](json& form) { form["heirs"].erase(0); });
    EXPECT_EQ(forms::partyNamed(m_guide, m_draft, "m-id", "heir@r3"), "heir@r3");
    EXPECT_EQ(forms::partyNamed(m_guide, m_draft, "m-id", ""), "heir@r2");
    EXPECT_EQ(forms::partyNamed(m_guide, m_draft, "m-id", "heir"), "heir@r2");
    EXPECT_EQ(forms::partyNamed(m_guide, m_draft, "m-id", "heir#2"), "heir@r3");
    EXPECT_EQ(forms::partyNamed(m_guide, m_draft, "m-id", "heir#3"), "heir#3") << "there is no third";
    EXPECT_EQ(forms::partyNamed(m_guide, m_draft, "m-id", "heir@r1"), "heir@r1") << "who went";
    EXPECT_EQ(forms::partyNamed(m_guide, m_draft, "m-zs", ""), "");
    EXPECT_EQ(forms::partyNamed(m_guide, m_draft, "m-agentid", ""), "") << "nobody yet";
}

TEST_F(CasePeople, WhatWouldGoIsSaidBefore)
{
    auto form = m_draft.forms[Form].json();
    form["heirs"].erase(0);
    const auto draft = m_draft;
    const auto going = forms::papersGoing(m_guide, m_draft, Form, forms::FormData::fromJson(form));
    ASSERT_EQ(going.size(), 1U);
    EXPECT_EQ(going[0].party.name, "示例甲");
    EXPECT_EQ(forms::caseToJson(m_draft), forms::caseToJson(draft));
    EXPECT_THAT(forms::papersGoing(m_guide, m_draft, Form, m_draft.forms[Form]), IsEmpty());
}

TEST_F(CasePeople, TheKindOfPaperIsKeptWithTheNumber)
{
    std::map<std::string, std::string> kinds;
    for (const auto& party : forms::partiesOf(m_guide, m_draft))
        kinds[party.role] = party.idType;
    EXPECT_EQ(kinds["heir"], "111");
    EXPECT_EQ(kinds["foreign"], "511") << "the form's own column says so";
    edit([](json& form) { form["foreigners"][0]["kind"] = "414"; });
    EXPECT_EQ(tests::findFinding(forms::check(m_guide, m_draft, {tests::day("2025-06-30"), false}),
                                 "paper:foreign@r4"),
              nullptr)
        << "some states have passports of eight digits";
    edit([](json& form) { form["foreigners"][0]["kind"] = "516"; });
    EXPECT_NE(tests::findFinding(forms::check(m_guide, m_draft, {tests::day("2025-06-30"), false}),
                                 "paper:foreign@r4"),
              nullptr);
}

TEST_F(CasePeople, AKindOfPaperTheGuideDoesNotAllowIsAFinding)
{
    m_guide.parties[0].idTypes = {"414", "553"};
    const auto warned = [this] {
        const auto found = forms::check(m_guide, m_draft, {tests::day("2025-06-30"), false});
        return tests::findFinding(found, "paper:heir@r1") != nullptr;
    };
    EXPECT_TRUE(warned());
    m_guide.parties[0].idTypes = {"414", "111"};
    EXPECT_FALSE(warned());
}
