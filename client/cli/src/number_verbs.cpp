#include "verbs.h"

#include <forms/calendar.h>
#include <forms/number_check.h>

#include <cli_data/published_calendar.h>

namespace cli {

namespace {

void tellFault(Report& report, const forms::NumberJudgement& judged, const Context& context)
{
    report.json["fault"] = forms::nameOf(*judged.fault);
    report.json["text"] = context.say(forms::titleOf(*judged.fault));
    report.text = context.say(forms::titleOf(*judged.fault));
    report.exit = exit_code::NotAcceptable;
}

void tellPerson(Report& report, const forms::CitizenNumber& citizen, const Context& context)
{
    report.json["birth"] = base::formatDate(citizen.birth);
    report.json["sex"] = citizen.male ? "1" : "2";
    const auto born = base::formatDate(citizen.birth);
    report.text += "\n"
                   + (citizen.male ? context.say("Born on {date}, male.", {{"date", born}})
                                   : context.say("Born on {date}, female.", {{"date", born}}));
}

/// What of a usable number could be found out.
std::string firstLine(const forms::NumberJudgement& judged, const Context& context)
{
    if (judged.doubt)
        return context.say(
            "The check characters do not fit: compare the code with the certificate. It may be used.");
    if (judged.kind == forms::NumberKind::OtherPaper)
        return context.say("The number has the form of this paper: {paper}. It has no check character.",
                           {base::word("paper", forms::titleOf(*judged.paper))});
    return context.say("The number is right.");
}

base::Result<Report> checkNumber(Context& context, const std::string& text)
{
    const auto judged = forms::judgeNumber(text, base::hallDate(context.clock().now()));
    Report report;
    report.json = {{"kind", forms::nameOf(judged.kind)}, {"valid", !judged.fault}};
    if (judged.fault) {
        tellFault(report, judged, context);
        return report;
    }
    report.text = firstLine(judged, context);
    if (judged.paper)
        report.json["paper"] = forms::nameOf(*judged.paper);
    if (judged.doubt) {
        report.json["doubt"] = forms::nameOf(*judged.doubt);
        report.json["text"] = report.text;
    }
    if (judged.citizen)
        tellPerson(report, *judged.citizen, context);
    if (judged.kind == forms::NumberKind::OldCitizen) {
        report.json["modern"] = judged.citizen->text;
        report.text += "\n"
                       + context.say("15 digits are good for looking somebody up only; today it is {number}.",
                                     {{"number", judged.citizen->text}});
    }
    return report;
}

/// That of the active catalogue release, else the one published with the program.
base::Result<forms::Calendar> calendarOf(Context& context)
{
    if (!context.settings().data.empty()) {
        const auto place = context.workplace();
        if (!place)
            return base::passOn(place);
        auto calendar = (*place)->catalogue().calendar();
        if (!calendar || !calendar->years().empty())
            return calendar;
    }
    return forms::calendarFromJson(cli_data::published_calendar);
}

base::Result<base::Date> readDay(const std::string& text)
{
    const auto day = base::parseDate(text);
    if (day)
        return *day;
    return base::fail(
        base::ErrorCode::BadArgument, "“{date}” is no day. Write it like 2026-11-24.", {{"date", text}});
}

/// "2025-03-10..2025-03-20"
base::Result<forms::Suspension> readSuspension(const std::string& text)
{
    const auto dots = text.find("..");
    if (dots == std::string::npos)
        return base::fail(base::ErrorCode::BadArgument,
                          "“{suspension}” is no time. Write it like 2026-11-24..2026-11-30.",
                          {{"suspension", text}});
    const auto from = readDay(text.substr(0, dots));
    const auto to = readDay(text.substr(dots + 2));
    if (!from || !to)
        return base::passOn(from ? to : from);
    if (*to < *from)
        return base::fail(base::ErrorCode::BadArgument, "A suspension cannot end before it begins.");
    return forms::Suspension{*from, *to};
}

struct DeadlineQuestion {
    std::string from;
    int n = 0;
    std::string unit;
    std::vector<std::string> suspensions;
};

base::Result<Report> findDeadline(Context& context, const DeadlineQuestion& question)
{
    const auto start = readDay(question.from);
    if (!start)
        return base::passOn(start);
    const auto unit = forms::parseTimeUnit(question.unit);
    if (!unit)
        return base::fail(base::ErrorCode::BadArgument,
                          "There is no unit {unit}. Possible are: {units}.",
                          {{"unit", question.unit}, {"units", "workday, day, month, hour, minute, on_spot"}});
    std::vector<forms::Suspension> suspensions;
    for (const auto& text : question.suspensions) {
        const auto suspension = readSuspension(text);
        if (!suspension)
            return base::passOn(suspension);
        suspensions.push_back(*suspension);
    }
    const auto calendar = calendarOf(context);
    if (!calendar)
        return base::passOn(calendar);
    const auto due = forms::dueDate(*start, {question.n, *unit, {}}, *calendar, suspensions);
    if (!due)
        return base::passOn(due);
    return Report{{{"due", base::formatDate(*due)}}, base::formatDate(*due), 0};
}

}  // namespace

void addNumberVerbs(CLI::App& program, Command& command)
{
    auto text = std::make_shared<std::string>();
    auto* number = program.add_subcommand("number", "Identity numbers and unified social credit codes");
    number->require_subcommand(1);
    auto* check = number->add_subcommand("check", "Whether a number is right; exit 3 when it is not");
    check->add_option("NUMBER", *text, "Identity number, credit code, passport or permit")->required();
    check->callback(
        [&command, text] { command.run = [text](Context& context) { return checkNumber(context, *text); }; });

    auto question = std::make_shared<DeadlineQuestion>();
    auto* deadline = program.add_subcommand("deadline", "The last day of a period that begins on a day");
    deadline->add_option("--from", question->from, "The day it begins; it does not count")
        ->required()
        ->type_name("DATE");
    deadline->add_option("--n", question->n, "How many")->required()->type_name("N");
    deadline->add_option("--unit", question->unit, "workday, day, month, hour, minute or on_spot")
        ->required()
        ->type_name("U");
    deadline->add_option("--suspend", question->suspensions, "Days after FROM through TO do not count")
        ->type_name("FROM..TO")
        ->take_all();
    deadline->callback([&command, question] {
        command.run = [question](Context& context) { return findDeadline(context, *question); };
    });
}

}  // namespace cli
