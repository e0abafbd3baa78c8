#include <desk/form_desk.h>
#include <desk/intake_desk.h>

#include <forms/case_people.h>
#include <forms/identity_paper.h>

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
    const auto place = std::string_view(field.field).substr(field.field.starts_with('/') ? 1 : 0);
    for (const auto& form : guide.forms)
        if (form.findField(place.substr(0, place.find('/'))) != nullptr
            || form.findField(field.field) != nullptr)
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

bool isSomebodys(const forms::Guide& guide, const forms::Case& draft, const std::string& key)
{
    const auto parties = forms::partiesOf(guide, draft);
    return std::any_of(
               parties.begin(), parties.end(), [&key](const forms::Party& party) { return party.key == key; })
           || std::any_of(draft.gone.begin(), draft.gone.end(), [&key](const forms::GoneParty& gone) {
                  return gone.party.key == key;
              });
}

base::Status checkPaper(const std::string& token)
{
    if (token.empty() || forms::parseIdentityPaper(token))
        return {};
    std::string kinds;
    for (const auto paper : forms::allIdentityPapers())
        kinds.append(kinds.empty() ? "" : ", ").append(forms::nameOf(paper));
    return fail(ErrorCode::BadArgument,
                "There is no kind of paper {kind}. Possible are: {kinds}.",
                {{"kind", token}, {"kinds", kinds}});
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
    if (auto known = checkPaper(party.idType); !known)
        return base::passOn(known);
    return step(id, "case.party", [&party](forms::Case& draft, const forms::Guide& guide) -> base::Status {
        const auto known =
            std::find_if(draft.parties.begin(), draft.parties.end(), [&party](const forms::Party& entry) {
                return !party.key.empty() && entry.key == party.key;
            });
        forms::Party entry = party;
        if (entry.role.empty() && known != draft.parties.end())
            entry.role = known->role;
        if (entry.role.empty() || entry.name.empty())
            return fail(ErrorCode::BadArgument, "A party needs a role and a name.");
        if (entry.key.empty())
            entry.key = forms::newPartyKey(guide, draft, entry.role);
        else if (known == draft.parties.end() && isSomebodys(guide, draft, entry.key))
            return fail(ErrorCode::Conflict,
                        "{party} stands in a form, or went from the case. Change it there, or restore it.",
                        {{"party", entry.key}});
        if (known != draft.parties.end())
            *known = std::move(entry);
        else
            draft.parties.push_back(std::move(entry));
        return {};
    });
}

base::Result<CaseView> IntakeDesk::restoreParty(base::CaseId id, std::string_view key)
{
    forms::PeopleChange back;
    auto view = step(id, "case.restore", [&](forms::Case& draft, const forms::Guide& guide) -> base::Status {
        auto brought = forms::bringBack(guide, draft, key);
        if (!brought)
            return base::passOn(brought);
        back = std::move(*brought);
        return {};
    });
    if (view)
        view->people = std::move(back);
    return view;
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
