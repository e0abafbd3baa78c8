#pragma once

#include <base/error.h>

#include <tl/expected.hpp>

#include <utility>

namespace base {

/// What every door returns: the value, or an Error. Exceptions of libraries end in the .cpp that calls them.
template <class T>
using Result = tl::expected<T, Error>;

using Status = Result<void>;

/// `return fail(ErrorCode::NotFound, "There is no matter {matter}.", {{"matter", code}});`
/// The message is collected for translation by its place in this call.
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code,
                                                std::string message,
                                                std::vector<Argument> arguments = {})
{
    return tl::unexpected<Error>(Error{code, std::move(message), std::move(arguments)});
}

/// Passes on the error of another result.
template <class T>
[[nodiscard]] tl::unexpected<Error> passOn(const Result<T>& failed)
{
    return tl::unexpected<Error>(failed.error());
}

}  // namespace base
