#pragma once

#include "context.h"
#include "exit_code.h"
#include "report.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <memory>

namespace cli {

/// What the command line asked for; set by the one subcommand that was parsed.
struct Command {
    std::function<base::Result<Report>(Context&)> run;
    Asked asked = Asked::Here;
};

// Each adds its group of verbs; the callbacks fill `command`, nothing is done while parsing.
void addAccountVerbs(CLI::App& program, Command& command);
void addGuideVerbs(CLI::App& program, Command& command);
void addLintVerb(CLI::App& guide, Command& command);
void addGuideShowVerb(CLI::App& guide, Command& command);
void addNumberVerbs(CLI::App& program, Command& command);
void addOfficeVerb(CLI::App& program, Command& command);
void addReleaseVerbs(CLI::App& guide, Command& command);
void addScanVerbs(CLI::App& program, Command& command);
void addCaseVerbs(CLI::App& cases, Command& command);
void addCaseScanVerb(CLI::App& cases, Command& command);
void addMaterialVerbs(CLI::App& cases, Command& command);
void addPageVerbs(CLI::App& cases, Command& command);
void addPaperVerbs(CLI::App& cases, Command& command);
void addOutboxVerbs(CLI::App& program, Command& command);
void addReviewVerbs(CLI::App& program, Command& command);
void addAuditVerbs(CLI::App& program, Command& command);

}  // namespace cli
