#pragma once

#include <base/digest.h>
#include <base/result.h>

#include <api/endpoint.h>

#include <string>
#include <string_view>
#include <vector>

namespace api {

/// Which of these pages the server lacks: asked before sending, and again after a lost answer.
inline constexpr Endpoint PostPagesMissing{"POST", "/v1/pages/missing"};

inline constexpr std::size_t MaxPagesAsked = 10'000;

/// `{"pages": [hex…]}`
struct PagesMissingRequest {
    std::vector<base::Digest> pages;

    bool operator==(const PagesMissingRequest&) const = default;
};

/// `{"missing": [hex…]}`, in the order asked, each once.
struct PagesMissingAnswer {
    std::vector<base::Digest> missing;

    bool operator==(const PagesMissingAnswer&) const = default;
};

[[nodiscard]] std::string toJson(const PagesMissingRequest& request);
[[nodiscard]] base::Result<PagesMissingRequest> parsePagesMissingRequest(std::string_view json);
[[nodiscard]] std::string toJson(const PagesMissingAnswer& answer);
[[nodiscard]] base::Result<PagesMissingAnswer> parsePagesMissingAnswer(std::string_view json);

}  // namespace api
