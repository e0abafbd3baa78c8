#pragma once

#include <forms/condition.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace forms {

enum class Necessity { Required, Optional, Deferrable };
enum class PointLevel { Block, Warn, Manual };
enum class ExemptBy { ELicence, DataSharing, Generated };
enum class OfflineExemption { CollectCopy, ReadCard, Generate };
enum class ValidityRule { NotBeforeToday, WithinDays };

/// What a reviewer, the clerk and the applicant's hint all look at (审查要点). An `automatic` one may be decided
/// by the program where the data is there; else it stays a question for the clerk.
struct ReviewPoint {
    std::string id;
    std::string text;
    PointLevel level = PointLevel::Manual;
    std::string automatic;  ///< "gb11643", "dict:…"; empty = manual
};

/// Covered by an e-licence, a data share or the program's own form (免提交), when the case holds a proof.
struct ExemptionRule {
    ExemptBy by = ExemptBy::ELicence;
    std::string certificate;
    OfflineExemption offline = OfflineExemption::CollectCopy;
};

/// `field` is the fact kept with the material: "valid_to" or "issue_date".
struct Validity {
    std::string field;
    ValidityRule rule = ValidityRule::NotBeforeToday;
    int days = 0;
};

/// A material (材料) as the guide asks for it.
struct Material {
    std::string id;
    std::string name;
    std::string category;  ///< certificate, form, other
    std::string form;      ///< paper, electronic, either
    int originals = 0;
    int copies = 0;
    Necessity necessity = Necessity::Required;
    std::string source;  ///< applicant, government, other
    std::string per;     ///< "case" or a party role
    Condition when;
    std::string standard;
    std::vector<std::string> basis;
    std::string generatedFrom;  ///< form id, or empty
    std::optional<ExemptionRule> exemption;
    std::optional<int> deferralDays;  ///< working days; set only for a deferrable material that names them
    std::optional<Validity> validity;
    std::vector<ReviewPoint> points;

    [[nodiscard]] const ReviewPoint* findPoint(std::string_view id) const;
};

}  // namespace forms
