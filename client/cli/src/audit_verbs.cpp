#include "verbs.h"

#include <desk/audit_desk.h>

namespace cli {

namespace {

base::Result<Report> verify(Context& context)
{
    const auto signIn = context.signIn();
    if (!signIn)
        return base::passOn(signIn);
    const auto proof = desk::AuditDesk(**context.workplace(), **signIn).verify(context.stop());
    if (!proof)
        return base::passOn(proof);
    Report report;
    report.json = {{"whole", proof->whole()},
                   {"workstation", {{"entries", proof->workstation.entries}, {"broken", nullptr}}},
                   {"backOffice", nlohmann::json::array()}};
    if (proof->workstation.broken)
        report.json["workstation"]["broken"] = *proof->workstation.broken;
    report.text = proof->workstation.broken
                      ? context.say("This workstation's log is broken at entry {seq}.",
                                    {{"seq", std::to_string(*proof->workstation.broken)}})
                      : context.say("This workstation's log is whole: {count} entries.",
                                    {{"count", std::to_string(proof->workstation.entries)}});
    for (const auto& chain : proof->backOffice) {
        report.json["backOffice"].push_back(
            {{"case", chain.caseId.toString()}, {"entries", chain.entries}, {"whole", !chain.broken}});
        report.text +=
            "\n"
            + (chain.broken ? context.say(i18n::phraseOf(*chain.broken))
                            : context.say("Case {case}: {count} entries at the back office, whole.",
                                          {{"case", chain.caseId.toString()},
                                           {"count", std::to_string(chain.entries)}}));
    }
    if (proof->line) {
        report.json["line"] = base::nameOf(proof->line->code);
        report.text += "\n" + context.say(i18n::phraseOf(*proof->line));
        report.exit = exitCodeOf(proof->line->code, Asked::BackOffice);
    }
    if (!proof->whole())
        report.exit = exit_code::Failed;
    return report;
}

}  // namespace

void addAuditVerbs(CLI::App& program, Command& command)
{
    auto* audit = program.add_subcommand("audit", "Who did and saw what");
    audit->require_subcommand(1);
    audit->add_subcommand("verify", "Prove the chain of the whole story, here and at the back office")
        ->callback([&command] { command.run = verify; });
}

}  // namespace cli
