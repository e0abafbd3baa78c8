#include <desk/intake_desk.h>

#include "material_place.h"

#include <forms/case_people.h>
#include <forms/deferral.h>
#include <forms/paper_kind.h>

namespace desk {

using base::ErrorCode;
using base::fail;

namespace {

base::Result<const forms::Material*> materialOf(const forms::Guide& guide, const MaterialPlace& place)
{
    if (const auto* material = guide.findMaterial(place.material))
        return material;
    return fail(
        ErrorCode::NotFound, "This matter has no material {material}.", {{"material", place.material}});
}

base::Status checkDeferral(const forms::Guide& guide,
                           const forms::Material& material,
                           base::Date today,
                           base::Date due,
                           const forms::Calendar& calendar)
{
    if (material.necessity != forms::Necessity::Deferrable)
        return fail(ErrorCode::BadArgument,
                    "The guide does not let {material} be handed in later.",
                    {{"material", material.name}});
    if (due < today)
        return fail(ErrorCode::BadArgument, "The date {date} is past.", {{"date", base::formatDate(due)}});
    const auto latest = forms::deferralRange(guide, material, today, calendar).latest;
    if (latest && due > *latest)
        return fail(ErrorCode::BadArgument,
                    "{material} must be handed in by {date} at the latest.",
                    {{"material", material.name}, {"date", base::formatDate(*latest)}});
    return {};
}

forms::CaseMaterial& entryAt(const forms::Guide& guide, forms::Case& draft, const MaterialPlace& named)
{
    const auto place = placeIn(guide, draft, named);
    return draft.materialEntry(place.material, place.party);
}

/// Whose day it is that is agreed: without a party, that of everybody in the role.
MaterialPlace placeOfDay(const forms::Guide& guide, const forms::Case& draft, const MaterialPlace& named)
{
    return named.party.empty() ? named : placeIn(guide, draft, named);
}

}  // namespace

base::Status checkPlace(const forms::Guide& guide, const MaterialPlace& place)
{
    // The name of a paper is the place of that paper as it came back signed.
    if (place.material.empty() || forms::parsePaperKind(place.material))
        return {};
    const auto found = materialOf(guide, place);
    return found ? base::Status{} : base::passOn(found);
}

base::Result<forms::DeferralRange> IntakeDesk::deferralRange(const forms::Guide& guide,
                                                             const forms::Material& material) const
{
    const auto calendar = m_workplace.catalogue().calendar();
    if (!calendar)
        return base::passOn(calendar);
    return forms::deferralRange(guide, material, base::hallDate(m_workplace.clock().now()), *calendar);
}

base::Result<CaseView> IntakeDesk::defer(base::CaseId id, const MaterialPlace& place, base::Date due)
{
    const auto calendar = m_workplace.catalogue().calendar();
    if (!calendar)
        return base::passOn(calendar);
    return step(id, "case.defer", [&](forms::Case& draft, const forms::Guide& guide) -> base::Status {
        const auto material = materialOf(guide, place);
        if (!material)
            return base::passOn(material);
        const auto today = base::hallDate(m_workplace.clock().now());
        if (auto allowed = checkDeferral(guide, **material, today, due, *calendar); !allowed)
            return allowed;
        const auto whose = placeOfDay(guide, draft, place);
        draft.materialEntry(whose.material, whose.party).deferredUntil = due;
        return {};
    });
}

base::Result<CaseView> IntakeDesk::exempt(base::CaseId id,
                                          const MaterialPlace& place,
                                          std::string_view by,
                                          std::string_view reference)
{
    return step(id, "case.exempt", [&](forms::Case& draft, const forms::Guide& guide) -> base::Status {
        const auto material = materialOf(guide, place);
        if (!material)
            return base::passOn(material);
        const auto& rule = (*material)->exemption;
        if (!rule)
            return fail(ErrorCode::BadArgument,
                        "The guide does not exempt anybody from {material}.",
                        {{"material", (*material)->name}});
        if (m_line == Line::Gone && rule->offline == forms::OfflineExemption::CollectCopy)
            return fail(ErrorCode::NotAllowed,
                        "Without a line {material} cannot be queried. Collect a copy instead.",
                        {{"material", (*material)->name}});
        if (by.empty() || reference.empty())
            return fail(ErrorCode::BadArgument, "An exemption needs its source and its reference number.");
        entryAt(guide, draft, place).proof =
            forms::Proof{std::string(by), std::string(reference), m_workplace.clock().now()};
        return {};
    });
}

base::Result<CaseView> IntakeDesk::demand(base::CaseId id, const MaterialPlace& place)
{
    return step(id, "case.demand", [&place](forms::Case& draft, const forms::Guide& guide) -> base::Status {
        if (const auto material = materialOf(guide, place); !material)
            return base::passOn(material);
        for (const auto& whose : {placeOfDay(guide, draft, place), placeIn(guide, draft, place)})
            if (auto* entry = draft.findMaterial(whose.material, whose.party)) {
                entry->proof.reset();
                entry->deferredUntil.reset();
            }
        return {};
    });
}

base::Result<CaseView> IntakeDesk::recordPoint(base::CaseId id,
                                               const MaterialPlace& place,
                                               std::string_view point,
                                               forms::PointVerdict verdict,
                                               std::string_view note)
{
    const auto who = user();
    if (!who)
        return base::passOn(who);
    return step(id, "case.point", [&](forms::Case& draft, const forms::Guide& guide) -> base::Status {
        if (guide.findPoint(place.material, point) == nullptr)
            return fail(ErrorCode::NotFound,
                        "This matter has no review point {material}/{point}.",
                        {{"material", place.material}, {"point", std::string(point)}});
        auto& points = entryAt(guide, draft, place).points;
        std::erase_if(points, [point](const forms::RecordedPoint& known) { return known.id == point; });
        points.push_back({std::string(point), verdict, *who, m_workplace.clock().now(), std::string(note)});
        return {};
    });
}

base::Result<CaseView> IntakeDesk::recordPaper(base::CaseId id,
                                               const MaterialPlace& place,
                                               const forms::PaperCount& paper)
{
    return step(id, "case.paper", [&](forms::Case& draft, const forms::Guide& guide) -> base::Status {
        if (const auto material = materialOf(guide, place); !material)
            return base::passOn(material);
        if (paper.originals < 0 || paper.copies < 0 || paper.kept < 0
            || paper.kept > paper.originals + paper.copies)
            return fail(ErrorCode::BadArgument, "More sheets cannot stay here than were handed in.");
        entryAt(guide, draft, place).paper = paper;
        return {};
    });
}

base::Result<CaseView> IntakeDesk::recordFact(base::CaseId id,
                                              const MaterialPlace& place,
                                              std::string_view name,
                                              std::string_view value)
{
    return step(id, "case.fact", [&](forms::Case& draft, const forms::Guide& guide) -> base::Status {
        if (const auto material = materialOf(guide, place); !material)
            return base::passOn(material);
        auto& facts = entryAt(guide, draft, place).facts;
        if (value.empty())
            facts.erase(std::string(name));
        else
            facts.insert_or_assign(std::string(name), std::string(value));
        return {};
    });
}

}  // namespace desk
