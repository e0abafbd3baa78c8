#include "exit_code.h"

namespace cli {

int exitCodeOf(base::ErrorCode code, Asked asked)
{
    using base::ErrorCode;
    const int refusedThere = asked == Asked::BackOffice ? exit_code::Refused : exit_code::Failed;
    switch (code) {
    case ErrorCode::BadArgument: return exit_code::Usage;
    case ErrorCode::NotAcceptable: return exit_code::NotAcceptable;
    case ErrorCode::Refused:
    case ErrorCode::Separation:
    case ErrorCode::LoginNeeded: return exit_code::Refused;
    case ErrorCode::Network:
    case ErrorCode::NotOurServer: return exit_code::NoNetwork;
    case ErrorCode::Device: return exit_code::Device;
    case ErrorCode::BadInput:
    case ErrorCode::NotFound:
    case ErrorCode::NotAllowed:
    case ErrorCode::Conflict: return refusedThere;
    case ErrorCode::Damaged:
    case ErrorCode::NoSpace:
    case ErrorCode::Cancelled:
    case ErrorCode::Failed: return exit_code::Failed;
    }
    return exit_code::Failed;
}

}  // namespace cli
