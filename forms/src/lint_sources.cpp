#include "lint_parts.h"
#include "near_name.h"

#include <forms/automatic_point.h>
#include <forms/prefill.h>

#include <algorithm>
#include <array>

namespace forms {

namespace {

using i18n::phrase;

void lintPoint(const ReviewPoint& point, const std::string& path, LintFindings& findings)
{
    if (point.automatic.empty() || isAutomaticPoint(point.automatic))
        return;
    std::vector<std::string> known;
    for (const auto& each : automaticPoints())
        known.emplace_back(each.name);
    const auto near = nearestName(point.automatic, known);
    const std::vector<base::Argument> named{{"rule", point.automatic}, {"near", near}};
    findings.warn(path + "/auto",
                  near.empty() ? phrase("The automatic rule {rule} is not known: the clerk is asked.", named)
                               : phrase("The automatic rule {rule} is not known. Is {near} meant?", named));
}

void lintMaterial(const Material& material, const std::string& path, LintFindings& findings)
{
    constexpr std::array<std::string_view, 2> Facts{"valid_to", "issue_date"};
    for (std::size_t i = 0; i < material.points.size(); ++i)
        lintPoint(material.points[i], path + itemPath("review_points", i), findings);
    if (material.validity && std::find(Facts.begin(), Facts.end(), material.validity->field) == Facts.end())
        findings.warn(
            path + "/validity/field",
            phrase("Nobody is asked for {field} of {material}: the facts of a paper are valid_to and "
                   "issue_date.",
                   {{"field", material.validity->field}, {"material", material.name}}));
    if (!material.generatedFrom.empty() && material.necessity == Necessity::Deferrable)
        findings.warn(path + "/necessity",
                      phrase("{material} is the application itself: it cannot be handed in later.",
                             {{"material", material.name}}));
}

/// Where a field stands in its form's schema: "/family" + "/name" is a column of a table.
std::string schemaPath(const std::string& pointer)
{
    std::string path;
    for (const char c : pointer)
        path += c == '/' ? std::string("/properties/") : std::string(1, c);
    return path;
}

/// A bare "id_card" fills what the field's own name says; a question has no such name, its answer is the card itself.
bool fillsSomething(const std::string& text, const std::string& ownName)
{
    const auto prefill = parsePrefill(text);
    const bool bareCard = prefill && prefill->source == PrefillSource::IdentityCard && prefill->part.empty();
    return prefill && (!bareCard || !cardPartOf(ownName).empty());
}

void lintFields(const std::vector<Field>& fields, const std::string& path, LintFindings& findings)
{
    for (const auto& field : fields) {
        const auto place = path + schemaPath(field.pointer);
        const auto name = field.pointer.substr(field.pointer.rfind('/') + 1);
        if (!field.prefill.empty() && !fillsSomething(field.prefill, name))
            findings.warn(place + "/x-prefill",
                          phrase("The source {source} fills nothing in: it is not known.",
                                 {{"source", field.prefill}}));
        lintFields(field.columns, place + "/items", findings);
    }
}

}  // namespace

void lintSources(const Guide& guide, LintFindings& findings)
{
    for (std::size_t i = 0; i < guide.materials.size(); ++i)
        lintMaterial(guide.materials[i], itemPath("materials", i), findings);
    for (std::size_t i = 0; i < guide.forms.size(); ++i)
        lintFields(guide.forms[i].fields(), itemPath("forms", i) + "/schema", findings);
    for (std::size_t i = 0; i < guide.questions.size(); ++i)
        if (const auto& source = guide.questions[i].prefill; !source.empty() && !parsePrefill(source))
            findings.warn(
                itemPath("questions", i) + "/prefill",
                phrase("The source {source} fills nothing in: it is not known.", {{"source", source}}));
}

}  // namespace forms
