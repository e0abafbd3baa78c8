#pragma once

#include <api/get_case.h>
#include <forms/guide.h>
#include <papers/notice_facts.h>

#include <map>
#include <string>
#include <vector>

namespace desk {

/// What a reviewer found at one review point while the case lies open before her.
struct PointJudgement {
    std::string verdict;  ///< "pass", "fail" or empty
    std::string note;     ///< what is wrong, in her words

    bool operator==(const PointJudgement&) const = default;
};

using Judgements = std::map<std::string, PointJudgement>;  ///< by "material/point"

/// One thing of the case that is to be corrected.
struct CorrectionPoint {
    std::string cited;     ///< "material/point" or "material", as the request cites it
    std::string material;  ///< the guide's name
    std::string point;     ///< the guide's text; empty: the material as a whole
    std::string wrong;     ///< what is wrong, from note and marks; may be empty
    bool marked = false;   ///< a mark of the newest revision says so already

    bool operator==(const CorrectionPoint&) const = default;
};

/// Everything that is to be corrected, once each, in the order of the guide: the points judged failed, those the open
/// marks of the newest revision cite, and those of earlier marks that were found not corrected.
[[nodiscard]] std::vector<CorrectionPoint> correctionPoints(const api::CaseDetail& detail,
                                                            const forms::Guide& guide,
                                                            const Judgements& judgements);

/// The reason of the request in Chinese, the language of record: the opinion, then each point with what is wrong, as the
/// paper will list it (forms/correction_text.h). Never empty when there are points.
[[nodiscard]] std::string correctionReason(const forms::Guide& guide,
                                           const std::vector<CorrectionPoint>& points,
                                           const std::string& opinion);

/// The same as a notice lists it, with the guide's standard and basis.
[[nodiscard]] std::vector<papers::CorrectionItem> correctionItems(const std::vector<CorrectionPoint>& points,
                                                                  const forms::Guide& guide);

}  // namespace desk
