#include "verbs.h"

#include <desk/outbox_desk.h>

#include <condition_variable>
#include <iostream>
#include <mutex>

namespace cli {

namespace {

nlohmann::json entryJson(const offline::OutboxEntry& entry)
{
    nlohmann::json json{{"case", entry.caseId.toString()},
                        {"revision", entry.revision},
                        {"state", offline::nameOf(entry.state)},
                        {"matter", entry.matter},
                        {"manifest", entry.manifest.toString()},
                        {"cause", nullptr},
                        {"sent", entry.sent.value},
                        {"total", entry.total.value},
                        {"attempts", entry.attempts}};
    if (entry.cause) {
        json["cause"] = offline::nameOf(*entry.cause);
        json["mustAct"] = offline::nameOf(offline::mustAct(*entry.cause));
    }
    if (!entry.reason.empty())
        json["reason"] = entry.reason;
    if (entry.nextTry)
        json["nextTry"] = base::formatTimestamp(*entry.nextTry);
    if (!entry.officialNumber.empty())
        json["number"] = entry.officialNumber;
    return json;
}

std::string entryText(const offline::OutboxEntry& entry, const Context& context)
{
    auto text = entry.caseId.toString() + "\t" + std::to_string(entry.revision) + "\t"
                + context.say(offline::titleOf(entry.state)) + "\t" + std::to_string(entry.sent.value) + "/"
                + std::to_string(entry.total.value);
    if (entry.cause)
        text += "\t" + context.say(offline::titleOf(*entry.cause)) + "\t"
                + context.say(offline::titleOf(offline::mustAct(*entry.cause)));
    return text + "\n";
}

base::Result<desk::OutboxDesk> deskOf(Context& context)
{
    const auto signIn = context.signIn();
    if (!signIn)
        return base::passOn(signIn);
    return desk::OutboxDesk(**context.workplace(), **signIn);
}

base::Result<Report> list(Context& context)
{
    const auto desk = deskOf(context);
    if (!desk)
        return base::passOn(desk);
    const auto entries = desk->list();
    if (!entries)
        return base::passOn(entries);
    Report report{nlohmann::json::array(), {}, 0};
    for (const auto& entry : *entries) {
        report.json.push_back(entryJson(entry));
        report.text += entryText(entry, context);
    }
    if (entries->empty())
        report.text = context.say("The outbox is empty.");
    return report;
}

/// Waits until the next try is due, or until somebody stops the program.
void waitFor(std::chrono::milliseconds time, const std::stop_token& stop)
{
    std::mutex mutex;
    std::condition_variable_any bell;
    std::unique_lock lock(mutex);
    bell.wait_for(lock, stop, time, [] { return false; });
}

Report sendReport(const offline::SendReport& sent, const Context& context)
{
    Report report;
    report.json = {{"received", sent.received}, {"waiting", sent.waiting}, {"parked", sent.parked}};
    report.text = context.say("{received} received, {waiting} waiting, {parked} parked.",
                              {{"received", std::to_string(sent.received)},
                               {"waiting", std::to_string(sent.waiting)},
                               {"parked", std::to_string(sent.parked)}});
    if (sent.line) {
        report.json["line"] = base::nameOf(sent.line->code);
        report.text += "\n" + context.say(i18n::phraseOf(*sent.line));
        report.exit = exit_code::NoNetwork;
    } else if (sent.parked > 0) {
        report.exit = exit_code::Refused;
    }
    return report;
}

base::Result<Report> send(Context& context, bool wait)
{
    constexpr std::chrono::seconds Pause{1};
    auto desk = deskOf(context);
    if (!desk)
        return base::passOn(desk);
    const auto tell = [&context](const offline::OutboxEntry& entry) {
        std::cerr << entryText(entry, context);
    };
    offline::SendReport total;
    while (true) {
        const auto sent = desk->send(offline::SendWhat::Waiting, tell, context.stop());
        if (!sent)
            return base::passOn(sent);
        total.received += sent->received;
        total.parked += sent->parked;
        total.waiting = sent->waiting;
        total.line = sent->line;
        if (!wait || context.stop().stop_requested() || (sent->waiting == 0 && !sent->line))
            return sendReport(total, context);
        waitFor(Pause, context.stop());
    }
}

base::Result<Report> retry(Context& context, const std::string& caseText)
{
    auto desk = deskOf(context);
    if (!desk)
        return base::passOn(desk);
    std::optional<base::CaseId> id;
    if (!caseText.empty()) {
        const auto found = context.caseId(caseText);
        if (!found)
            return base::passOn(found);
        id = *found;
    }
    const auto count = desk->retry(id);
    if (!count)
        return base::passOn(count);
    return Report{{{"due", *count}},
                  context.say("{count} entries will be tried again.", {{"count", std::to_string(*count)}}),
                  0};
}

nlohmann::json markJson(const forms::Annotation& mark)
{
    nlohmann::json json{
        {"mark", mark.id.toString()}, {"point", mark.point}, {"text", mark.text}, {"by", mark.creator}};
    if (mark.page)
        json["page"] = mark.page->toString();
    if (mark.box)
        json["xywh"] = forms::formatPercentBox(*mark.box);
    return json;
}

base::Result<Report> pull(Context& context)
{
    auto desk = deskOf(context);
    if (!desk)
        return base::passOn(desk);
    const auto pulled = desk->pull(std::chrono::seconds(0), context.stop());
    if (!pulled)
        return base::passOn(pulled);
    const auto returned = desk->returned();
    if (!returned)
        return base::passOn(returned);
    Report report;
    report.json = {{"changed", nlohmann::json::array()}, {"returned", nlohmann::json::array()}};
    for (const auto id : pulled->changed)
        report.json["changed"].push_back(id.toString());
    report.text =
        context.say("{count} cases have news.", {{"count", std::to_string(pulled->changed.size())}}) + "\n";
    for (const auto& entry : *returned) {
        nlohmann::json marks = nlohmann::json::array();
        for (const auto& mark : entry.open)
            marks.push_back(markJson(mark));
        report.json["returned"].push_back({{"case", entry.row.caseId.toString()},
                                           {"revision", entry.row.revision},
                                           {"state", forms::nameOf(entry.row.state)},
                                           {"reason", entry.reason},
                                           {"marks", marks}});
        report.text +=
            entry.number + "\t" + context.say(forms::titleOf(entry.row.state)) + "\t" + entry.reason + "\n";
        for (const auto& mark : entry.open)
            report.text += "  " + mark.point + "\t" + mark.text + "\n";
    }
    return report;
}

}  // namespace

void addOutboxVerbs(CLI::App& program, Command& command)
{
    struct Options {
        bool wait = false;
        bool all = false;
        std::string caseText;
    };

    const auto o = std::make_shared<Options>();
    auto* outbox = program.add_subcommand("outbox", "Sealed cases on their way to the back office");
    outbox->require_subcommand(1);
    outbox->add_subcommand("list", "What waits, where and why")->callback([&command] { command.run = list; });
    auto* out = outbox->add_subcommand("send", "Send now");
    out->add_flag("--wait", o->wait, "Until nothing waits any more");
    out->callback([&command, o] {
        command.asked = Asked::BackOffice;
        command.run = [o](Context& context) { return send(context, o->wait); };
    });
    auto* again = outbox->add_subcommand("retry", "Make waiting and parked entries due at once");
    auto* one = again->add_option("CASE", o->caseText);
    again->add_flag("--all", o->all)->excludes(one);
    again->callback([&command, o] {
        if (o->caseText.empty() && !o->all)
            throw CLI::RequiredError("CASE or --all");
        command.run = [o](Context& context) { return retry(context, o->caseText); };
    });
    auto* inbox = program.add_subcommand("inbox", "What came back");
    inbox->require_subcommand(1);
    inbox->add_subcommand("pull", "Fetch marks and decisions")->callback([&command] {
        command.asked = Asked::BackOffice;
        command.run = pull;
    });
}

}  // namespace cli
