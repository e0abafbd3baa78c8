#include <forms/guide_lint.h>

#include "bounded_json.h"
#include "guide_json.h"
#include "json_lines.h"
#include "lint_reach.h"
#include "lint_text.h"

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
    void add(LintLevel level, std::string path, i18n::Phrase text);
    void lintTexts(const Json& json, const std::string& path);
    void lintExamples(const Guide& guide);
    void lintMaterials(const Guide& guide);
    void lintDeferral(const Guide& guide, const Material& material, const std::string& path);
    void lintQuestions(const Guide& guide);
    void findLines(std::string_view bytes);
    void lintForms(const Guide& guide);

    std::vector<LintFinding> m_findings;
};

void Lint::add(LintLevel level, std::string path, i18n::Phrase text)
{
    text.arguments.push_back({"path", path});
    m_findings.push_back({level, std::move(path), 0, std::move(text)});
}

void Lint::lintTexts(const Json& json, const std::string& path)
{
    if (json.is_string()) {
        if (looksDamaged(json.get_ref<const std::string&>()))
            add(LintLevel::Error,
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
            add(LintLevel::Error, "/examples/" + std::to_string(i) + "/expect", std::move(difference));
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
        add(LintLevel::Warning,
            path + "/deferral/days",
            phrase(
                "{material} may be handed in after {days} working days, later than the result is promised.",
                {{"material", material.name}, {"days", std::to_string(*material.deferralDays)}}));
}

void Lint::lintMaterials(const Guide& guide)
{
    for (std::size_t i = 0; i < guide.materials.size(); ++i) {
        const auto& material = guide.materials[i];
        const auto path = "/materials/" + std::to_string(i);
        if (isVagueName(material.name))
            add(LintLevel::Warning,
                path + "/name",
                phrase("The name {material} leaves open what to bring.", {{"material", material.name}}));
        if (material.basis.empty() && material.standard.empty())
            add(LintLevel::Warning,
                path,
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
    const auto unreachable = unreachableQuestions(guide);
    for (std::size_t i = 0; i < guide.questions.size(); ++i) {
        const auto& question = guide.questions[i];
        const auto path = "/questions/" + std::to_string(i);
        if (!used.contains(question.id))
            add(LintLevel::Warning,
                path,
                phrase("No condition uses the question {question}; it is only recorded.",
                       {{"question", question.id}}));
        if (std::find(unreachable.begin(), unreachable.end(), question.id) != unreachable.end())
            add(LintLevel::Warning,
                path + "/options",
                phrase("Nobody can reach the options of {question}: its condition never holds.",
                       {{"question", question.id}}));
    }
}

void Lint::findLines(std::string_view bytes)
{
    if (m_findings.empty() || bytes.size() > MaxGuideBytes)
        return;
    const JsonLines lines(bytes);
    for (auto& finding : m_findings)
        finding.line = lines.brokenAt() > 0 ? lines.brokenAt() : lines.lineOf(finding.path);
}

void Lint::lintForms(const Guide& guide)
{
    for (std::size_t i = 0; i < guide.forms.size(); ++i)
        for (const auto& remark : guide.forms[i].remarks())
            add(LintLevel::Warning, "/forms/" + std::to_string(i) + remark.path, remark.text);
}

std::vector<LintFinding> Lint::run(std::string_view bytes)
{
    auto reading = readGuideFully(bytes);
    for (const auto& problem : reading.problems.all())
        m_findings.push_back({LintLevel::Error, problem.path, 0, problem.text});
    if (const auto json = parseBounded(bytes))
        lintTexts(*json, "");
    if (reading.problems.empty()) {
        lintExamples(reading.guide);
        lintMaterials(reading.guide);
        lintQuestions(reading.guide);
        lintForms(reading.guide);
    }
    findLines(bytes);
    return std::move(m_findings);
}

}  // namespace

std::vector<LintFinding> lintGuide(std::string_view bytes)
{
    return Lint().run(bytes);
}

}  // namespace forms
