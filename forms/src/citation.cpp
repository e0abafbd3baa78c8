#include <forms/citation.h>

#include <forms/guide.h>

#include <charconv>
#include <cstddef>

namespace forms {

namespace {

constexpr std::string_view RoutePrefix = "route:";
constexpr std::string_view ConditionPrefix = "condition:";

const Route* findRoute(const Guide& guide, std::string_view id)
{
    for (const auto& route : guide.routes)
        if (route.id == id)
            return &route;
    return nullptr;
}

Citation routeCitation(std::string_view id)
{
    Citation citation;
    citation.kind = CitationKind::Route;
    citation.route = id;
    return citation;
}

Citation conditionCitation(const Guide& guide, std::string_view text)
{
    Citation citation;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, citation.condition);
    if (read.ec != std::errc{} || read.ptr != end || citation.condition < 1
        || static_cast<std::size_t>(citation.condition) > guide.conditions.size())
        return {};
    citation.kind = CitationKind::Condition;
    return citation;
}

Citation pointCitation(const Guide& guide, std::string_view material, std::string_view point)
{
    if (!guide.findPoint(material, point))
        return {};
    Citation citation;
    citation.kind = CitationKind::Point;
    citation.material = material;
    citation.point = point;
    return citation;
}

}  // namespace

Citation citationOf(const Guide& guide, std::string_view text)
{
    if (text.starts_with(RoutePrefix)) {
        const auto id = text.substr(RoutePrefix.size());
        return findRoute(guide, id) ? routeCitation(id) : Citation{};
    }
    if (text.starts_with(ConditionPrefix))
        return conditionCitation(guide, text.substr(ConditionPrefix.size()));
    if (const auto slash = text.find('/'); slash != std::string_view::npos)
        return pointCitation(guide, text.substr(0, slash), text.substr(slash + 1));
    if (guide.findMaterial(text)) {
        Citation citation;
        citation.kind = CitationKind::Material;
        citation.material = text;
        return citation;
    }
    return findRoute(guide, text) ? routeCitation(text) : Citation{};
}

bool isDemand(const Citation& citation)
{
    return citation.kind == CitationKind::Material || citation.kind == CitationKind::Point;
}

std::string citedText(const Guide& guide, const Citation& citation)
{
    switch (citation.kind) {
    case CitationKind::Material: {
        const auto* material = guide.findMaterial(citation.material);
        return material ? material->name : std::string();
    }
    case CitationKind::Point: {
        const auto* point = guide.findPoint(citation.material, citation.point);
        return point ? guide.findMaterial(citation.material)->name + "：" + point->text : std::string();
    }
    case CitationKind::Route: {
        const auto* route = findRoute(guide, citation.route);
        return route ? route->text : std::string();
    }
    case CitationKind::Condition: {
        const auto place = static_cast<std::size_t>(citation.condition) - 1;
        return place < guide.conditions.size() ? guide.conditions[place] : std::string();
    }
    case CitationKind::Nothing: break;
    }
    return {};
}

}  // namespace forms
