#pragma once

#include "watchdog.h"

#include <server/back_office.h>

#include <Poco/Net/StreamSocket.h>

namespace server {

/// What a connection is for: to be served, or only to hear that there is no place.
enum class Service { Full, BusyOnly };

/// Serves the requests of one connection, one after the other, until it ends. Blocks; one thread each.
void serveConnection(BackOffice& office,
                     Watchdog& dog,
                     const Poco::Net::StreamSocket& socket,
                     Service service);

}  // namespace server
