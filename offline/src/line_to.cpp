#include <offline/line_to.h>

#include <offline/curl_line.h>

namespace offline {

base::Result<std::unique_ptr<HttpLine>> lineTo(const std::string& url, const std::string& caPem)
{
    auto line = CurlLine::open(url, caPem);
    if (!line)
        return base::passOn(line);
    return std::unique_ptr<HttpLine>(std::move(*line));
}

}  // namespace offline
