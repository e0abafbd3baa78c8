#include <api/get_revision.h>

#include <forms/json_reader.h>

#include <nlohmann/json.hpp>

namespace api {

namespace {

/// Two signed texts; a manifest is bounded by the server that took it.
constexpr std::size_t MaxRevisionBytes = std::size_t{32} << 20;

}  // namespace

std::string toJson(const RevisionAnswer& answer)
{
    return forms::writeJson({{"manifest", answer.manifest}, {"receipt", answer.receipt}});
}

base::Result<RevisionAnswer> parseRevisionAnswer(std::string_view text)
{
    const auto body = forms::parseJson(text, "revision", MaxRevisionBytes);
    if (!body)
        return base::passOn(body);
    forms::JsonReader reader(*body, "revision");
    RevisionAnswer answer{reader.text("manifest"), reader.text("receipt")};
    if (const auto status = reader.status(); !status)
        return base::passOn(status);
    return answer;
}

}  // namespace api
