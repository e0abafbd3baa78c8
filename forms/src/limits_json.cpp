#include "guide_json.h"

namespace forms {

namespace {

using Json = nlohmann::json;

std::optional<Period> readOptionalPeriod(const Json& object, const char* member)
{
    const auto found = object.find(member);
    if (found == object.end() || found->is_null())
        return std::nullopt;
    return readPeriod(*found);
}

CorrectionRule readCorrection(const Json& correction)
{
    CorrectionRule rule;
    rule.regime = textOf(correction, "regime");
    rule.window = readPeriod(correction.at("window"));
    rule.deemedAcceptedOnExpiry = textOf(correction, "on_expiry") == "deemed_accepted_from_receipt_date";
    rule.once = correction.value("once", true);
    rule.basis = textOf(correction, "basis");
    return rule;
}

SpecialProcedure readProcedure(const Json& json)
{
    SpecialProcedure procedure;
    procedure.code = textOf(json, "code");
    procedure.name = textOf(json, "name");
    procedure.stopsClock = json.value("stops_clock", true);
    procedure.max = readOptionalPeriod(json, "max");
    procedure.basis = textOf(json, "basis");
    return procedure;
}

}  // namespace

Period readPeriod(const Json& json)
{
    Period period;
    if (const auto n = json.find("n"); n != json.end() && n->is_number())
        period.n = n->get<int>();
    period.unit = parseTimeUnit(textOf(json, "unit")).value_or(TimeUnit::None);
    period.note = textOf(json, "note");
    return period;
}

Limits readLimits(const Json& json)
{
    Limits limits;
    limits.legal = readPeriod(json.at("legal"));
    limits.promised = readPeriod(json.at("promised"));
    limits.clockStarts =
        textOf(json, "clock_starts") == "received" ? ClockStart::Received : ClockStart::Accepted;
    limits.extension = readOptionalPeriod(json, "extension");
    limits.correction = readCorrection(json.at("correction"));
    if (const auto found = json.find("special_procedures"); found != json.end())
        for (const auto& procedure : *found)
            limits.specialProcedures.push_back(readProcedure(procedure));
    return limits;
}

std::string_view nameOf(RouteOutcome outcome)
{
    switch (outcome) {
    case RouteOutcome::NotNeeded: return "not-needed";
    case RouteOutcome::NotCompetent: return "not-competent";
    case RouteOutcome::Refused: return "refused";
    }
    return "refused";
}

}  // namespace forms
