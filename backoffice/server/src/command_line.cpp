#include "command_line.h"

#include <Poco/Util/OptionException.h>
#include <Poco/Util/OptionProcessor.h>
#include <Poco/Util/OptionSet.h>

#include <map>

namespace server {

namespace {

using Poco::Util::Option;

tl::unexpected<base::Error> wrong(const std::string& reason)
{
    return base::fail(base::ErrorCode::BadArgument, "{reason}", {{"reason", reason}});
}

Poco::Util::OptionSet options()
{
    Poco::Util::OptionSet set;
    for (const auto* name : {"data", "listen", "tls-cert", "tls-key"})
        set.addOption(Option(name, "").argument("value"));
    set.addOption(Option("demo", ""));
    set.addOption(Option("help", ""));
    return set;
}

base::Status checkNeeded(const CommandLine& line)
{
    if (line.command == Command::Help)
        return {};
    if (line.data.empty())
        return wrong("--data DIR is missing.");
    if (line.command == Command::Serve && line.listen.empty())
        return wrong("--listen HOST:PORT is missing.");
    if (line.command == Command::Serve && line.certificate.empty() != line.key.empty())
        return wrong("--tls-cert and --tls-key belong together.");
    if (line.command == Command::Init && !line.demo)
        return wrong("init needs --demo.");
    return {};
}

}  // namespace

base::Result<CommandLine> parseCommandLine(const std::vector<std::string>& arguments)
{
    CommandLine line;
    std::map<std::string, std::string> values;
    try {
        const auto known = options();
        Poco::Util::OptionProcessor processor(known);
        processor.setUnixStyle(true);
        bool first = true;
        for (const auto& argument : arguments) {
            std::string name;
            std::string value;
            const bool isOption = processor.process(argument, name, value);
            if (!isOption && first && (argument == "serve" || argument == "init"))
                line.command = argument == "init" ? Command::Init : Command::Serve;
            else if (!isOption)
                return wrong("'" + argument + "' is not understood.");
            else if (!name.empty())
                values[name] = value;
            first = false;
        }
        processor.checkRequired();
    } catch (const Poco::Util::OptionException& failure) {
        return wrong(failure.displayText());
    }
    if (values.contains("help"))
        line.command = Command::Help;
    line.data = values["data"];
    line.listen = values["listen"];
    line.certificate = values["tls-cert"];
    line.key = values["tls-key"];
    line.demo = values.contains("demo");
    if (auto needed = checkNeeded(line); !needed)
        return base::passOn(needed);
    return line;
}

std::string usage()
{
    return "usage: onewindow-backoffice [serve] --data DIR --listen HOST:PORT [--tls-cert FILE --tls-key FILE]\n"
           "       onewindow-backoffice init --data DIR --demo\n"
           "serve prints its address when it is ready; port 0 takes a free one.\n";
}

}  // namespace server
