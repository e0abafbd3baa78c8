#pragma once

#include <base/clock.h>
#include <base/result.h>

#include <api/endpoint.h>
#include <forms/case_flow.h>

#include <string>
#include <string_view>
#include <vector>

namespace api {

inline constexpr Endpoint PostSessions{"POST", "/v1/sessions"};

/// A login. `workstation` is the id of the enrolled place it is made from, or empty (a browser, a test).
struct SessionRequest {
    std::string user;
    std::string password;
    std::string workstation;
};

/// The service hall a user works at, as it heads notices and receives complaints.
struct Hall {
    std::string name;  ///< "测试区政务服务中心"; empty when the back office tells none
    std::string telephone;
    std::string complaintTelephone;

    bool operator==(const Hall&) const = default;
};

/// Who is logged in.
struct Identity {
    std::string name;         ///< the user name, as in every record
    std::string displayName;  ///< for people
    std::vector<forms::Role> roles;
    std::string division;  ///< code of the division whose cases this user sees
    Hall hall;

    bool operator==(const Identity&) const = default;
};

/// The answer: a Bearer token, good until `expires`.
struct Session {
    std::string token;
    base::Timestamp expires;
    Identity user;

    bool operator==(const Session&) const = default;
};

[[nodiscard]] std::string toJson(const SessionRequest& request);
[[nodiscard]] base::Result<SessionRequest> parseSessionRequest(std::string_view json);

[[nodiscard]] std::string toJson(const Identity& identity);
[[nodiscard]] base::Result<Identity> parseIdentity(std::string_view json);

[[nodiscard]] std::string toJson(const Session& session);

/// A role this version does not know is left out: a newer back office may have more.
[[nodiscard]] base::Result<Session> parseSession(std::string_view json);

}  // namespace api
