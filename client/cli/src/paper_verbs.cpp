#include "course_text.h"
#include "verbs.h"

#include <base/durable_file.h>
#include <desk/review_desk.h>

namespace cli {

namespace {

struct Options {
    std::string caseText;
    std::string kind;
    std::string out;
    desk::Giving giving;
    std::string how;
    std::string taker;
    std::string proof;
};

using Shared = std::shared_ptr<Options>;

/// Names what would come out as a box, so that it is written by hand before the paper is given away.
std::string unprintableWarning(const Context& context, const std::vector<std::string>& characters)
{
    std::string list;
    for (const auto& character : characters)
        list.append(list.empty() ? "" : " ").append(character);
    return list.empty()
               ? std::string()
               : context.say("No font of this computer has these characters, so they are printed as boxes: "
                             "{characters}. Write them by hand, or install a font.",
                             {{"characters", list}});
}

base::Result<forms::PaperKind> kindOf(const std::string& text)
{
    if (const auto kind = forms::parsePaperKind(text))
        return *kind;
    std::string kinds;
    for (const auto known : forms::allPaperKinds())
        kinds.append(kinds.empty() ? "" : ", ").append(forms::nameOf(known));
    return base::fail(base::ErrorCode::BadArgument,
                      "There is no notice {kind}. Possible are: {kinds}.",
                      {{"kind", text}, {"kinds", kinds}});
}

Report paperReport(base::CaseId id,
                   const desk::PrintedNotice& printed,
                   const Options& o,
                   const Context& context)
{
    Report report;
    report.json = {{"case", id.toString()},
                   {"kind", forms::nameOf(printed.kind)},
                   {"number", printed.number},
                   {"sha256", printed.sha256.toString()},
                   {"copies", printed.copies},
                   {"out", o.out},
                   {"unprintable", printed.unprintable},
                   {"warnings", textsJson(printed.warnings, context)}};
    if (printed.handed)
        report.json["handed"] = {{"at", base::formatTimestamp(printed.handed->at)},
                                 {"to", printed.handed->to},
                                 {"how", printed.handed->how}};
    report.text = context.say("The notice is in {file}.", {{"file", o.out}});
    if (auto warning = unprintableWarning(context, printed.unprintable); !warning.empty())
        report.notes.push_back(std::move(warning));
    for (const auto& warning : printed.warnings)
        report.notes.push_back(context.say(warning));
    return report;
}

base::Result<Report> notice(Context& context, base::CaseId id, const Options& o)
{
    const auto kind = kindOf(o.kind);
    if (!kind)
        return base::passOn(kind);
    // A paper that is no longer here is brought from the back office.
    const auto fetch = [&context](const base::Digest& sha256) -> base::Result<std::string> {
        const auto signIn = context.signIn();
        if (!signIn)
            return base::passOn(signIn);
        return desk::ReviewDesk(**context.workplace(), **signIn).pageImage(sha256, context.stop());
    };
    const auto printed = context.intake()->notice(id, *kind, o.giving, fetch);
    if (!printed)
        return base::passOn(printed);
    if (auto written = base::writeDurably(o.out, printed->pdf); !written)
        return base::passOn(written);
    return paperReport(id, *printed, o, context);
}

base::Result<Report> deliver(Context& context, base::CaseId id, const Options& o)
{
    const auto signIn = context.signIn();
    if (!signIn)
        return base::passOn(signIn);
    desk::ReviewStep step{forms::Action::Deliver, {}, {}, {}, {}, {}};
    step.taker = o.taker;
    step.how = o.how;
    step.proof = o.proof;
    const auto answered = desk::ReviewDesk(**context.workplace(), **signIn).act(id, step, context.stop());
    if (!answered)
        return base::passOn(answered);
    return Report{{{"case", id.toString()}, {"state", forms::nameOf(answered->state)}},
                  context.say(forms::titleOf(answered->state)),
                  0};
}

using Verb = base::Result<Report> (*)(Context&, base::CaseId, const Options&);

CLI::App* addVerb(CLI::App& cases,
                  Command& command,
                  const Shared& o,
                  std::pair<const char*, const char*> words,
                  Asked asked,
                  Verb verb)
{
    auto* sub = cases.add_subcommand(words.first, words.second);
    sub->add_option("CASE", o->caseText, "Id, its beginning, or number")->required();
    sub->callback([&command, o, asked, verb] {
        command.asked = asked;
        command.run = [o, verb](Context& context) -> base::Result<Report> {
            const auto id = context.caseId(o->caseText);
            return id ? verb(context, *id, *o) : base::passOn(id);
        };
    });
    return sub;
}

}  // namespace

void addPaperVerbs(CLI::App& cases, Command& command)
{
    const auto o = std::make_shared<Options>();
    const auto ways = CLI::IsMember({"person", "agent", "mail"});
    auto* print = addVerb(cases, command, o, {"notice", "Make a notice as PDF"}, Asked::Here, notice);
    print->add_option("KIND", o->kind)->required();
    print->add_option("--out", o->out)->required()->type_name("FILE");
    print->add_option("--handed-to", o->giving.to, "Who took it")->type_name("NAME");
    print->add_option("--how", o->giving.how)->check(ways);
    print->add_option("--copies", o->giving.copies)->check(CLI::Range(1, 99))->type_name("N");
    auto* given = addVerb(cases, command, o, {"deliver", "Hand the result over"}, Asked::BackOffice, deliver);
    given->add_option("--taker", o->taker, "Who took it")->required()->type_name("NAME");
    given->add_option("--how", o->how)->required()->check(ways);
    given->add_option("--proof", o->proof, "What shows it: a signature, a postal number")->type_name("T");
}

}  // namespace cli
