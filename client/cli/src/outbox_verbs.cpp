#include "course_text.h"
#include "verbs.h"

#include <desk/inbox_desk.h>
#include <desk/outbox_desk.h>

#include <algorithm>
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

/// A paper that waits to be told of, behind the cases.
nlohmann::json paperJson(const offline::PaperEntry& entry)
{
    nlohmann::json json{{"case", entry.caseId.toString()},
                        {"paper", forms::nameOf(entry.record.kind)},
                        {"number", entry.record.number},
                        {"state", offline::nameOf(entry.state)},
                        {"cause", nullptr},
                        {"attempts", entry.attempts}};
    if (entry.cause) {
        json["cause"] = offline::nameOf(*entry.cause);
        json["mustAct"] = offline::nameOf(offline::mustAct(*entry.cause));
    }
    if (!entry.reason.empty())
        json["reason"] = entry.reason;
    if (entry.nextTry)
        json["nextTry"] = base::formatTimestamp(*entry.nextTry);
    return json;
}

std::string paperText(const offline::PaperEntry& entry, const Context& context)
{
    auto text = entry.caseId.toString() + "\t" + context.say(forms::titleOf(entry.record.kind)) + "\t"
                + context.say(offline::titleOf(entry.state));
    if (entry.cause)
        text += "\t" + context.say(offline::titleOf(*entry.cause));
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
    const auto papers = desk->papers();
    if (!papers)
        return base::passOn(papers);
    for (const auto& entry : *papers) {
        report.json.push_back(paperJson(entry));
        report.text += paperText(entry, context);
    }
    if (entries->empty() && papers->empty())
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
    report.json = {{"received", sent.received},
                   {"papers", sent.papers},
                   {"waiting", sent.waiting},
                   {"parked", sent.parked},
                   {"clockAhead", sent.ahead.count()}};
    if (auto warning = clockWarning(sent.ahead, context); !warning.empty())
        report.notes.push_back(std::move(warning));
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
        total.papers += sent->papers;
        total.ahead = sent->ahead;
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

nlohmann::json inboxJson(const desk::InboxEntry& entry, const Context& context)
{
    nlohmann::json json{{"case", entry.row.caseId.toString()},
                        {"revision", entry.row.revision},
                        {"state", forms::nameOf(entry.row.state)},
                        {"number", entry.number},
                        {"matter", entry.matter},
                        {"applicant", entry.applicant},
                        {"reason", entry.told ? entry.told->reason : std::string()},
                        {"law", entry.told ? entry.told->law : std::string()},
                        {"grounds", nlohmann::json::array()},
                        {"todo", textsJson(entry.todo, context)},
                        {"papersDue", papersDueJson(entry.papersDue)},
                        {"clocks", clocksJson(entry.clocks)},
                        {"waits", waitsJson(entry.waits)},
                        {"flags", entry.flags},
                        {"marks", marksJson(entry.open)},
                        {"unseen", entry.row.unseen}};
    if (entry.told) {
        json["told"] = toldJson(*entry.told);
        json["grounds"] = entry.told->grounds;
    }
    return json;
}

std::string inboxText(const desk::InboxEntry& entry, const Context& context)
{
    auto text = entry.number + "\t" + context.say(forms::titleOf(entry.row.state)) + "\t" + entry.matter
                + "\t" + entry.applicant + "\n";
    if (entry.told)
        text += toldText(*entry.told, context);
    for (const auto& mark : entry.open)
        text += "  * " + markText(mark) + "\n";
    return text + clocksText(entry.clocks, context) + todoText(entry.todo, context);
}

base::Result<Report> pull(Context& context)
{
    auto desk = deskOf(context);
    if (!desk)
        return base::passOn(desk);
    const auto pulled = desk->pull(std::chrono::seconds(0), context.stop());
    if (!pulled)
        return base::passOn(pulled);
    const auto entries = desk::InboxDesk(**context.workplace()).list();
    if (!entries)
        return base::passOn(entries);
    Report report;
    report.json = {{"changed", nlohmann::json::array()},
                   {"returned", nlohmann::json::array()},
                   {"news", nlohmann::json::array()}};
    for (const auto id : pulled->changed)
        report.json["changed"].push_back(id.toString());
    report.text =
        context.say("{count} cases have news.", {{"count", std::to_string(pulled->changed.size())}}) + "\n";
    for (const auto& entry : *entries) {
        const auto& changed = pulled->changed;
        const bool isNew = std::find(changed.begin(), changed.end(), entry.row.caseId) != changed.end();
        if (entry.cameBack)
            report.json["returned"].push_back(inboxJson(entry, context));
        if (isNew)
            report.json["news"].push_back(inboxJson(entry, context));
        if (isNew || entry.cameBack)
            report.text += inboxText(entry, context);
    }
    return report;
}

base::Result<Report> listInbox(Context& context)
{
    const auto place = context.workplace();
    if (!place)
        return base::passOn(place);
    const auto entries = desk::InboxDesk(**place).list();
    if (!entries)
        return base::passOn(entries);
    Report report{nlohmann::json::array(), {}, 0};
    for (const auto& entry : *entries) {
        report.json.push_back(inboxJson(entry, context));
        report.text += inboxText(entry, context);
    }
    if (entries->empty())
        report.text = context.say("Nothing has come back yet.");
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
    inbox->add_subcommand("list", "What came back, and what is to be done, as pulled last")
        ->callback([&command] { command.run = listInbox; });
}

}  // namespace cli
