#include <api/post_sessions.h>

#include <forms/json_reader.h>

#include <nlohmann/json.hpp>

namespace api {

namespace {

using nlohmann::json;

json identityToJson(const Identity& identity)
{
    json roles = json::array();
    for (const auto role : identity.roles)
        roles.push_back(nameOf(role));
    return {{"name", identity.name},
            {"display_name", identity.displayName},
            {"roles", roles},
            {"division", identity.division},
            {"hall",
             {{"name", identity.hall.name},
              {"telephone", identity.hall.telephone},
              {"complaint_telephone", identity.hall.complaintTelephone}}}};
}

Identity readIdentity(forms::JsonReader reader)
{
    Identity identity;
    identity.name = reader.text("name");
    identity.displayName = reader.textOr("display_name");
    for (const auto& token : reader.texts("roles"))
        if (const auto role = forms::parseRole(token))
            identity.roles.push_back(*role);
    identity.division = reader.text("division");
    if (reader.has("hall")) {
        auto hall = reader.object("hall");
        identity.hall = {hall.textOr("name"), hall.textOr("telephone"), hall.textOr("complaint_telephone")};
    }
    return identity;
}

}  // namespace

std::string toJson(const Identity& identity)
{
    return forms::writeJson(identityToJson(identity));
}

base::Result<Identity> parseIdentity(std::string_view text)
{
    const auto body = forms::parseJson(text, "user", MaxJsonBytes);
    if (!body)
        return base::passOn(body);
    forms::JsonReader reader(*body, "user");
    auto identity = readIdentity(reader);
    if (const auto status = reader.status(); !status)
        return base::passOn(status);
    return identity;
}

std::string toJson(const SessionRequest& request)
{
    json body{{"user", request.user}, {"password", request.password}};
    if (!request.workstation.empty())
        body["workstation"] = request.workstation;
    return forms::writeJson(body);
}

base::Result<SessionRequest> parseSessionRequest(std::string_view text)
{
    const auto body = forms::parseJson(text, "login", MaxJsonBytes);
    if (!body)
        return base::passOn(body);
    forms::JsonReader reader(*body, "login");
    SessionRequest request{reader.text("user"), reader.text("password"), reader.textOr("workstation")};
    if (const auto status = reader.status(); !status)
        return base::passOn(status);
    return request;
}

std::string toJson(const Session& session)
{
    return forms::writeJson({{"token", session.token},
                             {"expires", base::formatTimestamp(session.expires)},
                             {"user", identityToJson(session.user)}});
}

base::Result<Session> parseSession(std::string_view text)
{
    const auto body = forms::parseJson(text, "session", MaxJsonBytes);
    if (!body)
        return base::passOn(body);
    forms::JsonReader reader(*body, "session");
    Session session;
    session.token = reader.text("token");
    session.expires = reader.time("expires");
    session.user = readIdentity(reader.object("user"));
    if (const auto status = reader.status(); !status)
        return base::passOn(status);
    return session;
}

}  // namespace api
