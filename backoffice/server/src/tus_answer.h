#pragma once

#include "request.h"
#include "response.h"

#include <server/back_office.h>
#include <server/upload_store.h>

#include <string>

namespace server {

/// An answer with the headers every tus answer has.
[[nodiscard]] Response tusResponse(int status);

/// The answer for a client that speaks another version (412); nothing for ours.
[[nodiscard]] std::optional<Response> refuseVersion(const Request& request);

/// The caller's own upload. Problem not-found for another's as for none, gone for an expired one.
[[nodiscard]] tl::expected<Upload, api::Problem> uploadOf(BackOffice& office, const Request& request);

/// RFC 9110 date of Upload-Expires.
[[nodiscard]] std::string httpDate(base::Timestamp time);

/// A header that must be a whole number; nothing when it is absent or anything else.
[[nodiscard]] std::optional<std::uint64_t> numberHeader(const Request& request, std::string_view name);

}  // namespace server
