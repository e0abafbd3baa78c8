#include <forms/guide_lint.h>

#include "bounded_json.h"
#include "guide_json.h"
#include "json_lines.h"
#include "lint_parts.h"
#include "lint_text.h"
#include "vague_name.h"

#include <algorithm>
#include <set>

namespace forms {

namespace {

using i18n::phrase;
using Json = nlohmann::json;

class Lint
{
  public:
    std::vector<LintFinding> run(std::string_view bytes);

  private:
    void judge(const Guide& guide);
    void lintTexts(const Json& json, const std::string& path);
    void lintExamples(const Guide& guide);
    void lintMaterials(const Guide& guide);
    void lintDeferral(const Guide& guide, const Material& material, const std::string& path);
    void lintQuestions(const Guide& guide);
    void lintNames(const Guide& guide);
    void findLines(std::string_view bytes);
    void lintForms(const Guide& guide);

    LintFindings m_findings;
};

void Lint::lintTexts(const Json& json, const std::string& path)
{
    if (json.is_string()) {
        if (looksDamaged(json.get_ref<const std::string&>()))
            m_findings.error(
                path,
                phrase("The text at {path} was damaged by a wrong encoding: take it from its source again."));
        return;
    }
    if (json.is_object()) {
        for (const auto& [member, value] : json.items())
            // A pattern may hold any sign.
            if (member != "pattern")
                lintTexts(value, path + "/" + escapePointerToken(member));
    } else if (json.is_array()) {
        for (std::size_t i = 0; i < json.size(); ++i)
            lintTexts(json[i], path + "/" + std::to_string(i));
    }
}

void Lint::lintExamples(const Guide& guide)
{
    for (std::size_t i = 0; i < guide.examples.size(); ++i)
        for (auto& difference : runExample(guide, guide.examples[i])) {
            difference.arguments.push_back({"example", guide.examples[i].name});
            m_findings.error(itemPath("examples", i) + "/expect", std::move(difference));
        }
}

/// Both in working days where they can be compared.
void Lint::lintDeferral(const Guide& guide, const Material& material, const std::string& path)
{
    const auto& promised = guide.limits.promised;
    const bool sameDay = promised.unit == TimeUnit::Hour || promised.unit == TimeUnit::Minute
                         || promised.unit == TimeUnit::OnSpot;
    if (!material.deferralDays || !(sameDay || promised.unit == TimeUnit::Workday))
        return;
    const int days = sameDay ? 0 : promised.n.value_or(0);
    if (*material.deferralDays > days)
        m_findings.warn(
            path + "/deferral/days",
            phrase(
                "{material} may be handed in after {days} working days, later than the result is promised.",
                {{"material", material.name}, {"days", std::to_string(*material.deferralDays)}}));
}

void Lint::lintMaterials(const Guide& guide)
{
    for (std::size_t i = 0; i < guide.materials.size(); ++i) {
        const auto& material = guide.materials[i];
        const auto path = itemPath("materials", i);
        if (material.basis.empty() && material.standard.empty())
            m_findings.warn(path,
                            phrase("{material} has neither a legal basis nor a standard.",
                                   {{"material", material.name}}));
        lintDeferral(guide, material, path);
    }
}

/// Questions a condition looks at, and those whose answer goes into a form.
std::set<std::string> usedQuestions(const Guide& guide)
{
    std::set<std::string> used;
    const auto use = [&used](const Condition& when) { used.merge(when.questions()); };
    for (const auto& route : guide.routes)
        use(route.when);
    for (const auto& question : guide.questions)
        use(question.when);
    for (const auto& material : guide.materials)
        use(material.when);
    for (const auto& child : guide.children)
        use(child.when);
    constexpr std::string_view Situation = "situation:";
    for (const auto& form : guide.forms)
        for (const auto& field : form.fields())
            if (field.prefill.starts_with(Situation))
                used.insert(field.prefill.substr(Situation.size()));
    return used;
}

void Lint::lintQuestions(const Guide& guide)
{
    const auto used = usedQuestions(guide);
    for (std::size_t i = 0; i < guide.questions.size(); ++i) {
        const auto& question = guide.questions[i];
        const auto path = itemPath("questions", i);
        if (!used.contains(question.id))
            m_findings.warn(path,
                            phrase("No condition uses the question {question}; it is only recorded.",
                                   {{"question", question.id}}));
    }
}

void Lint::lintNames(const Guide& guide)
{
    for (std::size_t i = 0; i < guide.materials.size(); ++i)
        if (const auto& name = guide.materials[i].name; isVague(name))
            m_findings.warn(itemPath("materials", i) + "/name",
                            phrase("The name {material} leaves open what to bring.", {{"material", name}}));
    for (std::size_t i = 0; i < guide.conditions.size(); ++i)
        if (isVague(guide.conditions[i]))
            m_findings.warn(itemPath("conditions", i),
                            phrase("The condition “{text}” leaves open what is demanded.",
                                   {{"text", guide.conditions[i]}}));
}

void Lint::findLines(std::string_view bytes)
{
    if (m_findings.all().empty() || bytes.size() > MaxGuideBytes)
        return;
    const JsonLines lines(bytes);
    for (auto& finding : m_findings.all())
        if (finding.line == 0)
            finding.line = lines.brokenAt() > 0 ? lines.brokenAt() : lines.lineOf(finding.path);
}

void Lint::lintForms(const Guide& guide)
{
    for (std::size_t i = 0; i < guide.forms.size(); ++i)
        for (const auto& remark : guide.forms[i].remarks())
            m_findings.warn(itemPath("forms", i) + remark.path, remark.text);
}

std::vector<LintFinding> Lint::run(std::string_view bytes)
{
    if (lintBytes(bytes, m_findings)) {
        findLines(bytes);
        return std::move(m_findings.all());
    }
    const auto reading = readGuideFully(bytes);
    for (const auto& problem : reading.problems.all())
        m_findings.all().push_back({LintLevel::Error, problem.path, 0, problem.text});
    if (const auto json = parseBounded(bytes)) {
        lintTexts(*json, "");
        lintMembers(*json, m_findings);
    }
    if (reading.problems.empty())
        judge(reading.guide);
    findLines(bytes);
    return std::move(m_findings.all());
}

/// What only a guide that reads can be asked.
void Lint::judge(const Guide& guide)
{
    lintExamples(guide);
    lintLaw(guide, m_findings);
    lintPeople(guide, m_findings);
    lintNames(guide);
    lintMaterials(guide);
    lintSources(guide, m_findings);
    lintQuestions(guide);
    lintConditions(guide, m_findings);
    lintForms(guide);
}

}  // namespace

std::vector<LintFinding> lintGuide(std::string_view bytes)
{
    return Lint().run(bytes);
}

}  // namespace forms
