#include "packed_answer.h"

#include <Poco/DeflatingStream.h>
#include <Poco/StringTokenizer.h>

#include <algorithm>
#include <sstream>

namespace server {

namespace {

constexpr std::size_t WorthPacking = 1024;

std::string gzip(const std::string& bytes)
{
    std::ostringstream packed;
    Poco::DeflatingOutputStream stream(packed, Poco::DeflatingStreamBuf::STREAM_GZIP);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    stream.close();
    return std::move(packed).str();
}

/// "0", "0.0", "0.000": not wanted.
bool isNothing(std::string_view quality)
{
    return !quality.empty()
           && std::all_of(quality.begin(), quality.end(), [](char c) { return c == '0' || c == '.'; });
}

}  // namespace

bool takesGzip(std::string_view acceptEncoding)
{
    constexpr auto Trimmed = Poco::StringTokenizer::TOK_TRIM;
    for (const auto& offer : Poco::StringTokenizer(std::string(acceptEncoding), ",", Trimmed)) {
        const Poco::StringTokenizer parts(offer, ";", Trimmed);
        if (parts.count() == 0 || (parts[0] != "gzip" && parts[0] != "*"))
            continue;
        return parts.count() == 1 || !parts[1].starts_with("q=") || !isNothing(parts[1].substr(2));
    }
    return false;
}

Response packedFor(const Request& request, Response response)
{
    response.headers.emplace_back("Vary", "Accept-Encoding");
    if (response.body.size() < WorthPacking || !takesGzip(request.header("Accept-Encoding").value_or("")))
        return response;
    response.body = gzip(response.body);
    response.headers.emplace_back("Content-Encoding", "gzip");
    return response;
}

}  // namespace server
