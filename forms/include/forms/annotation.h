#pragma once

#include <base/clock.h>
#include <base/digest.h>
#include <base/ids.h>
#include <base/result.h>

#include <optional>
#include <string>
#include <string_view>

namespace forms {

/// A part of a page in percent of the encoded image before edits, origin top left (W3C media fragment
/// xywh=percent:). Always inside 0..100.
struct PercentBox {
    double x = 0;
    double y = 0;
    double width = 100;
    double height = 100;

    bool operator==(const PercentBox&) const = default;
};

/// "10,20,30,40"; nothing for anything outside the page or not four numbers.
[[nodiscard]] std::optional<PercentBox> parsePercentBox(std::string_view text);
[[nodiscard]] std::string formatPercentBox(const PercentBox& box);

enum class Motivation { Assessing, Replying };

/// A reviewer's mark (W3C Web Annotation, DESIGN section 9): on a page's box, or on a place of the case
/// (urn:onewindow:case:<id>#<JSON pointer>).
struct Annotation {
    base::AnnotationId id;
    Motivation motivation = Motivation::Assessing;
    std::string creator;  ///< user name
    base::Timestamp created;
    std::string text;
    base::CaseId caseId;
    int revision = 1;
    std::optional<base::PageId> page;
    std::optional<base::Digest> pageDigest;  ///< with `page`
    std::optional<PercentBox> box;           ///< with `page`
    std::string pointer;                     ///< JSON pointer into the manifest when there is no page
    std::string point;                       ///< "material/point" or "material", as the citation
    std::string verdict;                     ///< "pass", "fail" or empty
    std::optional<base::AnnotationId> inReplyTo;
    bool settled = false;
    std::string other;  ///< members this version does not know, as one JSON object, kept; or empty

    bool operator==(const Annotation&) const = default;
};

[[nodiscard]] std::string annotationToJson(const Annotation& annotation);
[[nodiscard]] base::Result<Annotation> annotationFromJson(std::string_view json);

}  // namespace forms
