#include <forms/clocks.h>
#include <forms/flag.h>

#include "word_table.h"

#include <i18n/phrase.h>

#include <array>

namespace forms {

namespace {

using i18n::messageId;

constexpr std::array Kinds{
    Word<ClockKind>{ClockKind::Correction, "correction", messageId("To say what is lacking")},
    Word<ClockKind>{ClockKind::Resubmission, "resubmission", messageId("For the applicant to correct")},
    Word<ClockKind>{ClockKind::Promised, "promised", messageId("Promised")},
    Word<ClockKind>{ClockKind::Legal, "legal", messageId("Legal limit")},
    Word<ClockKind>{ClockKind::Deferral, "deferral", messageId("For a material that was put off")},
    Word<ClockKind>{ClockKind::Procedure, "procedure", messageId("Of the special procedure")},
    Word<ClockKind>{ClockKind::Delivery, "delivery", messageId("To deliver the decision")},
};

constexpr std::array Lights{
    Word<Light>{Light::None, "none", messageId("No date")},
    Word<Light>{Light::Green, "green", messageId("In time")},
    Word<Light>{Light::Yellow, "yellow", messageId("Due soon")},
    Word<Light>{Light::Red, "red", messageId("Overdue")},
    Word<Light>{Light::Paused, "paused", messageId("Clock stands")},
};

constexpr std::array Causes{
    Word<FlagCause>{
        FlagCause::UncitedDemand, "uncited-demand", messageId("A demand cites nothing of the guide")},
    Word<FlagCause>{
        FlagCause::FreeTextDemand, "free-text-demand", messageId("A text asks for more than it cites")},
    Word<FlagCause>{
        FlagCause::SecondCorrection, "second-correction", messageId("A second correction was requested")},
    Word<FlagCause>{FlagCause::LateNotice, "late-notice", messageId("A notice was handed over too late")},
    Word<FlagCause>{
        FlagCause::Duplicate, "duplicate", messageId("The applicant has another case of this matter")},
    Word<FlagCause>{FlagCause::ProcedureOverrun,
                    "procedure-overrun",
                    messageId("A special procedure is planned beyond its limit")},
    Word<FlagCause>{
        FlagCause::WrongClock, "wrong-clock", messageId("The clock of the workstation was wrong")},
    Word<FlagCause>{
        FlagCause::EndedUndecided, "ended-undecided", messageId("The case was ended without a decision")},
};

static_assert(follows(Kinds, ClockKind::Delivery));
static_assert(follows(Lights, Light::Paused));
static_assert(follows(Causes, FlagCause::EndedUndecided));

constexpr auto KindValues = valuesOf(Kinds);
constexpr auto LightValues = valuesOf(Lights);
constexpr auto CauseValues = valuesOf(Causes);

}  // namespace

std::string_view nameOf(ClockKind kind)
{
    return Kinds[static_cast<std::size_t>(kind)].token;
}

std::string_view titleOf(ClockKind kind)
{
    return Kinds[static_cast<std::size_t>(kind)].title;
}

std::span<const ClockKind> allClockKinds()
{
    return KindValues;
}

std::string_view nameOf(Light light)
{
    return Lights[static_cast<std::size_t>(light)].token;
}

std::string_view titleOf(Light light)
{
    return Lights[static_cast<std::size_t>(light)].title;
}

std::span<const Light> allLights()
{
    return LightValues;
}

std::optional<Light> parseLight(std::string_view token)
{
    return parseToken(Lights, token);
}

std::string_view nameOf(FlagCause cause)
{
    return Causes[static_cast<std::size_t>(cause)].token;
}

std::string_view titleOf(FlagCause cause)
{
    return Causes[static_cast<std::size_t>(cause)].title;
}

std::optional<FlagCause> parseFlagCause(std::string_view token)
{
    return parseToken(Causes, token);
}

std::span<const FlagCause> allFlagCauses()
{
    return CauseValues;
}

}  // namespace forms
