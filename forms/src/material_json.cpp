#include "guide_json.h"

#include <algorithm>

namespace forms {

namespace {

using Json = nlohmann::json;

ExemptionRule readExemption(const Json& json)
{
    ExemptionRule rule;
    const auto by = textOf(json, "by");
    rule.by = by == "generated"      ? ExemptBy::Generated
              : by == "data-sharing" ? ExemptBy::DataSharing
                                     : ExemptBy::ELicence;
    rule.certificate = textOf(json, "certificate");
    const auto offline = textOf(json, "offline");
    rule.offline = offline == "read-card"  ? OfflineExemption::ReadCard
                   : offline == "generate" ? OfflineExemption::Generate
                                           : OfflineExemption::CollectCopy;
    if (offline.empty() && rule.by == ExemptBy::Generated)
        rule.offline = OfflineExemption::Generate;
    return rule;
}

Validity readValidity(const Json& json)
{
    Validity validity;
    validity.field = textOf(json, "field");
    validity.rule =
        textOf(json, "rule") == "within_days" ? ValidityRule::WithinDays : ValidityRule::NotBeforeToday;
    validity.days = json.value("n", 0);
    return validity;
}

ReviewPoint readPoint(const Json& json)
{
    const auto level = textOf(json, "level");
    return {textOf(json, "id"),
            textOf(json, "text"),
            level == "block"  ? PointLevel::Block
            : level == "warn" ? PointLevel::Warn
                              : PointLevel::Manual,
            textOf(json, "auto")};
}

Necessity readNecessity(const std::string& token)
{
    return token == "optional"     ? Necessity::Optional
           : token == "deferrable" ? Necessity::Deferrable
                                   : Necessity::Required;
}

}  // namespace

Material readMaterial(const Json& json, const std::string& path, GuideProblems& problems)
{
    Material material;
    material.id = textOf(json, "id");
    material.name = textOf(json, "name");
    material.category = textOf(json, "category");
    material.form = json.value("form", "either");
    material.originals = json.value("original", 0);
    material.copies = json.value("copies", 0);
    material.necessity = readNecessity(textOf(json, "necessity"));
    material.source = json.value("source", "applicant");
    material.per = json.value("per", "case");
    material.standard = textOf(json, "standard");
    material.basis = textsOf(json, "basis");
    material.generatedFrom = textOf(json, "generated_from");
    if (const auto when = json.find("when"); when != json.end())
        material.when = readCondition(*when, path + "/when", problems);
    if (const auto exempt = json.find("exempt"); exempt != json.end())
        material.exemption = readExemption(*exempt);
    if (const auto deferral = json.find("deferral"); deferral != json.end() && deferral->contains("days"))
        material.deferralDays = deferral->at("days").get<int>();
    if (const auto validity = json.find("validity"); validity != json.end())
        material.validity = readValidity(*validity);
    if (const auto points = json.find("review_points"); points != json.end())
        for (const auto& point : *points)
            material.points.push_back(readPoint(point));
    return material;
}

const ReviewPoint* Material::findPoint(std::string_view pointId) const
{
    const auto found = std::find_if(
        points.begin(), points.end(), [pointId](const ReviewPoint& point) { return point.id == pointId; });
    return found == points.end() ? nullptr : &*found;
}

}  // namespace forms
