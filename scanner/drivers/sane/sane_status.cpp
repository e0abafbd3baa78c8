#include "sane_status.h"

namespace drivers {

using scanner::ScanFault;

ScanFault faultOfStatus(SANE_Status status)
{
    // Two codes of newer backends that the standard's enumeration has not.
    constexpr int WarmingUp = 12;
    constexpr int TransportLocked = 13;
    switch (static_cast<int>(status)) {
    case SANE_STATUS_UNSUPPORTED: return ScanFault::Unsupported;
    case SANE_STATUS_DEVICE_BUSY: return ScanFault::Busy;
    case SANE_STATUS_INVAL: return ScanFault::BadSetting;
    case SANE_STATUS_EOF: return ScanFault::WrongData;
    case SANE_STATUS_JAMMED: return ScanFault::Jammed;
    case SANE_STATUS_NO_DOCS: return ScanFault::NoDocs;
    case SANE_STATUS_COVER_OPEN: return ScanFault::CoverOpen;
    case SANE_STATUS_IO_ERROR: return ScanFault::Disconnected;
    case SANE_STATUS_NO_MEM: return ScanFault::OutOfMemory;
    case SANE_STATUS_ACCESS_DENIED: return ScanFault::AccessDenied;
    case WarmingUp: return ScanFault::WarmingUp;
    case TransportLocked: return ScanFault::Locked;
    default: return ScanFault::Disconnected;
    }
}

ScanFault faultOfOpening(SANE_Status status)
{
    return status == SANE_STATUS_INVAL || status == SANE_STATUS_UNSUPPORTED ? ScanFault::NotThere
                                                                            : faultOfStatus(status);
}

}  // namespace drivers
