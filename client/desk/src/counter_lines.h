#pragma once

#include <api/post_sessions.h>
#include <forms/case.h>
#include <forms/office.h>
#include <papers/case_facts.h>

namespace desk {

/// The hall that people are told of: the site of the office document, what it leaves open as the back office told at login.
[[nodiscard]] api::Hall hallOf(const api::Identity& clerk, const forms::Office& office);

/// What stands at the head and foot of every paper this person makes.
[[nodiscard]] papers::Counter counterOf(const api::Identity& clerk, const forms::Office& office);

/// The same for a paper of this case, with its look-up code.
[[nodiscard]] papers::Counter counterOf(const api::Identity& clerk,
                                        const forms::Office& office,
                                        const forms::Case& draft);

}  // namespace desk
