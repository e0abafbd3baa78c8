#include <server/metrics.h>

#include <fmt/format.h>

namespace server {

namespace {

std::string metric(const char* name, const char* kind, const char* what, std::int64_t value)
{
    return fmt::format("# HELP {0} {2}\n# TYPE {0} {1}\n{0} {3}\n", name, kind, what, value);
}

}  // namespace

void Metrics::answered(const std::string& route, int status)
{
    const std::lock_guard lock(m_guard);
    ++m_answers[{route, status}];
}

std::string Metrics::text() const
{
    std::string text =
        "# HELP onewindow_requests_total Requests answered.\n# TYPE onewindow_requests_total counter\n";
    {
        const std::lock_guard lock(m_guard);
        for (const auto& [key, count] : m_answers)
            text += fmt::format(
                "onewindow_requests_total{{route=\"{}\",status=\"{}\"}} {}\n", key.first, key.second, count);
    }
    const auto whole = [](std::uint64_t value) { return static_cast<std::int64_t>(value); };
    text +=
        metric("onewindow_body_bytes_total", "counter", "Bytes of request bodies read.", whole(m_bodyBytes));
    text += metric("onewindow_pages_kept_total", "counter", "Pages that became complete.", whole(m_pages));
    text += metric(
        "onewindow_receipts_total", "counter", "Revisions taken in for the first time.", whole(m_receipts));
    text += metric(
        "onewindow_connections_refused_total", "counter", "Connections above the limit.", whole(m_refused));
    text += metric("onewindow_connections", "gauge", "Connections served now.", m_connections);
    return text;
}

}  // namespace server
