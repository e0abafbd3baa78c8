#include <workbench/pane_texts.h>

#include <workbench/bench.h>

namespace workbench {

kit::PagePaneTexts paneTexts(const Bench& bench)
{
    return {bench.say("Page"),
            bench.say("Marks on the page"),
            bench.say("Previous page"),
            bench.say("Next page"),
            bench.say("Larger"),
            bench.say("Smaller"),
            bench.say("Whole page"),
            bench.say("Turn left"),
            bench.say("Turn right"),
            bench.say("shown")};
}

}  // namespace workbench
