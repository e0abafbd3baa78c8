#include "difference_list.h"

namespace forms {

namespace {

using i18n::messageId;
using i18n::phrase;

std::string_view titleOf(TimeUnit unit)
{
    switch (unit) {
    case TimeUnit::Workday: return messageId("working day(s)");
    case TimeUnit::Day: return messageId("day(s)");
    case TimeUnit::Month: return messageId("month(s)");
    case TimeUnit::Hour: return messageId("hour(s)");
    case TimeUnit::Minute: return messageId("minute(s)");
    case TimeUnit::WorkHour: return messageId("working hour(s)");
    case TimeUnit::OnSpot: return messageId("on the spot");
    case TimeUnit::None: return messageId("no limit stated");
    }
    return messageId("no limit stated");
}

std::optional<int> countOf(const Period& period)
{
    return period.unit == TimeUnit::OnSpot || period.unit == TimeUnit::None ? std::nullopt : period.n;
}

/// The notes of a guide beside a limit are no limit.
void comparePeriods(
    Differences& list, const char* id, std::string_view subject, const Period& before, const Period& after)
{
    const auto was = countOf(before);
    const auto is = countOf(after);
    if (before.unit == after.unit && was == is)
        return;
    std::vector<base::Argument> arguments{base::word("limit", subject),
                                          base::word("unit", titleOf(after.unit)),
                                          base::word("before-unit", titleOf(before.unit))};
    if (is)
        arguments.push_back({"n", std::to_string(*is)});
    if (was)
        arguments.push_back({"before", std::to_string(*was)});
    auto text = is && was ? phrase("{limit} is now {n} {unit}; it was {before} {before-unit}.")
                : is      ? phrase("{limit} is now {n} {unit}; it was {before-unit}.")
                : was     ? phrase("{limit} is now {unit}; it was {before} {before-unit}.")
                          : phrase("{limit} is now {unit}; it was {before-unit}.");
    text.arguments = std::move(arguments);
    note(list, std::string("limit:") + id, std::move(text));
}

void compareProcedures(Differences& list, const Limits& before, const Limits& after)
{
    const auto say = [](const SpecialProcedure& procedure) -> std::vector<base::Argument> {
        return {{"procedure", procedure.name}};
    };
    // Old guides have procedures without a code.
    const auto key = [](const SpecialProcedure& procedure) {
        return procedure.code.empty() ? procedure.name : procedure.code;
    };
    compareLists(
        before.specialProcedures,
        after.specialProcedures,
        key,
        [&](const SpecialProcedure& procedure) {
            note(list,
                 "procedure-added:" + key(procedure),
                 phrase("New special procedure: {procedure}", say(procedure)));
        },
        [&](const SpecialProcedure& procedure) {
            note(list,
                 "procedure-gone:" + key(procedure),
                 phrase("No longer a special procedure: {procedure}", say(procedure)));
        },
        [&](const SpecialProcedure& was, const SpecialProcedure& is) {
            if (was.stopsClock != is.stopsClock)
                note(list,
                     "procedure-clock:" + key(is),
                     is.stopsClock ? phrase("{procedure} now stops the clock.", say(is))
                                   : phrase("{procedure} no longer stops the clock.", say(is)));
            if (was.name != is.name || was.max != is.max || was.basis != is.basis)
                note(list,
                     "procedure:" + key(is),
                     phrase("The terms of a special procedure changed: {procedure}", say(is)));
        });
}

}  // namespace

void compareLimits(Differences& list, const Limits& before, const Limits& after)
{
    comparePeriods(list, "promised", messageId("The promised limit"), before.promised, after.promised);
    comparePeriods(list, "legal", messageId("The limit by law"), before.legal, after.legal);
    comparePeriods(list,
                   "correction",
                   messageId("The time to tell what must be corrected"),
                   before.correction.window,
                   after.correction.window);
    comparePeriods(list,
                   "extension",
                   messageId("The longest extension"),
                   before.extension.value_or(Period{}),
                   after.extension.value_or(Period{}));
    if (before.clockStarts != after.clockStarts)
        note(list,
             "limit:start",
             after.clockStarts == ClockStart::Received
                 ? phrase("The limit now runs from the day the papers are received.")
                 : phrase("The limit now runs from the day the case is accepted."));
    if (before.correction.regime != after.correction.regime)
        note(list, "correction:regime", phrase("Corrections now follow another law."));
    if (before.correction.basis != after.correction.basis)
        note(list,
             "correction:basis",
             after.correction.basis.empty()
                 ? phrase("The one-time notice no longer cites a ground of its own.")
                 : phrase("The one-time notice now cites {basis}.", {{"basis", after.correction.basis}}));
    if (before.correction.deemedAcceptedOnExpiry != after.correction.deemedAcceptedOnExpiry)
        note(list,
             "correction:expiry",
             after.correction.deemedAcceptedOnExpiry
                 ? phrase("Where nothing is said in time, the case now counts as accepted.")
                 : phrase("Where nothing is said in time, the case no longer counts as accepted."));
    if (before.correction.once != after.correction.once)
        note(list,
             "correction:once",
             after.correction.once ? phrase("A correction may now be asked for only once.")
                                   : phrase("A correction may now be asked for more than once."));
    compareProcedures(list, before, after);
}

}  // namespace forms
