#include "command_line.h"

#include <Poco/Util/OptionException.h>
#include <Poco/Util/OptionProcessor.h>
#include <Poco/Util/OptionSet.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <string_view>

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
    for (const auto* name :
         {"data", "listen", "tls-cert", "tls-key", "release", "calendar", "warn-after", "block-after", "out"})
        set.addOption(Option(name, "").argument("value"));
    set.addOption(Option("withdraw", "").argument("value").repeatable(true));
    for (const auto* name : {"demo", "strict", "preview", "help"})
        set.addOption(Option(name, ""));
    return set;
}

struct Verb {
    std::string_view noun;
    std::string_view name;
    Command command;
};

constexpr std::array Verbs{
    Verb{"", "serve", Command::Serve},
    Verb{"", "init", Command::Init},
    Verb{"catalogue", "publish", Command::Publish},
    Verb{"catalogue", "list", Command::Releases},
    Verb{"catalogue", "export", Command::Export},
    Verb{"office", "publish", Command::PublishOffice},
    Verb{"office", "show", Command::ShowOffice},
};

bool isNoun(std::string_view word)
{
    return std::any_of(
        Verbs.begin(), Verbs.end(), [word](const Verb& verb) { return !word.empty() && verb.noun == word; });
}

/// What follows the options: the command, the verb of a noun, files.
base::Status readWords(const std::vector<std::string>& words, CommandLine& line)
{
    if (words.empty())
        return {};
    auto rest = words.begin();
    const auto noun = isNoun(*rest) ? *rest++ : std::string();
    const auto name = rest != words.end() ? *rest++ : std::string();
    const auto verb = std::find_if(Verbs.begin(), Verbs.end(), [&](const Verb& known) {
        return known.noun == noun && known.name == name;
    });
    if (verb == Verbs.end())
        return wrong("'" + (name.empty() ? noun : name) + "' is not understood.");
    line.command = verb->command;
    if (line.command == Command::Publish)
        line.publication.guides.assign(rest, words.end());
    else if (line.command == Command::PublishOffice && rest != words.end() && rest + 1 == words.end())
        line.publication.office = *rest;
    else if (line.command == Command::PublishOffice || rest != words.end())
        return wrong(rest == words.end() ? "office publish takes one file."
                                         : "'" + words.back() + "' is not understood.");
    return {};
}

std::optional<int> numberOf(const std::string& text)
{
    int number = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc{} && read.ptr == end && number > 0 ? std::optional(number) : std::nullopt;
}

using Values = std::map<std::string, std::string>;

base::Status readNumber(const Values& values, const char* name, std::optional<int>& number)
{
    const auto found = values.find(name);
    if (found == values.end())
        return {};
    number = numberOf(found->second);
    return number ? base::Status{} : wrong("--" + std::string(name) + " is a whole number above zero.");
}

base::Status readPublication(const Values& values, CommandLine& line)
{
    std::optional<int> warn;
    std::optional<int> block;
    for (const auto& read : {readNumber(values, "release", line.release),
                             readNumber(values, "warn-after", warn),
                             readNumber(values, "block-after", block)})
        if (!read)
            return read;
    auto& publication = line.publication;
    publication.release = line.release;
    publication.strict = values.contains("strict");
    publication.preview = values.contains("preview");
    if (const auto calendar = values.find("calendar"); calendar != values.end())
        publication.calendar = calendar->second;
    if (warn.has_value() != block.has_value() || (warn && *warn > *block))
        return wrong("--warn-after and --block-after belong together, the first is not the greater.");
    if (warn)
        publication.age = forms::AgeLimits{*warn, *block};
    return {};
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
    const auto& publication = line.publication;
    if (line.command == Command::Publish && publication.guides.empty() && publication.withdrawn.empty()
        && !publication.calendar && !publication.age)
        return wrong("nothing to publish: name guide files, --calendar, --withdraw or limits of age.");
    if (line.command == Command::Export && line.out.empty())
        return wrong("--out FILE is missing.");
    return {};
}

}  // namespace

base::Result<CommandLine> parseCommandLine(const std::vector<std::string>& arguments)
{
    CommandLine line;
    Values values;
    std::vector<std::string> words;
    try {
        const auto known = options();
        Poco::Util::OptionProcessor processor(known);
        processor.setUnixStyle(true);
        for (const auto& argument : arguments) {
            std::string name;
            std::string value;
            if (!processor.process(argument, name, value))
                words.push_back(argument);
            else if (name == "withdraw")
                line.publication.withdrawn.push_back(value);
            else if (!name.empty())
                values[name] = value;
        }
        processor.checkRequired();
    } catch (const Poco::Util::OptionException& failure) {
        return wrong(failure.displayText());
    }
    if (auto read = readWords(words, line); !read)
        return base::passOn(read);
    if (auto read = readPublication(values, line); !read)
        return base::passOn(read);
    if (values.contains("help"))
        line.command = Command::Help;
    line.data = values["data"];
    line.listen = values["listen"];
    line.certificate = values["tls-cert"];
    line.key = values["tls-key"];
    line.out = values["out"];
    line.demo = values.contains("demo");
    if (auto needed = checkNeeded(line); !needed)
        return base::passOn(needed);
    return line;
}

std::string usage()
{
    return "usage: onewindow-backoffice [serve] --data DIR --listen HOST:PORT [--tls-cert FILE --tls-key FILE]\n"
           "       onewindow-backoffice init --data DIR --demo\n"
           "       onewindow-backoffice catalogue publish --data DIR [FILE|FOLDER…] [--withdraw CODE]… [--calendar FILE]\n"
           "                            [--release N] [--warn-after DAYS --block-after DAYS] [--strict] [--preview]\n"
           "       onewindow-backoffice catalogue list --data DIR\n"
           "       onewindow-backoffice catalogue export --data DIR --out FILE.owc [--release N]\n"
           "       onewindow-backoffice office publish --data DIR FILE.json [--preview]\n"
           "       onewindow-backoffice office show --data DIR [--release N]\n"
           "serve prints its address when it is ready; port 0 takes a free one. publish makes and signs the next\n"
           "release: that before with the guides of the files in it. Every guide is linted first.\n"
           "office publish signs the document that says who the offices of the division are, and a release that names it.\n";
}

}  // namespace server
