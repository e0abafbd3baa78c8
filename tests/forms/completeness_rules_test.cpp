// The rules of GUIDE-FORMAT "Completeness" and "Deferral" for one material, over every combination of what a guide may say
// of it and what a case may hold of it, against a model that says them again in the plainest way.
#include "case_support.h"
#include "guide_version.h"

#include <forms/sealed_case.h>

#include <gtest/gtest.h>

namespace {

using Json = nlohmann::ordered_json;
using forms::PointVerdict;

struct Rule {
    const char* necessity;
    const char* by;       ///< nullptr = no exemption
    const char* offline;  ///< its fall-back
};

struct Held {
    bool offline = false;
    bool proof = false;
    bool page = false;
    bool formValid = true;
    std::optional<base::Date> deferral;
    std::optional<PointVerdict> point;
};

const auto Today = tests::day("2026-11-22");
const auto Now = base::parseTimestamp("2026-11-22T02:00:00Z").value();

forms::Guide guideWith(const Rule& rule)
{
    return tests::version("sb-jfzm", [&rule](Json& guide) {
        Json material{{"id", "m"},
                      {"name", "材料"},
                      {"category", "other"},
                      {"necessity", rule.necessity},
                      {"per", "case"},
                      {"review_points", {{{"id", "p"}, {"text", "要点"}, {"level", "block"}}}}};
        if (rule.by != nullptr)
            material["exempt"] = {{"by", rule.by}, {"offline", rule.offline}};
        if (rule.by != nullptr && rule.by == std::string("generated"))
            material["generated_from"] = guide["forms"][0]["id"];
        if (rule.necessity == std::string("deferrable"))
            material["deferral"] = {{"days", 5}};
        guide["materials"] = Json::array({material});
        guide["forms"][0]["schema"] = {{"type", "object"},
                                       {"properties", {{"name", {{"type", "string"}, {"title", "姓名"}}}}},
                                       {"required", {"name"}}};
        guide["forms"][0]["ui"] = {{"type", "VerticalLayout"},
                                   {"elements", {{{"type", "Control"}, {"scope", "#/properties/name"}}}}};
        guide["questions"] = Json::array();
        guide["routes"] = Json::array();
        guide["parties"] = Json::array();
    });
}

forms::Case caseWith(const forms::Guide& guide, const Held& held)
{
    forms::Case draft;
    draft.id = base::CaseId::make(Now);
    draft.division = "330399";
    draft.workstation = "w1";
    draft.clerk = "clerk";
    draft.guide = {guide.code, guide.version, guide.sha256};
    draft.received = Now;
    draft.forms[guide.forms.front().id()] =
        forms::FormData::parse(held.formValid ? R"({"name":"示例甲"})" : "{}").value();
    draft.parties = {{"applicant", "applicant", "示例甲", {}, {}, {}}};  // the guide names none
    auto& entry = draft.materialEntry("m");
    if (held.proof)
        entry.proof = forms::Proof{"read-card", "1", Now};
    entry.deferredUntil = held.deferral;
    if (held.point)
        entry.points.push_back({"p", *held.point, "clerk", Now, {}});
    if (held.page)
        tests::addPage(draft, "m");
    return draft;
}

/// The page of the material, seen as plainly as the page of the format says it.
struct Expected {
    bool required = false;
    bool exempt = false;
    bool missing = false;
    forms::Verdict verdict = forms::Verdict::Acceptable;
    bool seals = false;
};

bool isProved(const Rule& rule, const Held& held)
{
    if (rule.by == nullptr)
        return false;
    if (rule.by == std::string("generated"))
        return held.formValid;  // a form filled here proves it
    if (held.offline && rule.offline == std::string("collect-copy"))
        return false;  // offline only read-card and generate can have a proof
    return held.proof;
}

Expected expect(const Rule& rule, const Held& held)
{
    const std::string necessity = rule.necessity;
    Expected expected;
    const bool proved = isProved(rule, held);
    const bool provided = held.page;
    const bool failed = (proved || provided) && held.point == PointVerdict::Fail;
    expected.required = necessity != "optional";
    expected.exempt = expected.required && proved;
    expected.missing = expected.required && ((!proved && !provided) || failed);
    if (!held.formValid)
        expected.verdict = forms::Verdict::NeedsCorrection;
    else if (!expected.missing)
        expected.verdict = forms::Verdict::Acceptable;
    else if (necessity == "deferrable")
        expected.verdict = forms::Verdict::AcceptableWithDeferral;
    else
        expected.verdict = forms::Verdict::NeedsCorrection;
    expected.seals = expected.verdict == forms::Verdict::Acceptable
                     || (expected.verdict == forms::Verdict::AcceptableWithDeferral && held.deferral
                         && *held.deferral >= Today);
    return expected;
}

std::vector<Held> everythingHeld()
{
    const std::vector<std::optional<base::Date>> deferrals{
        std::nullopt, tests::day("2026-11-21"), Today, tests::day("2026-11-27")};
    const std::vector<std::optional<PointVerdict>> points{
        std::nullopt, PointVerdict::Pass, PointVerdict::Fail, PointVerdict::Open};
    std::vector<Held> all;
    for (int bits = 0; bits < 16; ++bits)
        for (const auto& deferral : deferrals)
            for (const auto& point : points)
                all.push_back(
                    {(bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0, deferral, point});
    return all;
}

std::string describe(const Rule& rule, const Held& held)
{
    return std::string(rule.necessity) + " " + (rule.by ? rule.by : "-") + "/"
           + (rule.offline ? rule.offline : "-") + (held.offline ? " offline" : " online")
           + (held.proof ? " proof" : "") + (held.page ? " page" : "")
           + (held.formValid ? "" : " form-invalid")
           + (held.deferral ? " until " + base::formatDate(*held.deferral) : "")
           + (held.point ? " point " + std::to_string(static_cast<int>(*held.point)) : "");
}

/// With the commitment to hand in later printed, signed and scanned, for whatever is put off.
forms::Case committed(forms::Case draft)
{
    draft.notices.push_back({"deferral-commitment", base::Digest::of("pdf")});
    forms::Page page;
    page.id = base::PageId::make(Now);
    page.sha256 = base::Digest::of("signed");
    draft.materialEntry("deferral-commitment").pages = {page.id};
    draft.pages.push_back(page);
    return draft;
}

class CompletenessRules : public testing::TestWithParam<Rule>
{};

TEST_P(CompletenessRules, HoldForEverythingACaseMayHold)
{
    const auto& rule = GetParam();
    const auto guide = guideWith(rule);
    const auto key = base::SigningKey::generate();
    for (const auto& held : everythingHeld()) {
        const auto draft = caseWith(guide, held);
        const auto found = forms::check(guide, draft, {Today, held.offline});
        const auto expected = expect(rule, held);
        const auto what = describe(rule, held);
        EXPECT_EQ(!found.required.empty(), expected.required) << what;
        EXPECT_EQ(!found.exempt.empty(), expected.exempt) << what;
        EXPECT_EQ(!found.missing.empty(), expected.missing) << what;
        EXPECT_EQ(forms::nameOf(found.verdict), forms::nameOf(expected.verdict)) << what;
        EXPECT_EQ(forms::seal(committed(draft), guide, {key, Now, held.offline}).has_value(), expected.seals)
            << what;
    }
}

INSTANTIATE_TEST_SUITE_P(EveryRuleOfAMaterial,
                         CompletenessRules,
                         testing::Values(Rule{"required", nullptr, nullptr},
                                         Rule{"required", "e-licence", "collect-copy"},
                                         Rule{"required", "e-licence", "read-card"},
                                         Rule{"required", "data-sharing", "collect-copy"},
                                         Rule{"required", "generated", "generate"},
                                         Rule{"optional", nullptr, nullptr},
                                         Rule{"optional", "e-licence", "read-card"},
                                         Rule{"deferrable", nullptr, nullptr},
                                         Rule{"deferrable", "e-licence", "collect-copy"},
                                         Rule{"deferrable", "e-licence", "read-card"},
                                         Rule{"deferrable", "data-sharing", "collect-copy"},
                                         Rule{"deferrable", "generated", "generate"}));

TEST(CompletenessLevels, OnlyAFailedBlockPointMakesItsMaterialMissing)
{
    for (const auto* level : {"warn", "manual"}) {
        const auto guide = tests::version("gt-sl", [level](Json& json) {
            for (auto& point : tests::byId(json["materials"], "m-cs")["review_points"])
                point["level"] = level;
        });
        auto draft = tests::shopCase(guide);
        tests::addPage(draft, "m-cs");
        for (const auto& point : guide.findMaterial("m-cs")->points)
            draft.materialEntry("m-cs").points.push_back({point.id, PointVerdict::Fail, "clerk", Now, {}});
        EXPECT_EQ(forms::check(guide, draft, {Today, false}).verdict, forms::Verdict::Acceptable) << level;
    }
}

}  // namespace
