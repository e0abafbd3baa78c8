#include "framing.h"

#include "response.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace server {

namespace {

bool isToken(const std::string& name)
{
    constexpr std::string_view Marks = "!#$%&'*+-.^_`|~";
    return !name.empty() && std::all_of(name.begin(), name.end(), [&](unsigned char c) {
        return std::isalnum(c) != 0 || Marks.find(static_cast<char>(c)) != std::string_view::npos;
    });
}

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    return text;
}

tl::unexpected<api::Problem> ambiguous()
{
    return refuse(api::ProblemCode::BadRequest,
                  "The request's header does not say clearly where its body ends.");
}

bool readLength(const std::string& text, std::uint64_t& length)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
    return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

tl::expected<Framing, api::Problem> readFraming(const std::string& method, const HeaderList& headers)
{
    int lengths = 0;
    int codings = 0;
    Framing framing;
    for (const auto& [name, value] : headers) {
        if (!isToken(name))
            return ambiguous();
        const auto lower = lowered(name);
        if (lower == "content-length") {
            ++lengths;
            if (!readLength(value, framing.length))
                return ambiguous();
        }
        if (lower == "transfer-encoding") {
            ++codings;
            framing.chunked = lowered(value) == "chunked";
            if (!framing.chunked)
                return ambiguous();
        }
    }
    if (lengths + codings > 1)
        return ambiguous();
    if (lengths + codings == 0 && (method == "POST" || method == "PUT" || method == "PATCH"))
        return refuse(api::ProblemCode::LengthRequired,
                      "A {method} request must say how long its body is.",
                      {{"method", method}});
    return framing;
}

}  // namespace server
