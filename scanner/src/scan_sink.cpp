#include <scanner/scan_sink.h>

#include "names.h"

namespace scanner {

namespace {

constexpr std::array<Named<EndReason>, 4> Reasons{{
    {EndReason::Finished, "finished"},
    {EndReason::FeederEmpty, "feeder-empty"},
    {EndReason::Cancelled, "cancelled"},
    {EndReason::Faulted, "faulted"},
}};

}  // namespace

std::string_view nameOf(EndReason reason)
{
    return nameIn(Reasons, reason);
}

std::optional<EndReason> parseEndReason(std::string_view name)
{
    return valueIn(Reasons, name);
}

}  // namespace scanner
