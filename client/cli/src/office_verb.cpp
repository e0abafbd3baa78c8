#include "verbs.h"

#include <desk/guide_desk.h>
#include <fmt/format.h>
#include <forms/office.h>
#include <i18n/phrase.h>

#include <array>

namespace cli {

namespace {

using i18n::messageId;

constexpr std::array Weekdays{
    messageId("Monday"),
    messageId("Tuesday"),
    messageId("Wednesday"),
    messageId("Thursday"),
    messageId("Friday"),
    messageId("Saturday"),
    messageId("Sunday"),
};

std::string divisionsText(const Context& context, const forms::Office& office)
{
    auto text = context.say("Divisions") + "\n";
    for (const auto& division : office.divisions)
        text += "- " + division.id + "\t" + division.level + "\t" + division.name + "\n";
    return text;
}

std::string remedyText(const Context& context, const forms::OfficeDepartment& department)
{
    if (!department.remedy)
        return {};
    const auto& remedy = *department.remedy;
    std::string text;
    if (!remedy.reconsideration.empty())
        text +=
            "\n  " + context.say("Reconsideration by: {authority}", {{"authority", remedy.reconsideration}});
    if (!remedy.court.empty())
        text += "\n  "
                + context.say(remedy.reconsiderationFirst ? messageId("After that the court: {court}")
                                                          : messageId("Or the court: {court}"),
                              {{"court", remedy.court}});
    return text;
}

std::string departmentsText(const Context& context, const forms::Office& office)
{
    auto text = context.say("Departments") + "\n";
    for (const auto& department : office.departments)
        text += "- " + department.name + "\t" + department.uscc + "\t" + department.shortName + "\t"
                + department.telephone + remedyText(context, department) + "\n";
    return text;
}

std::string timeOfDay(std::chrono::minutes since)
{
    return fmt::format("{:02}:{:02}", since.count() / 60, since.count() % 60);
}

std::string hoursText(const Context& context, const forms::Site& site)
{
    std::string text;
    for (std::size_t day = 0; day < Weekdays.size(); ++day) {
        std::string spans;
        for (const auto& span : site.hours.at(day))
            spans += (spans.empty() ? " " : ", ") + timeOfDay(span.from) + "-" + timeOfDay(span.to);
        if (!spans.empty())
            text += "\n  " + context.say(Weekdays.at(day)) + spans;
    }
    return text;
}

std::string sitesText(const Context& context, const forms::Office& office)
{
    auto text = context.say("Where papers are handed in") + "\n";
    for (const auto& site : office.sites)
        text += "- " + site.name + "\t" + site.address + "\t" + site.telephone + "\t" + site.complaints
                + hoursText(context, site) + "\n";
    return text;
}

base::Result<Report> showOffice(Context& context)
{
    const auto place = context.workplace();
    if (!place)
        return base::passOn(place);
    const auto office = desk::GuideDesk(**place).office();
    if (!office)
        return base::passOn(office);
    const auto digest = (*place)->catalogue().officeDigest();
    if (!digest)
        return base::passOn(digest);
    Report report{nlohmann::json::parse(forms::officeToJson(*office)), {}, 0};
    report.json["sha256"] = *digest ? nlohmann::json((*digest)->toString()) : nlohmann::json();
    report.text = office->release == 0
                      ? context.say("No office document has come yet. It is fetched with “guide update”.")
                      : divisionsText(context, *office) + departmentsText(context, *office)
                            + sitesText(context, *office);
    return report;
}

}  // namespace

void addOfficeVerb(CLI::App& program, Command& command)
{
    program.add_subcommand("office", "Divisions, departments and opening hours of the office in force")
        ->callback([&command] { command.run = showOffice; });
}

}  // namespace cli
