#include <forms/case_people.h>
#include <forms/sealed_case.h>

#include "case_support.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <map>
#include <random>
#include <set>

namespace {

using nlohmann::json;

class Dice
{
  public:
    explicit Dice(unsigned seed)
        : m_random(seed)
    {}

    std::size_t below(std::size_t count)
    {
        return std::uniform_int_distribution<std::size_t>(0, count - 1)(m_random);
    }

    bool maybe(std::size_t percent) { return below(100) < percent; }

    template <class T>
    const T& oneOf(const std::vector<T>& all)
    {
        return all[below(all.size())];
    }

  private:
    std::mt19937 m_random;
};

forms::Guide inheritance()
{
    return forms::readGuide(tests::inheritanceText()).value();
}

/// People of whom some stand several times: few numbers, some half typed or none.
json somebody(Dice& dice, const std::string& name, const std::string& number)
{
    json row = json::object();
    if (dice.maybe(90))
        row[name] = "示例" + std::to_string(dice.below(5));
    if (dice.maybe(85))
        row[number] = dice.oneOf<std::string>({"330399198506150139",
                                               "330399198711020245",
                                               "330399201506010018",
                                               "330399 19900101 0012",
                                               "3303991988010100",
                                               "01234567"});
    return row;
}

forms::Case randomCase(Dice& dice, const forms::Guide& guide)
{
    forms::Case draft;
    draft.id = base::CaseId::make(tests::Morning);
    draft.guide = {guide.code, guide.version, guide.sha256};
    draft.received = tests::Morning;
    draft.answers = {{"place", std::string("here")},
                     {"reg", std::string("yes")},
                     {"proof", std::string(dice.maybe(50) ? "none" : "court")},
                     {"way", std::string("law")},
                     {"renounce", std::string("yes")},
                     {"minor", std::string("yes")},
                     {"abroad", std::string(dice.maybe(50) ? "yes" : "no")},
                     {"cert", std::string("have")},
                     {"agent", std::string("agent")}};
    auto form = json::parse(tests::inheritanceForm());
    for (const auto* table : {"heirs", "renouncers", "deceased", "foreigners", "minors"}) {
        form[table] = json::array();
        for (auto rows = dice.below(4); rows > 0; --rows) {
            form[table].push_back(somebody(dice, "name", "number"));
            if (table == std::string("minors"))
                form[table].back().update(somebody(dice, "guardian", "guardian_number"));
        }
    }
    if (dice.maybe(50))
        form.update(somebody(dice, "agent", "agent_number"));
    draft.forms["application"] = forms::FormData::fromJson(form);
    if (dice.maybe(70))
        forms::nameRows(guide, draft);
    for (auto added = dice.below(3); added > 0; --added) {
        const auto role = dice.oneOf<std::string>({"heir", "agent", "guardian"});
        const auto row = somebody(dice, "name", "number");
        draft.parties.push_back({dice.maybe(30) ? std::string() : role + "#" + std::to_string(dice.below(4)),
                                 role,
                                 row.value("name", "示例"),
                                 {},
                                 row.value("number", ""),
                                 {}});
    }
    return draft;
}

/// Papers for some of them, for nobody in particular, and for people the case does not have.
void addPapers(Dice& dice, const forms::Guide& guide, forms::Case& draft)
{
    const auto parties = forms::partiesOf(guide, draft);
    for (const auto& material : guide.materials) {
        std::vector<std::string> keys{"", material.per, material.per + "#2", material.per + "@r99"};
        for (const auto& party : parties)
            if (party.role == material.per)
                keys.insert(keys.end(), 3, party.key);
        for (const auto& key : keys) {
            if (!dice.maybe(material.per == "case" ? 90 : 45) || draft.findMaterial(material.id, key))
                continue;
            auto& entry = draft.materialEntry(material.id, key);
            if (dice.maybe(40))
                entry.proof = forms::Proof{"read-card", "1", tests::Morning};
            if (dice.maybe(30))
                entry.deferredUntil = tests::day("2025-08-01");
            if (dice.maybe(60))
                tests::addPage(draft, material.id, key).discarded = dice.maybe(20);
            for (const auto& point : material.points)
                if (dice.maybe(20))
                    draft.materialEntry(material.id, key)
                        .points.push_back(
                            {point.id,
                             dice.maybe(70) ? forms::PointVerdict::Pass : forms::PointVerdict::Fail,
                             "clerk",
                             tests::Morning,
                             {}});
        }
    }
}

std::vector<std::string> idsOf(const std::vector<forms::Finding>& findings)
{
    std::vector<std::string> ids;
    for (const auto& finding : findings)
        ids.push_back(finding.id);
    return ids;
}

/// Needs met by the person's other role; the list of all people names him once in a role.
std::vector<forms::MaterialNeed> needsOf(const std::vector<forms::SharedPaper>& shared)
{
    std::vector<forms::MaterialNeed> needs;
    for (const auto& paper : shared)
        if (paper.need.material != paper.at.material)
            needs.push_back(paper.need);
    return needs;
}

TEST(CasePeopleProperty, TheBackOfficeFindsWhatTheCounterFound)
{
    const auto guide = inheritance();
    const auto key = base::SigningKey::generate();
    const auto now = tests::Morning + std::chrono::hours(1);
    const forms::CheckContext context{base::hallDate(now), false};
    std::map<forms::Verdict, int> verdicts;
    int shared = 0;
    int sealed = 0;
    for (unsigned seed = 1; seed <= 300; ++seed) {
        Dice dice(seed);
        auto draft = randomCase(dice, guide);
        addPapers(dice, guide, draft);
        draft.notices = {{std::string(forms::OneTimeNoticeKind), base::Digest::of("pdf")}};
        const auto counter = forms::check(guide, draft, context);
        const auto made = forms::seal(draft, guide, {key, now, false});
        if (!made)
            continue;
        ++sealed;
        const auto read = forms::manifestFromJson(made->payload());
        ASSERT_TRUE(read) << base::describe(read.error());
        ASSERT_EQ(read->sealed.parties, forms::partiesOf(guide, draft)) << seed;
        ASSERT_EQ(read->sealed.rows, draft.rows) << seed;
        const auto office = forms::check(guide, forms::checkableCase(*read, guide), context);
        ASSERT_EQ(office.verdict, counter.verdict) << seed;
        ASSERT_EQ(office.required, counter.required) << seed;
        ASSERT_EQ(office.exempt, counter.exempt) << seed;
        ASSERT_EQ(office.missing, counter.missing) << seed;
        ASSERT_EQ(needsOf(office.shared), needsOf(counter.shared)) << seed;
        ASSERT_EQ(idsOf(office.findings), idsOf(counter.findings)) << seed;
        ++verdicts[counter.verdict];
        shared += counter.shared.empty() ? 0 : 1;
    }
    EXPECT_GT(sealed, 200);
    EXPECT_GT(shared, 25);
    EXPECT_GT(verdicts[forms::Verdict::NeedsCorrection], 100);
}

/// Heirs come, go, come back, are sorted and corrected; each has papers of his own. Whoever keeps the list of them knows
/// where every page has to be.
class Heirs
{
  public:
    explicit Heirs(unsigned seed)
        : m_dice(seed)
    {}

    void run()
    {
        for (int step = 0; step < 60; ++step) {
            const auto change = act();
            SCOPED_TRACE("step " + std::to_string(step));
            expectPagesWithTheirPeople();
            expectIdsGivenOnce();
            for (const auto& papers : change.gone)
                ASSERT_FALSE(stands(papers.party.idNumber));
        }
    }

  private:
    forms::PeopleChange act()
    {
        auto form = m_draft.forms["application"].json();
        auto& heirs = form["heirs"];
        if (heirs.is_null())
            heirs = json::array();
        switch (heirs.empty() ? 0 : m_dice.below(7)) {
        case 0: insert(heirs, newcomer()); break;
        case 1: heirs.erase(m_dice.below(heirs.size())); break;
        case 2: std::reverse(heirs.begin(), heirs.end()); break;
        case 3:
            heirs[m_dice.below(heirs.size())]["name"] = "示例改" + std::to_string(m_dice.below(99));
            break;
        case 4: insert(heirs, m_everybody.at(m_dice.oneOf(numbers()))); break;
        case 5:
            if (const auto key = gone(); !key.empty())
                return forms::bringBack(m_guide, m_draft, key).value();
            break;
        default: attach(); break;
        }
        forms::nameRows(m_guide, m_draft);
        const auto before = forms::peopleBefore(m_draft);
        m_draft.forms["application"] = forms::FormData::fromJson(form);
        for (const auto& row : heirs)
            m_everybody[row["number"]] = row;
        return forms::followPeople(m_guide, before, m_draft);
    }

    void insert(json& heirs, json row)
    {
        for (const auto& known : heirs)
            if (known["number"] == row["number"])
                return;
        heirs.insert(heirs.begin() + static_cast<std::ptrdiff_t>(m_dice.below(heirs.size() + 1)),
                     std::move(row));
    }

    json newcomer()
    {
        const auto n = std::to_string(10'000 + ++m_people);
        return {{"name", "示例" + n}, {"number", "33039919900101" + n}};
    }

    std::vector<std::string> numbers() const
    {
        std::vector<std::string> all;
        for (const auto& [number, row] : m_everybody)
            all.push_back(number);
        return all;
    }

    std::string gone()
    {
        std::vector<std::string> keys;
        for (const auto& each : m_draft.gone)
            if (!stands(each.party.idNumber))
                keys.push_back(each.party.key);
        return keys.empty() ? std::string() : m_dice.oneOf(keys);
    }

    void attach()
    {
        const auto parties = forms::partiesOf(m_guide, m_draft);
        if (parties.empty())
            return;
        const auto& who = m_dice.oneOf(parties);
        m_pages[who.idNumber].insert(tests::addPage(m_draft, "m-id", who.key).id);
    }

    bool stands(const std::string& number) const
    {
        for (const auto& party : forms::partiesOf(m_guide, m_draft))
            if (party.idNumber == number)
                return true;
        return false;
    }

    void expectPagesWithTheirPeople() const
    {
        std::size_t live = 0;
        for (const auto& party : forms::partiesOf(m_guide, m_draft)) {
            std::set<base::PageId> pages;
            if (const auto* entry = m_draft.findMaterial("m-id", party.key))
                for (const auto page : entry->pages)
                    if (!m_draft.findPage(page)->discarded)
                        pages.insert(page);
            const auto known = m_pages.find(party.idNumber);
            ASSERT_EQ(pages, known == m_pages.end() ? std::set<base::PageId>() : known->second) << party.name;
            live += pages.size();
        }
        ASSERT_EQ(
            static_cast<std::size_t>(std::count_if(m_draft.pages.begin(),
                                                   m_draft.pages.end(),
                                                   [](const forms::Page& page) { return !page.discarded; })),
            live)
            << "the others are in the bin";
    }

    void expectIdsGivenOnce()
    {
        const auto tables = m_draft.rows.find("application");
        if (tables == m_draft.rows.end())
            return;
        const auto& heirs = m_draft.forms.at("application").json().at("heirs");
        const auto& ids = tables->second.at("/heirs");
        ASSERT_EQ(ids.size(), heirs.size());
        for (std::size_t row = 0; row < ids.size(); ++row) {
            const auto [known, added] = m_owners.emplace(ids[row], heirs[row]["number"]);
            ASSERT_EQ(known->second, heirs[row]["number"].get<std::string>()) << ids[row];
        }
    }

    Dice m_dice;
    forms::Guide m_guide = inheritance();
    forms::Case m_draft;
    int m_people = 0;
    std::map<std::string, json> m_everybody;                ///< by number, as last seen
    std::map<std::string, std::set<base::PageId>> m_pages;  ///< by number
    std::map<std::string, std::string> m_owners;            ///< row id -> number
};

TEST(CasePeopleProperty, EveryPageStaysWithItsPersonOrInTheBin)
{
    for (unsigned seed = 1; seed <= 50; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Heirs(seed).run();
        if (testing::Test::HasFatalFailure())
            return;
    }
}

}  // namespace
