#include <base/error.h>

#include <algorithm>

namespace base {

std::string_view nameOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadArgument: return "bad-argument";
    case ErrorCode::BadInput: return "bad-input";
    case ErrorCode::NotFound: return "not-found";
    case ErrorCode::NotAllowed: return "not-allowed";
    case ErrorCode::Separation: return "separation";
    case ErrorCode::NotAcceptable: return "not-acceptable";
    case ErrorCode::Conflict: return "conflict";
    case ErrorCode::Refused: return "refused";
    case ErrorCode::LoginNeeded: return "login-needed";
    case ErrorCode::Network: return "network";
    case ErrorCode::NotOurServer: return "not-our-server";
    case ErrorCode::Device: return "device";
    case ErrorCode::Damaged: return "damaged";
    case ErrorCode::NoSpace: return "no-space";
    case ErrorCode::Cancelled: return "cancelled";
    case ErrorCode::Failed: return "failed";
    }
    return "failed";
}

Argument word(std::string_view name, std::string_view messageId)
{
    return {std::string(name), std::string(messageId), true};
}

std::string fillPlaces(std::string_view text, const std::vector<Argument>& arguments)
{
    std::string filled;
    filled.reserve(text.size() + 32);
    while (!text.empty()) {
        const auto open = text.find('{');
        const auto close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos)
            break;
        const auto name = text.substr(open + 1, close - open - 1);
        const auto found = std::find_if(
            arguments.begin(), arguments.end(), [name](const Argument& a) { return a.name == name; });
        if (found == arguments.end()) {
            filled.append(text.substr(0, open + 1));
            text.remove_prefix(open + 1);
            continue;
        }
        filled.append(text.substr(0, open)).append(found->value);
        text.remove_prefix(close + 1);
    }
    return filled.append(text);
}

std::string describe(const Error& error)
{
    return fillPlaces(error.message, error.arguments);
}

}  // namespace base
