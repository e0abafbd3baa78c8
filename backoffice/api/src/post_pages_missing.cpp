#include <api/post_pages_missing.h>

#include <forms/json_reader.h>

#include <nlohmann/json.hpp>

namespace api {

namespace {

std::string listToJson(std::string_view name, const std::vector<base::Digest>& digests)
{
    auto list = nlohmann::json::array();
    for (const auto& digest : digests)
        list.push_back(digest.toString());
    return forms::writeJson({{std::string(name), list}});
}

base::Result<std::vector<base::Digest>> parseList(std::string_view text,
                                                  std::string_view name,
                                                  std::string_view what)
{
    const auto body = forms::parseJson(text, what, MaxJsonBytes);
    if (!body)
        return base::passOn(body);
    forms::JsonReader reader(*body, what);
    if (!reader.has(name))
        reader.reject(name);
    auto digests = reader.parsedList<base::Digest>(name, &base::Digest::parse);
    if (digests.size() > MaxPagesAsked)
        reader.reject(name);
    if (const auto status = reader.status(); !status)
        return base::passOn(status);
    return digests;
}

}  // namespace

std::string toJson(const PagesMissingRequest& request)
{
    return listToJson("pages", request.pages);
}

base::Result<PagesMissingRequest> parsePagesMissingRequest(std::string_view text)
{
    return parseList(text, "pages", "question for missing pages").map([](std::vector<base::Digest> pages) {
        return PagesMissingRequest{std::move(pages)};
    });
}

std::string toJson(const PagesMissingAnswer& answer)
{
    return listToJson("missing", answer.missing);
}

base::Result<PagesMissingAnswer> parsePagesMissingAnswer(std::string_view text)
{
    return parseList(text, "missing", "list of missing pages").map([](std::vector<base::Digest> missing) {
        return PagesMissingAnswer{std::move(missing)};
    });
}

}  // namespace api
