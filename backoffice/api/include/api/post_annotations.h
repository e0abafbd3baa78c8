#pragma once

#include <base/ids.h>

#include <api/endpoint.h>
#include <forms/annotation.h>

#include <string>

namespace api {

/// Puts a reviewer's mark on a page or a place of the case, or a clerk's reply to one: request and answer are the
/// annotation as forms/annotation.h writes it. 201; 200 for the same again; 409 for the same id with other bytes.
/// The server sets `creator` and `created` itself: nobody writes in another's name or time.
inline constexpr Endpoint PostAnnotations{"POST", "/v1/cases/{id}/annotations"};

inline constexpr std::string_view AnnotationMediaType =
    "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"";

[[nodiscard]] std::string annotationsPath(base::CaseId caseId);

}  // namespace api
