#include <desk/intake_desk.h>

#include "field_text.h"

#include <algorithm>

namespace desk {

namespace {

using base::ErrorCode;
using base::fail;

/// What `case:<matter>` or `case:<matter>.<name>` names in a case of that matter; the bare form means `ownName`.
/// Nothing for any other source or matter.
std::optional<std::string> nameIn(const std::string& prefill,
                                  const std::string& matter,
                                  const std::string& ownName)
{
    const auto source = "case:" + matter;
    if (prefill == source)
        return ownName;
    if (prefill.starts_with(source + "."))
        return prefill.substr(source.size() + 1);
    return std::nullopt;
}

/// Another case to take from, with the guide it was made by.
struct OtherCase {
    const forms::Case& draft;
    const forms::Guide& guide;
};

/// How many places of the guide ask for something of that matter.
std::size_t takeFields(const OtherCase& other, forms::Case& draft, const forms::Guide& guide)
{
    std::size_t named = 0;
    for (const auto& form : guide.forms)
        for (const auto& field : form.fields()) {
            const auto own = field.pointer.substr(field.pointer.rfind('/') + 1);
            const auto name = nameIn(field.prefill, other.draft.guide.code, own);
            if (!name)
                continue;
            ++named;
            auto& data = draft.forms[form.id()];
            const auto text = fieldText(other.guide, other.draft, *name);
            // What is there was put there by somebody; what does not fit the field is left to them.
            if (!text.empty() && data.text(field.pointer).value_or("").empty())
                (void)form.fill(data, field.pointer, text);
        }
    return named;
}

std::size_t takeAnswers(const OtherCase& other, forms::Case& draft, const forms::Guide& guide)
{
    std::size_t named = 0;
    for (const auto& question : guide.questions) {
        const auto name = nameIn(question.prefill, other.draft.guide.code, question.id);
        if (!name)
            continue;
        ++named;
        const auto answered = other.draft.answers.find(*name);
        const auto* same =
            answered == other.draft.answers.end() ? nullptr : std::get_if<std::string>(&answered->second);
        const auto text = same != nullptr ? *same : fieldText(other.guide, other.draft, *name);
        if (!text.empty() && !draft.answers.contains(question.id))
            (void)readAnswers(guide, {{question.id, text}}, draft.answers);
    }
    return named;
}

}  // namespace

base::Result<CaseView> IntakeDesk::takeFrom(base::CaseId id, base::CaseId otherId)
{
    const auto who = user();
    if (!who)
        return base::passOn(who);
    const auto other = m_workplace.cases().load(otherId);
    if (!other)
        return base::passOn(other);
    const auto otherGuide = m_workplace.catalogue().guide(other->guide.sha256);
    if (!otherGuide)
        return base::passOn(otherGuide);
    if (auto recorded = m_workplace.audit().record(*who, "case.view", otherId); !recorded)
        return base::passOn(recorded);
    const OtherCase source{*other, **otherGuide};
    return step(id, "case.take", [&source](forms::Case& draft, const forms::Guide& guide) -> base::Status {
        if (takeFields(source, draft, guide) + takeAnswers(source, draft, guide) == 0)
            return fail(ErrorCode::BadArgument,
                        "Nothing in {matter} is filled from a case of {other}.",
                        {{"matter", guide.name()}, {"other", source.guide.name()}});
        return {};
    });
}

}  // namespace desk
