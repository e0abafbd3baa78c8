#include "course_text.h"

#include "case_text.h"

#include <forms/arrival.h>
#include <forms/field_mark.h>

#include <papers/period_text.h>

namespace cli {

namespace {

std::string dayText(base::Timestamp at)
{
    return base::formatDate(base::hallDate(at));
}

}  // namespace

nlohmann::json clocksJson(const std::vector<forms::CaseClock>& clocks)
{
    auto json = nlohmann::json::array();
    for (const auto& clock : clocks) {
        auto entry = deadlineJson(clock.deadline);
        entry["kind"] = forms::nameOf(clock.kind);
        entry["from"] = base::formatTimestamp(clock.from);
        entry["light"] = forms::nameOf(clock.light);
        if (!clock.subject.empty())
            entry["subject"] = clock.subject;
        json.push_back(std::move(entry));
    }
    return json;
}

std::string clocksText(const std::vector<forms::CaseClock>& clocks, const Context& context)
{
    std::string text;
    for (const auto& clock : clocks)
        text += "~ " + context.say(forms::titleOf(clock.kind))
                + (clock.subject.empty() ? "" : " (" + clock.subject + ")") + "\t"
                + papers::deadlineText(clock.deadline, context.settings().language) + "\t"
                + context.say(forms::titleOf(clock.light)) + "\n";
    return text;
}

nlohmann::json waitsJson(const forms::Waiting& waits)
{
    return {{"who", forms::nameOf(waits.who)}, {"since", base::formatTimestamp(waits.since)}};
}

nlohmann::json papersJson(const std::vector<desk::KnownPaper>& papers)
{
    auto json = nlohmann::json::array();
    for (const auto& paper : papers) {
        nlohmann::json entry{{"kind", forms::nameOf(paper.kind)},
                             {"number", paper.number},
                             {"sha256", paper.sha256.toString()},
                             {"copies", paper.copies},
                             {"place", desk::nameOf(paper.place)},
                             {"signed", nlohmann::json::array()}};
        if (paper.made)
            entry["made"] = base::formatTimestamp(*paper.made);
        if (paper.handed)
            entry["handed"] = {{"at", base::formatTimestamp(paper.handed->at)},
                               {"to", paper.handed->to},
                               {"how", paper.handed->how}};
        for (const auto page : paper.signedPages)
            entry["signed"].push_back(page.toString());
        json.push_back(std::move(entry));
    }
    return json;
}

std::string papersText(const std::vector<desk::KnownPaper>& papers, const Context& context)
{
    std::string text;
    for (const auto& paper : papers) {
        text += "= " + context.say(forms::titleOf(paper.kind)) + "\t" + paper.number;
        if (paper.made)
            text += "\t" + dayText(*paper.made);
        if (paper.handed)
            text += "\t"
                    + context.say("handed to {name} on {date}",
                                  {{"name", paper.handed->to}, {"date", dayText(paper.handed->at)}});
        text += "\n";
    }
    return text;
}

nlohmann::json papersDueJson(const std::vector<forms::PaperDue>& due)
{
    auto json = nlohmann::json::array();
    for (const auto& paper : due)
        json.push_back(forms::nameOf(paper.kind));
    return json;
}

nlohmann::json toldJson(const desk::Told& told)
{
    nlohmann::json json{{"act", forms::nameOf(told.act)},
                        {"at", base::formatTimestamp(told.at)},
                        {"reason", told.reason},
                        {"law", told.law},
                        {"grounds", told.grounds},
                        {"items", nlohmann::json::array()}};
    for (const auto& item : told.items)
        json["items"].push_back({{"cited", item.cited},
                                 {"material", item.material},
                                 {"point", item.point},
                                 {"wrong", item.wrong}});
    return json;
}

std::string toldText(const desk::Told& told, const Context& context)
{
    auto text = context.say(forms::titleOf(told.act)) + "\t" + dayText(told.at) + "\n";
    if (!told.reason.empty())
        text += "  " + context.say("Reason: {reason}", {{"reason", told.reason}}) + "\n";
    if (!told.law.empty())
        text += "  " + context.say("Ground: {law}", {{"law", told.law}}) + "\n";
    for (const auto& ground : told.grounds)
        text += "  " + context.say("Cited: {text}", {{"text", ground}}) + "\n";
    return text;
}

nlohmann::json textsJson(const std::vector<i18n::Phrase>& phrases, const Context& context)
{
    auto json = nlohmann::json::array();
    for (const auto& phrase : phrases)
        json.push_back(context.say(phrase));
    return json;
}

std::string todoText(const std::vector<i18n::Phrase>& todo, const Context& context)
{
    std::string text;
    for (const auto& phrase : todo)
        text += "> " + context.say(phrase) + "\n";
    return text;
}

nlohmann::json markJson(const forms::Annotation& mark)
{
    nlohmann::json json{{"mark", mark.id.toString()},
                        {"point", mark.point},
                        {"text", mark.text},
                        {"by", mark.creator},
                        {"revision", mark.revision}};
    if (mark.page)
        json["page"] = mark.page->toString();
    if (mark.box)
        json["xywh"] = forms::formatPercentBox(*mark.box);
    if (forms::isFieldTarget(mark.pointer))
        json["field"] = mark.pointer;
    return json;
}

nlohmann::json marksJson(const std::vector<forms::Annotation>& marks)
{
    auto json = nlohmann::json::array();
    for (const auto& mark : marks)
        json.push_back(markJson(mark));
    return json;
}

std::string markText(const forms::Annotation& mark)
{
    const auto& place = forms::isFieldTarget(mark.pointer) ? mark.pointer : mark.point;
    return place + "\t" + mark.text;
}

std::string clockWarning(std::chrono::seconds ahead, const Context& context)
{
    const auto minutes = std::chrono::abs(std::chrono::duration_cast<std::chrono::minutes>(ahead));
    if (minutes <= forms::ClockTolerance)
        return {};
    const std::vector<base::Argument> words{{"minutes", std::to_string(minutes.count())}};
    return ahead.count() > 0
               ? context.say(
                   "The clock of this workstation is {minutes} minutes ahead of the back office. Set it right: "
                   "cases that are sealed by it are refused.",
                   words)
               : context.say(
                   "The clock of this workstation is {minutes} minutes behind the back office. Set it right: "
                   "what is done now is dated wrongly.",
                   words);
}

}  // namespace cli
