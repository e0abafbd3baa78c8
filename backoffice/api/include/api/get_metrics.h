#pragma once

#include <api/endpoint.h>

namespace api {

/// Counters for the operator in the Prometheus text format; no personal data.
inline constexpr Endpoint GetMetrics{"GET", "/v1/metrics"};

inline constexpr std::string_view MetricsMediaType = "text/plain; version=0.0.4; charset=utf-8";

}  // namespace api
