#include <workbench/desks.h>

#include <offline/curl_line.h>

namespace workbench {

namespace {

base::Result<std::unique_ptr<offline::HttpLine>> lineTo(const std::string& url, const std::string& caPem)
{
    auto line = offline::CurlLine::open(url, caPem);
    if (!line)
        return base::passOn(line);
    return std::unique_ptr<offline::HttpLine>(std::move(*line));
}

}  // namespace

Desks::Desks(offline::Workplace opened, const Surroundings& surroundings)
    : workplace(std::move(opened))
    , signIn(workplace, lineTo)
    , intake(workplace, desk::Line::Gone)
    , guides(workplace)
    , outbox(workplace, signIn)
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
