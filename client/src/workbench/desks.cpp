#include <workbench/desks.h>

#include <offline/line_to.h>

namespace workbench {

Desks::Desks(offline::Workplace opened, const Surroundings& surroundings)
    : workplace(std::move(opened))
    , signIn(workplace, offline::lineTo)
    , intake(workplace, desk::Line::Gone)
    , guides(workplace)
    , outbox(workplace, signIn)
    , inbox(workplace)
    , review(workplace, signIn)
    , audit(workplace, signIn)
    , scanner(std::make_unique<scanner::WorkerScanSource>(surroundings.scanWorker))
{}

base::Result<std::unique_ptr<Desks>> Desks::open(const Surroundings& surroundings)
{
    auto workplace = offline::Workplace::open(surroundings.folder, surroundings.vault, surroundings.clock);
    if (!workplace)
        return base::passOn(workplace);
    return std::unique_ptr<Desks>(new Desks(std::move(*workplace), surroundings));
}

}  // namespace workbench
