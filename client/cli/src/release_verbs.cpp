#include "verbs.h"

#include <desk/guide_desk.h>

namespace cli {

namespace {

nlohmann::json releaseJson(const offline::CatalogueRow& row)
{
    return {{"release", row.release},
            {"division", row.division},
            {"issued", base::formatTimestamp(row.issued)},
            {"confirmed", base::formatTimestamp(row.confirmed)},
            {"staleFrom", base::formatDate(forms::staleFrom(base::hallDate(row.confirmed), row.limits))},
            {"active", row.active},
            {"held", row.held}};
}

std::string stateText(const Context& context, const offline::CatalogueRow& row)
{
    if (row.active)
        return context.say("in force");
    return row.held ? context.say("held back") : std::string();
}

base::Result<Report> listReleases(Context& context)
{
    const auto place = context.workplace();
    if (!place)
        return base::passOn(place);
    const auto rows = desk::GuideDesk(**place).releases();
    if (!rows)
        return base::passOn(rows);
    Report report{nlohmann::json::array(), {}, 0};
    for (const auto& row : *rows) {
        report.json.push_back(releaseJson(row));
        report.text += std::to_string(row.release) + "\t" + base::formatDate(base::hallDate(row.issued))
                       + "\t" + stateText(context, row) + "\n";
    }
    if (rows->empty())
        report.text = context.say("There is no catalogue release here.");
    return report;
}

base::Result<Report> nowInForce(const Context& context, const base::Result<offline::CatalogueRow>& row)
{
    if (!row)
        return base::passOn(row);
    return Report{releaseJson(*row),
                  context.say("Release {release} of the catalogue is in force.",
                              {{"release", std::to_string(row->release)}}),
                  0};
}

base::Result<Report> rollBack(Context& context)
{
    const auto place = context.workplace();
    if (!place)
        return base::passOn(place);
    return nowInForce(context, desk::GuideDesk(**place).rollBack());
}

base::Result<Report> choose(Context& context, int release)
{
    const auto place = context.workplace();
    if (!place)
        return base::passOn(place);
    return nowInForce(context, desk::GuideDesk(**place).choose(release));
}

base::Result<Report> exportRelease(Context& context, std::optional<int> release, const std::string& file)
{
    const auto place = context.workplace();
    if (!place)
        return base::passOn(place);
    const auto row = desk::GuideDesk(**place).exportCatalogue(release, file);
    if (!row)
        return base::passOn(row);
    auto json = releaseJson(*row);
    json["out"] = file;
    return Report{std::move(json),
                  context.say("Release {release} is in {file}.",
                              {{"release", std::to_string(row->release)}, {"file", file}}),
                  0};
}

}  // namespace

void addReleaseVerbs(CLI::App& guide, Command& command)
{
    struct Options {
        std::optional<int> release;
        std::string out;
    };

    const auto o = std::make_shared<Options>();
    guide.add_subcommand("releases", "The catalogue releases kept here, newest first")->callback([&command] {
        command.run = listReleases;
    });
    guide.add_subcommand("rollback", "Go back to the release before; an update does not undo it")
        ->callback([&command] { command.run = rollBack; });
    auto* chosen = guide.add_subcommand("release", "Put a release kept here in force");
    chosen->add_option("RELEASE", o->release)->required();
    chosen->callback([&command, o] { command.run = [o](Context& c) { return choose(c, *o->release); }; });
    auto* out =
        guide.add_subcommand("export", "Write a release as a file for a place without a line (*.owc)");
    out->add_option("--release", o->release, "The one in force without")->type_name("N");
    out->add_option("--out", o->out)->required()->type_name("FILE");
    out->callback(
        [&command, o] { command.run = [o](Context& c) { return exportRelease(c, o->release, o->out); }; });
}

}  // namespace cli
