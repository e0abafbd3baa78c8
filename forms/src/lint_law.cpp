#include "lint_parts.h"

#include <forms/regime.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace forms {

namespace {

using i18n::phrase;

/// How many calendar days a period may have, at the least and at the most.
struct Span {
    double least;
    double most;
};

std::optional<Span> spanOf(const Period& period)
{
    // Weekends, and the longest holiday with the days moved for it.
    constexpr double DaysPerWorkday = 7.0 / 5.0;
    constexpr double LongestHoliday = 12;
    constexpr double ShortestHallDay = 4;
    if (period.unit == TimeUnit::OnSpot)
        return Span{0, 0};
    if (!period.n)
        return std::nullopt;
    const double n = *period.n;
    switch (period.unit) {
    case TimeUnit::Minute: return Span{n / 1440, n / 1440};
    case TimeUnit::Hour: return Span{n / 24, n / 24};
    case TimeUnit::Day: return Span{n, n};
    case TimeUnit::Month: return Span{28 * n, 31 * n};
    case TimeUnit::Workday: return Span{n, n * DaysPerWorkday + LongestHoliday};
    case TimeUnit::WorkHour: return Span{n / 24, n / ShortestHallDay * DaysPerWorkday + LongestHoliday};
    case TimeUnit::OnSpot:
    case TimeUnit::None: return std::nullopt;
    }
    return std::nullopt;
}

/// Certainly longer; two units of which either may be is not told.
bool isLonger(const Period& one, const Period& other)
{
    const auto left = spanOf(one);
    const auto right = spanOf(other);
    if (!left || !right)
        return false;
    return one.unit == other.unit ? one.n.value_or(0) > other.n.value_or(0) : left->least > right->most;
}

void lintLimits(const Guide& guide, LintFindings& findings)
{
    const auto& limits = guide.limits;
    if (isLonger(limits.promised, limits.legal))
        findings.warn("/limits/promised", phrase("The promised limit is longer than the limit by law."));
    const auto unit = limits.promised.unit;
    const bool inDays = unit == TimeUnit::Workday || unit == TimeUnit::Day || unit == TimeUnit::Month;
    // One working day is the least that the national list can say of what is handled at once.
    if (guide.handling == Handling::Immediate && inDays && limits.promised.n.value_or(0) > 1)
        findings.warn(
            "/limits/promised",
            phrase("What is handled at once cannot be promised in days: call it committed, or promise a "
                   "shorter time."));
}

/// The national list's codes of matters that are no licence and nothing like one (行政处罚 … 行政裁决, 公共服务).
constexpr std::array<std::string_view, 9> OtherTypes{"02", "03", "04", "05", "06", "07", "08", "09", "20"};

void lintRegime(const Guide& guide, LintFindings& findings)
{
    constexpr auto Path = "/limits/correction/regime";
    const auto& token = guide.limits.correction.regime;
    const auto regime = regimeOf(guide);
    const bool isLicence = guide.type.code == "01" || guide.type.name.find("行政许可") != std::string::npos;
    const bool isOther = std::find(OtherTypes.begin(), OtherTypes.end(), guide.type.code) != OtherTypes.end();
    if (regime == Regime::Other)
        findings.warn(Path,
                      phrase("The regime {regime} is not known: xkf32, bdc17, scdj19 and yhyshj36 are.",
                             {{"regime", token}}));
    else if (isLicence && regime != Regime::Licence)
        findings.warn(
            Path, phrase("A licence (行政许可) comes under xkf32, not under {regime}.", {{"regime", token}}));
    else if (isOther && regime == Regime::Licence)
        findings.warn(Path,
                      phrase("Only licences come under xkf32 (行政许可法); this matter is {type}.",
                             {{"type", guide.type.name.empty() ? guide.type.code : guide.type.name}}));
}

void lintProcedures(const Guide& guide, LintFindings& findings)
{
    std::set<std::string> codes;
    const auto& procedures = guide.limits.specialProcedures;
    for (std::size_t i = 0; i < procedures.size(); ++i) {
        const auto& procedure = procedures[i];
        const auto path = "/limits" + itemPath("special_procedures", i);
        if (procedure.code.empty())
            findings.warn(path,
                          phrase("The procedure {procedure} has no code: nobody can begin it.",
                                 {{"procedure", procedure.name}}));
        else if (!codes.insert(procedure.code).second)
            findings.warn(path + "/code",
                          phrase("Two procedures have the code {code}: which of them was begun is not told.",
                                 {{"code", procedure.code}}));
        if (procedure.stopsClock && !stopsClock(regimeOf(guide), procedure))
            findings.warn(path,
                          phrase("The procedure {procedure} stops no clock: neither the regime's list nor a "
                                 "`basis` of its own lets it.",
                                 {{"procedure", procedure.name}}));
    }
}

void lintRoutes(const Guide& guide, LintFindings& findings)
{
    for (std::size_t i = 0; i < guide.routes.size(); ++i) {
        const auto& route = guide.routes[i];
        const auto path = itemPath("routes", i);
        const std::vector<base::Argument> named{{"route", route.id}};
        if (route.outcome == RouteOutcome::Refused && regimeOf(guide) == Regime::Licence)
            findings.warn(
                path + "/outcome",
                phrase("Under xkf32 an unmet condition is no ground for not accepting (行政许可法 32(5), "
                       "38): the case of the route {route} is accepted, and then refused.",
                       named));
        if (route.basis.empty())
            findings.warn(path, phrase("The route {route} names no clause of law as its `basis`.", named));
        if (route.outcome == RouteOutcome::NotCompetent && !route.authority)
            findings.warn(
                path,
                phrase("The route {route} does not say which `authority` is competent instead.", named));
    }
}

bool isBlank(const std::vector<std::string>& texts)
{
    return std::all_of(texts.begin(), texts.end(), [](const std::string& text) {
        return text.find_first_not_of(' ') == std::string::npos;
    });
}

/// What an author forgot to say of the matter as a whole.
void lintMatter(const Guide& guide, LintFindings& findings)
{
    if (guide.effectiveUntil && *guide.effectiveUntil < guide.effectiveFrom)
        findings.warn("/effective/until", phrase("The guide ends before it begins: it is never in force."));
    for (std::size_t i = 0; i < guide.fees.size(); ++i) {
        const auto& fee = guide.fees[i];
        if (!fee.amount && fee.unit.empty() && fee.note.empty())
            findings.warn(itemPath("fees", i) + "/amount",
                          phrase("The fee {fee} has no amount, and no `unit` or `note` says how it is found.",
                                 {{"fee", fee.name}}));
    }
    if (isBlank(guide.legalBasis))
        findings.warn("/legal_basis", phrase("The guide names no legal basis."));
    if (guide.examples.empty())
        findings.warn("/examples", phrase("The guide has no examples: nothing proves it."));
}

}  // namespace

void lintLaw(const Guide& guide, LintFindings& findings)
{
    lintMatter(guide, findings);
    lintLimits(guide, findings);
    lintRegime(guide, findings);
    lintProcedures(guide, findings);
    lintRoutes(guide, findings);
}

}  // namespace forms
