#include "difference_list.h"

namespace forms {

namespace {

using i18n::phrase;

void comparePoints(Differences& list, const Material& before, const Material& after)
{
    const auto place = [&after](const char* what, const ReviewPoint& point) {
        return what + after.id + "/" + point.id;
    };
    const auto say = [&after](const ReviewPoint& point) -> std::vector<base::Argument> {
        return {{"material", after.name}, {"point", point.text}};
    };
    compareLists(
        before.points,
        after.points,
        [](const ReviewPoint& point) { return point.id; },
        [&](const ReviewPoint& point) {
            note(list,
                 place("point-added:", point),
                 phrase("{material} has a new review point: {point}", say(point)));
        },
        [&](const ReviewPoint& point) {
            note(list,
                 place("point-gone:", point),
                 phrase("{material} is no longer reviewed for: {point}", say(point)));
        },
        [&](const ReviewPoint& was, const ReviewPoint& is) {
            if (was.text != is.text)
                note(list,
                     place("point:", is),
                     phrase("{material}: a review point now reads: {point}", say(is)));
            else if (was.level != is.level && is.level == PointLevel::Block)
                note(list,
                     place("point-level:", is),
                     phrase("{material}: this review point now stops the case: {point}", say(is)));
            else if (was.level != is.level && was.level == PointLevel::Block)
                note(list,
                     place("point-level:", is),
                     phrase("{material}: this review point no longer stops the case: {point}", say(is)));
        });
}

i18n::Phrase necessityPhrase(const Material& material)
{
    const std::vector<base::Argument> named{{"material", material.name}};
    switch (material.necessity) {
    case Necessity::Required: return phrase("{material} must now be handed in.", named);
    case Necessity::Optional: return phrase("{material} need no longer be handed in.", named);
    case Necessity::Deferrable: return phrase("{material} may now be handed in later.", named);
    }
    return phrase("{material} must now be handed in.", named);
}

bool sameExemption(const Material& before, const Material& after)
{
    if (!before.exemption || !after.exemption)
        return before.exemption.has_value() == after.exemption.has_value();
    return before.exemption->by == after.exemption->by
           && before.exemption->certificate == after.exemption->certificate
           && before.exemption->offline == after.exemption->offline;
}

i18n::Phrase exemptionPhrase(const Material& before, const Material& after)
{
    const std::vector<base::Argument> named{{"material", after.name}};
    if (!after.exemption)
        return phrase("{material} can no longer be exempted.", named);
    return before.exemption ? phrase("{material} is now exempted in another way.", named)
                            : phrase("{material} can now be exempted.", named);
}

bool sameValidity(const Material& before, const Material& after)
{
    if (!before.validity || !after.validity)
        return before.validity.has_value() == after.validity.has_value();
    return before.validity->field == after.validity->field && before.validity->rule == after.validity->rule
           && before.validity->days == after.validity->days;
}

/// How the material itself is handed in.
void compareDemand(Differences& list, const Material& before, const Material& after)
{
    const std::vector<base::Argument> named{{"material", after.name}};
    if (before.name != after.name)
        note(list,
             "material-name:" + after.id,
             phrase("The material {before} is now called {material}.",
                    {{"before", before.name}, {"material", after.name}}));
    if (before.necessity != after.necessity)
        note(list, "material-necessity:" + after.id, necessityPhrase(after));
    if (before.originals != after.originals || before.copies != after.copies)
        note(list,
             "material-count:" + after.id,
             phrase("{material}: now {originals} originals and {copies} copies.",
                    {{"material", after.name},
                     {"originals", std::to_string(after.originals)},
                     {"copies", std::to_string(after.copies)}}));
    if (before.per != after.per)
        note(list,
             "material-per:" + after.id,
             after.per == "case" ? phrase("{material} is now needed once.", named)
                                 : phrase("{material} is now needed from other people.", named));
    if (before.form != after.form)
        note(list, "material-form:" + after.id, phrase("{material} is now taken in another form.", named));
    if (before.generatedFrom != after.generatedFrom)
        note(list, "material-generated:" + after.id, phrase("{material} is now made in another way.", named));
}

void compareRules(Differences& list, const Material& before, const Material& after)
{
    const std::vector<base::Argument> named{{"material", after.name}};
    if (before.when.json() != after.when.json())
        note(list,
             "material-when:" + after.id,
             phrase("{material} is now needed in other situations.", named));
    if (!sameExemption(before, after))
        note(list, "material-exempt:" + after.id, exemptionPhrase(before, after));
    if (before.necessity == after.necessity && before.deferralDays != after.deferralDays)
        note(list,
             "material-deferral:" + after.id,
             after.deferralDays
                 ? phrase("{material} may now be handed in {days} working days later.",
                          {{"material", after.name}, {"days", std::to_string(*after.deferralDays)}})
                 : phrase("{material} has no longest time to be handed in later.", named));
    if (!sameValidity(before, after))
        note(list,
             "material-validity:" + after.id,
             phrase("{material} must now be valid in another way.", named));
    if (before.standard != after.standard && !after.standard.empty())
        note(list,
             "material-standard:" + after.id,
             phrase("{material}: {standard}", {{"material", after.name}, {"standard", after.standard}}));
}

}  // namespace

void compareMaterials(Differences& list, const Guide& before, const Guide& after)
{
    compareLists(
        before.materials,
        after.materials,
        [](const Material& material) { return material.id; },
        [&](const Material& material) {
            note(list,
                 "material-added:" + material.id,
                 material.necessity == Necessity::Optional
                     ? phrase("New material, if there is one: {material}", {{"material", material.name}})
                     : phrase("New material: {material}", {{"material", material.name}}));
        },
        [&](const Material& material) {
            note(list,
                 "material-gone:" + material.id,
                 phrase("No longer asked for: {material}", {{"material", material.name}}));
        },
        [&](const Material& was, const Material& is) {
            compareDemand(list, was, is);
            compareRules(list, was, is);
            comparePoints(list, was, is);
        });
}

}  // namespace forms
