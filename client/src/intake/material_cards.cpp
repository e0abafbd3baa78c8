#include <intake/material_cards.h>

#include <workbench/bench.h>

#include <algorithm>

namespace intake {

namespace {

struct Look {
    widgets::Tone tone;
    wxString glyph;
    wxString word;
};

Look lookOf(const workbench::Bench& bench, desk::MaterialState state)
{
    using widgets::Tone;
    switch (state) {
    case desk::MaterialState::NotReceived:
        return {Tone::Neutral, wxString::FromUTF8("○"), bench.say("not received")};
    case desk::MaterialState::Lacking: return {Tone::Danger, "!", bench.say("lacking")};
    case desk::MaterialState::Deferred: return {Tone::Warn, bench.say("D", {}), bench.say("deferred")};
    case desk::MaterialState::Exempt: return {Tone::Info, bench.say("E", {}), bench.say("exempt")};
    case desk::MaterialState::Generated:
        return {Tone::Ok, wxString::FromUTF8("✓"), bench.say("made from the form")};
    case desk::MaterialState::Here: return {Tone::Ok, wxString::FromUTF8("✓"), bench.say("whole")};
    }
    return {};
}

wxString detailOf(const workbench::Bench& bench, const desk::CaseView& view, const desk::MaterialLine& line)
{
    if (line.state == desk::MaterialState::Deferred && line.due)
        return bench.say("promised by {day}", {{"day", base::formatDate(*line.due)}});
    if (line.state == desk::MaterialState::Exempt)
        return line.text.empty() ? bench.say("need not be handed in")
                                 : bench.say("proof: {by}", {base::word("by", desk::proofTitle(line.text))});
    if (line.state == desk::MaterialState::Generated)
        return bench.say("made from the form");
    if (line.state == desk::MaterialState::NotReceived)
        return bench.say("not received · F6 scans it");
    for (const auto& finding : view.completeness.findings)
        if (!line.text.empty() && finding.id == line.text)
            return bench.say(finding.text);
    if (line.openPoints > 0)
        return bench.sayCount("{count} point to look at", "{count} points to look at", line.openPoints);
    if (line.pages == 0 && !line.sharedWith.empty())
        return bench.say("handed in as {material}", {{"material", line.sharedWith}});
    return bench.sayCount("{count} page", "{count} pages", line.pages);
}

}  // namespace

std::string idOf(const desk::MaterialPlace& place)
{
    return place.material + "\n" + place.party;
}

wxString nameOf(const workbench::Bench& bench, const desk::MaterialLine& line)
{
    return line.place.material.empty() ? bench.say("Pages of no material yet")
                                       : wxString::FromUTF8(line.name);
}

std::vector<kit::Card> cardsOf(const workbench::Bench& bench,
                               const desk::CaseView& view,
                               const std::vector<desk::MaterialLine>& lines)
{
    std::vector<kit::Card> cards;
    for (const auto& line : lines) {
        const auto look = lookOf(bench, line.state);
        cards.push_back({idOf(line.place),
                         look.tone,
                         look.glyph,
                         look.word,
                         {},
                         nameOf(bench, line),
                         detailOf(bench, view, line),
                         {},
                         look.tone});
    }
    return cards;
}

wxString summaryOf(const workbench::Bench& bench, const std::vector<desk::MaterialLine>& lines)
{
    const auto count = [&lines](auto... states) {
        return std::to_string(std::count_if(lines.begin(), lines.end(), [=](const desk::MaterialLine& line) {
            return ((line.state == states) || ...);
        }));
    };
    using desk::MaterialState;
    return bench.say("{whole} ✓ · {lacking} lacking · {deferred} deferred",
                     {{"whole", count(MaterialState::Here, MaterialState::Generated, MaterialState::Exempt)},
                      {"lacking", count(MaterialState::Lacking, MaterialState::NotReceived)},
                      {"deferred", count(MaterialState::Deferred)}});
}

}  // namespace intake
