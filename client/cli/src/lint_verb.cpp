#include "verbs.h"

#include <base/durable_file.h>
#include <forms/guide_lint.h>

namespace cli {

namespace {

struct LintOptions {
    std::vector<std::string> files;
    bool strict = false;
};

/// One line a finding, as compilers write them: FILE:LINE: error: PATH: sentence.
std::string lineText(const std::string& file, const nlohmann::json& finding)
{
    return file + ":" + std::to_string(finding["line"].get<int>()) + ": "
           + finding["level"].get<std::string>() + ": " + finding["path"].get<std::string>() + ": "
           + finding["text"].get<std::string>() + "\n";
}

base::Result<Report> lintGuides(Context& context, const LintOptions& options)
{
    Report report{nlohmann::json::array(), {}, 0};
    for (const auto& file : options.files) {
        const auto bytes = base::readFile(file);
        if (!bytes)
            return base::passOn(bytes);
        for (const auto& finding : forms::lintGuide(*bytes)) {
            const bool error = finding.level == forms::LintLevel::Error || options.strict;
            const nlohmann::json json{{"file", file},
                                      {"line", finding.line},
                                      {"level", error ? "error" : "warning"},
                                      {"path", finding.path},
                                      {"text", context.say(finding.text)}};
            report.text += lineText(file, json);
            report.json.push_back(json);
            if (error)
                report.exit = exit_code::Failed;
        }
    }
    if (report.text.empty())
        report.text = options.files.size() == 1 ? context.say("The guide is in order.")
                                                : context.say("The guides are in order.");
    return report;
}

}  // namespace

void addLintVerb(CLI::App& guide, Command& command)
{
    auto options = std::make_shared<LintOptions>();
    auto* lint = guide.add_subcommand("lint", "Say what is wrong with guide files, and where");
    lint->add_option("FILE", options->files)->required();
    lint->add_flag("--strict", options->strict, "Warnings count as errors");
    lint->callback([&command, options] {
        command.run = [options](Context& context) { return lintGuides(context, *options); };
    });
}

}  // namespace cli
