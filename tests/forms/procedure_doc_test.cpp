// docs/procedure.md says what the tables in the code say, table by table.
#include "courses_to_states.h"

#include <forms/clocks.h>
#include <forms/flag.h>
#include <forms/law.h>
#include <forms/waiting.h>

#include <set>
#include <sstream>

namespace {

using forms::Act;
using forms::CaseState;
using forms::Regime;
using tests::courseTo;
using tests::hall;

using Row = std::vector<std::string>;
using Tokens = std::set<std::string>;

std::string trimmed(const std::string& text)
{
    const auto from = text.find_first_not_of(' ');
    return from == std::string::npos ? std::string()
                                     : text.substr(from, text.find_last_not_of(' ') - from + 1);
}

/// The rows of the nth table (from 0) below that heading, without its head.
std::vector<Row> rowsBelow(const std::string& heading, int nth = 0)
{
    std::istringstream lines(tests::readText(std::filesystem::path(OW_SOURCE_DIR) / "docs/procedure.md"));
    std::vector<Row> rows;
    bool below = false;
    int table = -1;
    bool inTable = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with('#'))
            below = trimmed(line.substr(line.find_first_not_of('#'))) == heading;
        const bool isRow = below && line.starts_with('|');
        if (isRow && !inTable)
            ++table;
        inTable = isRow;
        if (!isRow || table != nth)
            continue;
        Row cells;
        std::istringstream words(line.substr(1));
        for (std::string cell; std::getline(words, cell, '|');)
            cells.push_back(trimmed(cell));
        rows.push_back(cells);
    }
    EXPECT_GT(rows.size(), 2u) << "no table below " << heading;
    rows.erase(rows.begin(), rows.begin() + std::min<std::ptrdiff_t>(2, std::ssize(rows)));
    return rows;
}

/// Everything a cell writes in backticks.
Tokens tokensOf(const std::string& cell)
{
    Tokens tokens;
    for (auto open = cell.find('`'); open != std::string::npos;) {
        const auto close = cell.find('`', open + 1);
        tokens.insert(cell.substr(open + 1, close - open - 1));
        open = cell.find('`', close + 1);
    }
    return tokens;
}

std::string tokenOf(const std::string& cell)
{
    const auto tokens = tokensOf(cell);
    return tokens.empty() ? std::string() : *tokens.begin();
}

template <class All>
std::vector<std::string> namesOf(const All& all)
{
    std::vector<std::string> names;
    for (const auto one : all)
        names.emplace_back(nameOf(one));
    return names;
}

std::vector<std::string> firstColumn(const std::vector<Row>& rows)
{
    std::vector<std::string> names;
    for (const auto& row : rows)
        names.push_back(tokenOf(row.at(0)));
    return names;
}

forms::Guide licence()
{
    forms::Guide guide;
    guide.limits.legal = {20, forms::TimeUnit::Workday, {}};
    guide.limits.promised = {10, forms::TimeUnit::Workday, {}};
    guide.limits.correction = {"xkf32", {5, forms::TimeUnit::Workday, {}}, true, true};
    return guide;
}

TEST(ProcedureDocument, NamesEveryRoleActClockLightFlagAndPaperInTheOrderOfTheCode)
{
    EXPECT_EQ(firstColumn(rowsBelow("Roles")), namesOf(forms::allRoles()));
    EXPECT_EQ(firstColumn(rowsBelow("States")), namesOf(forms::allCaseStates()));
    EXPECT_EQ(firstColumn(rowsBelow("What the course records")), namesOf(forms::allActs()));
    EXPECT_EQ(firstColumn(rowsBelow("Clocks")), namesOf(forms::allClockKinds()));
    EXPECT_EQ(firstColumn(rowsBelow("Clocks", 1)), namesOf(forms::allLights()));
    EXPECT_EQ(firstColumn(rowsBelow("Flags")), namesOf(forms::allFlagCauses()));
    EXPECT_EQ(firstColumn(rowsBelow("Papers")), namesOf(forms::allPaperKinds()));
}

TEST(ProcedureDocument, SaysForWhomEachStateWaits)
{
    for (const auto& row : rowsBelow("States")) {
        const auto told = courseTo(forms::parseCaseState(tokenOf(row.at(0))).value());
        EXPECT_EQ(tokenOf(row.at(3)), nameOf(forms::waitsFor(licence(), told.course).who)) << row.at(0);
    }
}

TEST(ProcedureDocument, HasEveryStepOfTheTableAndNoOther)
{
    std::set<std::string> written;
    for (const auto& row : rowsBelow("Steps"))
        for (const auto& role : tokensOf(row.at(3)))
            written.insert(tokenOf(row.at(0)) + ' ' + tokenOf(row.at(1)) + ' ' + role + ' '
                           + tokenOf(row.at(4)));
    std::set<std::string> steps;
    std::set<std::string> actions;
    for (const auto& step : forms::caseFlow()) {
        std::string text;
        for (const auto part : {nameOf(step.from), nameOf(step.action), nameOf(step.role), nameOf(step.to)})
            text.append(text.empty() ? "" : " ").append(part);
        steps.insert(text);
        actions.emplace(nameOf(step.action));
    }
    EXPECT_EQ(written, steps);
    const auto document = tests::readText(std::filesystem::path(OW_SOURCE_DIR) / "docs/procedure.md");
    for (const auto action : forms::allActions())
        EXPECT_NE(document.find('`' + std::string(nameOf(action)) + '`'), std::string::npos)
            << nameOf(action);
}

TEST(ProcedureDocument, SaysWhereEachActLeads)
{
    for (const auto& row : rowsBelow("What the course records")) {
        auto told = courseTo(CaseState::UnderReview);
        told.then(forms::parseAct(tokenOf(row.at(0))).value(), "2026-04-13T11:00");
        const auto leads = tokenOf(row.at(2));
        EXPECT_EQ(nameOf(forms::stateOf(told.course)), leads.empty() ? "under-review" : leads) << row.at(0);
    }
}

std::string silenceUnder(Regime regime)
{
    forms::CorrectionRule rule{std::string(nameOf(regime)), {5, forms::TimeUnit::Workday, {}}, false, true};
    const bool byLaw = forms::silenceAccepts(rule);
    rule.deemedAcceptedOnExpiry = true;
    if (!forms::silenceAccepts(rule))
        return "never";
    return byLaw ? "by law" : "as the guide says";
}

std::string deliveryUnder(Regime regime)
{
    const auto& limit = forms::law(regime).deliveryLimit;
    return limit ? std::to_string(limit->n.value_or(0)) + ' ' + std::string(nameOf(limit->unit)) : "–";
}

constexpr std::array Regimes{
    Regime::Licence, Regime::RealEstate, Regime::MarketEntity, Regime::PublicService, Regime::Other};

TEST(ProcedureDocument, SaysWhatEachLawSaysOfTheCourse)
{
    const auto rows = rowsBelow("The laws");
    ASSERT_EQ(firstColumn(rows), namesOf(Regimes));
    const auto yes = [](bool is) { return std::string(is ? "yes" : "no"); };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& law = forms::law(Regimes.at(i));
        const Row expected{silenceUnder(law.regime),
                           yes(law.acceptancePaper),
                           yes(law.correctionIsNewReceipt),
                           yes(law.insistAllowed),
                           yes(law.notAcceptOnRoutesOnly),
                           deliveryUnder(law.regime)};
        EXPECT_EQ(Row(rows[i].begin() + 2, rows[i].end()), expected) << rows[i].at(0);
    }
}

TEST(ProcedureDocument, HasTheTitleAndTheGroundOfEveryPaperOfEachLaw)
{
    const std::vector<std::pair<Regime, std::string>> sections{
        {Regime::Licence, "Licences: xkf32"},
        {Regime::RealEstate, "Land register: bdc17"},
        {Regime::MarketEntity, "Market entities: scdj19"},
        {Regime::PublicService, "Public services: yhyshj36"},
        {Regime::Other, "Other regimes: other"}};
    const auto orDash = [](std::string_view text) {
        return text.empty() ? std::string("–") : std::string(text);
    };
    for (const auto& [regime, heading] : sections) {
        const auto rows = rowsBelow(heading);
        ASSERT_EQ(firstColumn(rows), namesOf(forms::allOutcomes())) << heading;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto& paper = forms::law(regime, forms::allOutcomes()[i]);
            EXPECT_EQ(tokenOf(rows[i].at(1)), paper.hasPaper() ? nameOf(paper.kind) : "") << rows[i].at(0);
            EXPECT_EQ(rows[i].at(2), orDash(paper.title)) << heading << rows[i].at(0);
            EXPECT_EQ(rows[i].at(3), orDash(paper.ground)) << heading << rows[i].at(0);
        }
    }
}

/// Where a clock of that kind runs, in a case of a licence with something of everything.
Tokens statesOf(forms::ClockKind kind)
{
    auto guide = licence();
    forms::Office office;
    office.lapse = forms::Period{30, forms::TimeUnit::Day, {}};
    Tokens states;
    for (const auto state : forms::allCaseStates()) {
        auto told = courseTo(state);
        told.then(Act::Deferred, "2026-04-13T11:00").citing("m-lease").until("2026-04-20");
        const auto running =
            forms::clocks(guide, told.course, tests::shippedCalendar(), office, hall("2026-04-14T09:00"));
        if (std::any_of(
                running.begin(), running.end(), [kind](const auto& clock) { return clock.kind == kind; }))
            states.emplace(nameOf(state));
    }
    return states;
}

TEST(ProcedureDocument, SaysInWhichStatesEachClockRuns)
{
    const auto rows = rowsBelow("Clocks");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Tokens written;
        for (const auto& token : tokensOf(rows[i].at(2)))
            if (forms::parseCaseState(token))
                written.insert(token);
        EXPECT_EQ(written, statesOf(forms::allClockKinds()[i])) << rows[i].at(0);
    }
}

/// The acts behind which that paper is due, whether or not something is put off.
Tokens actsMakingDue(forms::PaperKind kind)
{
    Tokens acts;
    for (const auto act : forms::allActs())
        for (const bool putOff : {false, true}) {
            tests::ToldCourse told;
            if (putOff)
                told.then(Act::Deferred, "2026-04-13T09:00").citing("m-lease").until("2026-04-20");
            told.then(act, "2026-04-13T10:00");
            for (const auto& due : forms::papersDue(licence(), told.course, {}))
                if (due.kind == kind)
                    acts.emplace(nameOf(act));
        }
    return acts;
}

TEST(ProcedureDocument, SaysWhatMakesEachPaperDue)
{
    const auto rows = rowsBelow("Papers");
    for (std::size_t i = 0; i < rows.size(); ++i)
        EXPECT_EQ(tokensOf(rows[i].at(2)), actsMakingDue(forms::allPaperKinds()[i])) << rows[i].at(0);
}

TEST(ProcedureDocument, SaysWhatTheClockBrings)
{
    forms::Office office;
    office.lapse = forms::Period{30, forms::TimeUnit::Day, {}};
    std::set<std::string> brought;
    for (const auto state : forms::allCaseStates()) {
        auto told = courseTo(state);
        told.then(Act::Deferred, "2026-04-13T11:00").citing("m-lease").until("2026-04-20");
        for (const auto& entry : forms::clockEntries(
                 licence(), told.course, tests::shippedCalendar(), office, hall("2026-08-03T09:00")))
            brought.emplace(nameOf(entry.act));
    }
    const auto written = firstColumn(rowsBelow("What the clock brings"));
    EXPECT_EQ(std::set<std::string>(written.begin(), written.end()), brought);
}

}  // namespace
