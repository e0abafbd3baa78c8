#include <desk/form_desk.h>
#include <desk/intake_desk.h>

#include <algorithm>
#include <tuple>

namespace desk {

using base::ErrorCode;
using base::fail;

namespace {

/// The form a field belongs to: the one named, else the only one, else the one that has such a field.
base::Result<const forms::Form*> formOf(const forms::Guide& guide, const FieldText& field)
{
    if (!field.form.empty()) {
        if (const auto* form = guide.findForm(field.form))
            return form;
        return fail(ErrorCode::NotFound, "This matter has no form {form}.", {{"form", field.form}});
    }
    for (const auto& form : guide.forms)
        if (form.findField(field.field) != nullptr)
            return &form;
    return fail(ErrorCode::NotFound, "No form of this matter has a field {field}.", {{"field", field.field}});
}

/// What was answered now goes into the fields that take it over and are still empty.
void takeOver(const forms::Guide& guide, const std::vector<AnswerText>& answered, forms::Case& draft)
{
    const auto visible = forms::visibleAnswers(guide, draft.answers);
    forms::Answers now;
    for (const auto& each : answered)
        if (const auto answer = visible.find(each.question); answer != visible.end())
            now.insert(*answer);
    for (const auto& form : guide.forms) {
        auto data = draft.forms.find(form.id());
        const auto before = data == draft.forms.end() ? forms::FormData() : data->second;
        for (const auto& prefill : fromSituation(guide, form, before, now))
            // A choice that the field does not have is left to whoever fills it.
            std::ignore = form.fill(draft.forms[form.id()], prefill.pointer, prefill.text);
    }
}

}  // namespace

base::Result<CaseView> IntakeDesk::answer(base::CaseId id, const std::vector<AnswerText>& answers)
{
    return step(id, "case.answer", [&answers](forms::Case& draft, const forms::Guide& guide) -> base::Status {
        if (auto read = readAnswers(guide, answers, draft.answers); !read)
            return read;
        takeOver(guide, answers, draft);
        return {};
    });
}

base::Result<CaseView> IntakeDesk::nameLocally(base::CaseId id, std::string_view name)
{
    return step(id, "case.name", [name](forms::Case& draft, const forms::Guide& guide) -> base::Status {
        const auto& items = guide.localSubItems;
        const bool known = std::any_of(items.begin(), items.end(), [name](const forms::LocalSubItem& item) {
            return item.name == name;
        });
        if (!name.empty() && !known)
            return fail(
                ErrorCode::NotFound, "This matter has no local name {name}.", {{"name", std::string(name)}});
        draft.matterName = name.empty() ? guide.name() : std::string(name);
        return {};
    });
}

base::Result<CaseView> IntakeDesk::fill(base::CaseId id, const std::vector<FieldText>& fields)
{
    return step(id, "case.fill", [&fields](forms::Case& draft, const forms::Guide& guide) -> base::Status {
        for (const auto& field : fields) {
            const auto form = formOf(guide, field);
            if (!form)
                return base::passOn(form);
            if (auto filled = (*form)->fill(draft.forms[(*form)->id()], field.field, field.text); !filled)
                return filled;
        }
        return {};
    });
}

base::Result<CaseView> IntakeDesk::fillForm(base::CaseId id,
                                            std::string_view form,
                                            const forms::FormData& data)
{
    return step(id, "case.fill", [&](forms::Case& draft, const forms::Guide& guide) -> base::Status {
        if (guide.findForm(form) == nullptr)
            return fail(
                ErrorCode::NotFound, "This matter has no form {form}.", {{"form", std::string(form)}});
        draft.forms.insert_or_assign(std::string(form), data);
        return {};
    });
}

base::Result<CaseView> IntakeDesk::putParty(base::CaseId id, const forms::Party& party)
{
    return step(id, "case.party", [&party](forms::Case& draft, const forms::Guide&) -> base::Status {
        if (party.role.empty() || party.name.empty())
            return fail(ErrorCode::BadArgument, "A party needs a role and a name.");
        forms::Party entry = party;
        if (entry.key.empty()) {
            const auto sameRole = std::count_if(draft.parties.begin(),
                                                draft.parties.end(),
                                                [&](const auto& known) { return known.role == party.role; });
            entry.key = sameRole == 0 ? party.role : party.role + "#" + std::to_string(sameRole + 1);
        }
        for (auto& known : draft.parties)
            if (known.key == entry.key) {
                known = entry;
                return {};
            }
        draft.parties.push_back(std::move(entry));
        return {};
    });
}

base::Result<CaseView> IntakeDesk::removeParty(base::CaseId id, std::string_view key)
{
    return step(id, "case.party", [key](forms::Case& draft, const forms::Guide&) -> base::Status {
        const auto erased =
            std::erase_if(draft.parties, [key](const forms::Party& party) { return party.key == key; });
        if (erased == 0)
            return fail(ErrorCode::NotFound, "The case has no party {party}.", {{"party", std::string(key)}});
        return {};
    });
}

}  // namespace desk
