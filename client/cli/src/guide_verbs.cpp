#include "calendar_warning.h"
#include "verbs.h"

#include <base/durable_file.h>
#include <desk/guide_desk.h>
#include <forms/calendar.h>
#include <offline/back_office_client.h>

#include <algorithm>
#include <iostream>

namespace cli {

namespace {

nlohmann::json rowJson(const offline::GuideRow& row)
{
    return {{"matter", row.code},
            {"version", row.version},
            {"name", row.name},
            {"department", row.department},
            {"level", row.level},
            {"sha256", row.sha256.toString()},
            {"effective", base::formatDate(row.effectiveFrom)},
            {"release", row.release}};
}

base::Result<Report> listGuides(Context& context)
{
    const auto place = context.workplace();
    if (!place)
        return base::passOn(place);
    const auto rows = desk::GuideDesk(**place).list();
    if (!rows)
        return base::passOn(rows);
    Report report{nlohmann::json::array(), {}, 0};
    for (const auto& row : *rows) {
        report.json.push_back(rowJson(row));
        report.text +=
            row.code + "\t" + row.version + "\t" + row.name + "\t" + row.department + "\t" + row.level + "\n";
    }
    if (rows->empty())
        report.text =
            context.say("There are no guides yet. Fetch them with “guide update” or “guide import”.");
    warnOfMissingCalendar(context);
    return report;
}

base::Result<Report> searchGuides(Context& context, const std::string& text, std::size_t limit)
{
    const auto place = context.workplace();
    if (!place)
        return base::passOn(place);
    desk::GuideDesk desk(**place);
    auto found = desk.search(text, limit);
    if (!found)
        return base::passOn(found);
    if (found->size() < std::min(limit, desk::FewFound)) {
        const auto near = desk.searchNearly(text, limit - found->size());
        if (!near)
            return base::passOn(near);
        found->insert(found->end(), near->begin(), near->end());
    }
    Report report{nlohmann::json::array(), {}, 0};
    for (const auto& [matter, favourite] : *found) {
        report.json.push_back({{"matter", matter.code},
                               {"name", matter.name},
                               {"department", matter.department},
                               {"level", matter.level},
                               {"favourite", favourite == offline::Favourite::Yes}});
        report.text +=
            matter.code + "\t" + matter.name + "\t" + matter.department + "\t" + matter.level + "\n";
    }
    if (found->empty())
        report.text = context.say("Nothing was found for “{text}”.", {{"text", text}});
    return report;
}

/// Says on stderr how far a large catalogue is, at every tenth of it; `what` names it.
offline::ImportControl importControl(Context& context, const std::string& what)
{
    const auto tellTenths = [&context, what, told = std::uint64_t{0}](std::uint64_t done,
                                                                      std::uint64_t size) mutable {
        constexpr std::uint64_t Tenths = 10;
        const auto tenths = size == 0 ? Tenths : done * Tenths / size;
        if (tenths == told || tenths == Tenths)
            return;
        told = tenths;
        std::cerr << context.say("{file}: {percent} % imported.",
                                 {{"file", what}, {"percent", std::to_string(tenths * Tenths)}})
                  << std::endl;
    };
    return {tellTenths, context.stop()};
}

/// Into `json` as "left_out", onto stderr as sentences.
void tellLeftOut(Context& context, const std::vector<offline::LeftOutGuide>& guides, nlohmann::json& json)
{
    json["left_out"] = nlohmann::json::array();
    for (const auto& guide : guides)
        json["left_out"].push_back(
            {{"matter", guide.code}, {"version", guide.version}, {"format", guide.format}});
    for (const auto& phrase : desk::leftOutPhrases(guides))
        std::cerr << context.say(phrase) << std::endl;
}

base::Result<Report> importGuides(Context& context, const std::vector<std::string>& files)
{
    const auto place = context.workplace();
    if (!place)
        return base::passOn(place);
    desk::GuideDesk desk(**place);
    Report report{nlohmann::json::array(), {}, 0};
    for (const auto& file : files) {
        const auto done = desk.import(file, importControl(context, file));
        if (!done)
            return base::passOn(done);
        auto row = rowJson(done->guide);
        row["guides"] = done->guides;
        row["warnings"] = done->warnings.size();
        tellLeftOut(context, done->leftOut, row);
        report.json.push_back(row);
        report.text += context.say("{file}: {count} guides imported.",
                                   {{"file", file}, {"count", std::to_string(done->guides)}})
                       + "\n";
    }
    return report;
}

base::Result<Report> updateGuides(Context& context)
{
    const auto signIn = context.signIn();
    if (!signIn)
        return base::passOn(signIn);
    auto* place = *context.workplace();
    const auto session = place->sessions().current();
    if (!session)
        return base::passOn(session);
    const auto line = (*signIn)->openLine();
    if (!line)
        return base::passOn(line);
    offline::BackOfficeClient client(**line);
    client.useToken(session->token);
    const auto update =
        desk::GuideDesk(*place).update(client, importControl(context, context.say("Catalogue of guides")));
    if (!update)
        return base::passOn(update);
    Report report;
    report.json = {{"release", update->release},
                   {"fetched", update->fetched},
                   {"changed", update->changed},
                   {"held", update->held}};
    tellLeftOut(context, update->leftOut, report.json);
    report.text = context.say(
        "Release {release} of the catalogue is in force; {count} guides were fetched.",
        {{"release", std::to_string(update->release)}, {"count", std::to_string(update->fetched)}});
    return report;
}

}  // namespace

void addGuideVerbs(CLI::App& program, Command& command)
{
    struct Options {
        std::vector<std::string> files;
        std::string text;
        std::size_t limit = 20;
    };

    auto o = std::make_shared<Options>();
    auto* guide = program.add_subcommand("guide", "Find, show, import and update matter guides");
    guide->require_subcommand(1);
    auto* files = guide->add_subcommand("import", "Import guide files or a catalogue (*.owc)");
    files->add_option("FILE", o->files)->required();
    files->callback(
        [&command, o] { command.run = [o](Context& context) { return importGuides(context, o->files); }; });
    guide->add_subcommand("list", "All guides in force")->callback([&command] { command.run = listGuides; });
    auto* search =
        guide->add_subcommand("search", "Search by name, alias, pinyin, initials, code or department");
    search->add_option("TEXT", o->text)->required();
    search->add_option("--limit", o->limit)->type_name("N");
    search->callback([&command, o] {
        command.run = [o](Context& context) { return searchGuides(context, o->text, o->limit); };
    });
    addGuideShowVerb(*guide, command);
    addLintVerb(*guide, command);
    guide->add_subcommand("update", "Fetch the newest catalogue release")->callback([&command] {
        command.asked = Asked::BackOffice;
        command.run = updateGuides;
    });
    addReleaseVerbs(*guide, command);
}

}  // namespace cli
