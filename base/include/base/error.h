#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace base {

/// Every way a door of a room can say no. The list is closed: programs map it to exit codes and the back office
/// to HTTP problems, both without a default branch.
enum class ErrorCode {
    BadArgument,    ///< the caller asked for something that has no meaning (usage)
    BadInput,       ///< foreign bytes (guide, form data, image, answer) are not what they must be
    NotFound,       ///< the thing named does not exist here
    NotAllowed,     ///< the state or the role does not allow it
    Separation,     ///< one person would take two steps that must be taken by two (DESIGN 5.9)
    NotAcceptable,  ///< the case is not complete enough for what was asked
    Conflict,       ///< the same id with other bytes, or somebody else was first
    Refused,        ///< the server said no; its sentence is in the arguments
    LoginNeeded,    ///< no session, a session that ended, or a wrong password
    Network,        ///< no line, no answer in time, TLS refused
    NotOurServer,   ///< somebody answered, but not with a signature of the pinned back office
    Device,         ///< scanner or camera
    Damaged,        ///< the store or a kept file is not what was written
    NoSpace,        ///< disk full or a limit reached
    Cancelled,      ///< the user stopped it
    Failed,         ///< anything else the operating system refused
};

struct Argument {
    std::string name;
    std::string value;
    bool isMessage = false;  ///< the value is a message id of its own (an enum's word) and is translated as well

    bool operator==(const Argument&) const = default;
};

/// A place filled with a word of the program: `word("state", titleOf(state))`.
[[nodiscard]] Argument word(std::string_view name, std::string_view messageId);

/// What went wrong, where, and what to do. `message` is an English message id with {named} places filled from
/// `arguments`; i18n turns it into the user's language. No personal data in either.
struct Error {
    ErrorCode code = ErrorCode::Failed;
    std::string message;
    std::vector<Argument> arguments;

    bool operator==(const Error&) const = default;
};

/// The message in English with its places filled: for logs and tests, never for the screen.
[[nodiscard]] std::string describe(const Error& error);

/// The stored name of a code: "bad-input".
[[nodiscard]] std::string_view nameOf(ErrorCode code);

/// Fills {name} places of `text`. An unknown place stays as it is; "{{" and "}}" are not special.
[[nodiscard]] std::string fillPlaces(std::string_view text, const std::vector<Argument>& arguments);

}  // namespace base
