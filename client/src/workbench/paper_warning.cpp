#include <workbench/paper_warning.h>

#include <workbench/bench.h>

namespace workbench {

void tellOfPaper(Bench& bench, const desk::PrintedNotice& printed)
{
    std::string characters;
    for (const auto& character : printed.unprintable)
        characters += (characters.empty() ? "" : "、") + character;
    if (!characters.empty())
        bench.tell(
            widgets::Tone::Warn,
            "unprintable",
            bench.say(
                "No font of this computer prints these characters: {characters}. They stand on the paper as "
                "boxes with their codes: write them by hand.",
                {{"characters", characters}}));
    for (const auto& warning : printed.warnings)
        bench.tell(widgets::Tone::Warn, "paper", bench.say(warning));
}

}  // namespace workbench
