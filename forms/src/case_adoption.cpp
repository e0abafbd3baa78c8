#include <forms/case_adoption.h>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace forms {

namespace {

using base::ErrorCode;
using i18n::phrase;

base::Status mayAdopt(const Case& draft, const Guide& before, const Guide& after)
{
    if (draft.guide.sha256 != before.sha256 || before.code != after.code)
        return base::fail(ErrorCode::BadArgument,
                          "The case is not of the matter {matter}, or not of that version of its guide.",
                          {{"matter", after.code}});
    if (draft.state != CaseState::Draft || draft.revision != 1)
        return base::fail(ErrorCode::NotAllowed,
                          "Case {number} was handed in with version {version} of its guide and keeps it.",
                          {{"number", draft.number}, {"version", before.version}});
    return {};
}

/// One draft on its way over.
class Adoption
{
  public:
    Adoption(const Case& draft, const Guide& before, const Guide& after)
        : m_before(before)
        , m_after(after)
        , m_result{draft, {}}
    {}

    AdoptedCase run()
    {
        m_result.draft.guide = {m_after.code, m_after.version, m_after.sha256};
        takeName();
        takeAnswers();
        takeForms();
        takeMaterials();
        dropNotices();
        return std::move(m_result);
    }

  private:
    void drop(i18n::Phrase text) { m_result.dropped.push_back(std::move(text)); }

    void takeName();
    void takeAnswers();
    void takeForms();
    void takeFields(const Form& form, FormData& data);
    void takeMaterials();
    void takeMaterial(const Material& material, CaseMaterial& entry);
    void takePoints(const Material& material, CaseMaterial& entry);
    void leaveMaterial(const CaseMaterial& entry);
    void dropNotices();

    const Guide& m_before;
    const Guide& m_after;
    AdoptedCase m_result;
};

/// A case may go by the name of a local sub-item.
void Adoption::takeName()
{
    auto& name = m_result.draft.matterName;
    const auto& items = m_after.localSubItems;
    const bool kept = std::any_of(
        items.begin(), items.end(), [&name](const LocalSubItem& item) { return item.name == name; });
    if (!kept)
        name = m_after.name();
}

bool isAnswer(const Question& question, const Answer& answer)
{
    if (const auto* value = std::get_if<std::string>(&answer))
        return question.kind == QuestionKind::Single && question.findOption(*value) != nullptr;
    if (const auto* values = std::get_if<std::vector<std::string>>(&answer))
        return question.kind == QuestionKind::Multi
               && std::all_of(values->begin(), values->end(), [&question](const std::string& value) {
                      return question.findOption(value) != nullptr;
                  });
    return question.kind == QuestionKind::Number;
}

void Adoption::takeAnswers()
{
    auto& answers = m_result.draft.answers;
    for (auto each = answers.begin(); each != answers.end();) {
        const auto* question = m_after.findQuestion(each->first);
        if (question != nullptr && isAnswer(*question, each->second)) {
            ++each;
            continue;
        }
        const auto* old = m_before.findQuestion(each->first);
        drop(phrase("The answer to “{question}” does not apply any more.",
                    {{"question",
                      question ? question->text
                      : old    ? old->text
                               : each->first}}));
        each = answers.erase(each);
    }
}

/// Columns are judged with their table: a row that lost a column keeps the rest.
void takeColumns(const Field& field, nlohmann::json& rows)
{
    for (auto& row : rows)
        if (row.is_object())
            for (auto cell = row.begin(); cell != row.end();) {
                const auto known =
                    std::any_of(field.columns.begin(), field.columns.end(), [&cell](const Field& column) {
                        return column.pointer.substr(1, column.pointer.find('/', 1) - 1) == cell.key();
                    });
                cell = known ? std::next(cell) : row.erase(cell);
            }
}

void Adoption::takeFields(const Form& form, FormData& data)
{
    const auto* old = m_before.findForm(form.id());
    if (old == nullptr)
        return;
    for (const auto& field : old->fields()) {
        const auto kept = std::any_of(form.fields().begin(), form.fields().end(), [&field](const Field& now) {
            return now.pointer == field.pointer;
        });
        if (kept || !data.json().contains(nlohmann::json::json_pointer(field.pointer)))
            continue;
        data.remove(field.pointer);
        drop(phrase("{form} no longer has the field: {field}",
                    {{"form", form.name()}, {"field", field.title}}));
    }
    auto content = data.json();
    for (const auto& field : form.fields())
        if (const nlohmann::json::json_pointer place(field.pointer);
            field.kind == FieldKind::Table && content.contains(place) && content.at(place).is_array())
            takeColumns(field, content.at(place));
    data = FormData::fromJson(content);
}

void Adoption::takeForms()
{
    auto& forms = m_result.draft.forms;
    for (auto each = forms.begin(); each != forms.end();) {
        if (const auto* form = m_after.findForm(each->first)) {
            takeFields(*form, each->second);
            ++each;
            continue;
        }
        const auto* old = m_before.findForm(each->first);
        if (!each->second.empty())
            drop(phrase("The form {form} is no longer filled in.",
                        {{"form", old ? old->name() : each->first}}));
        each = forms.erase(each);
    }
}

void Adoption::takePoints(const Material& material, CaseMaterial& entry)
{
    const auto* old = m_before.findMaterial(material.id);
    std::erase_if(entry.points, [&](const RecordedPoint& recorded) {
        const auto* now = material.findPoint(recorded.id);
        const auto* was = old ? old->findPoint(recorded.id) : nullptr;
        if (now != nullptr && (was == nullptr || was->text == now->text))
            return false;
        drop(now ? phrase("{material} has to be looked at again: {point}",
                          {{"material", material.name}, {"point", now->text}})
                 : phrase("{material} is no longer reviewed for: {point}",
                          {{"material", material.name}, {"point", was ? was->text : recorded.id}}));
        return true;
    });
}

void Adoption::takeMaterial(const Material& material, CaseMaterial& entry)
{
    takePoints(material, entry);
    const std::vector<base::Argument> named{{"material", material.name}};
    if (entry.proof && !material.exemption) {
        entry.proof.reset();
        drop(phrase("{material} can no longer be exempted.", named));
    }
    if (entry.deferredUntil && material.necessity != Necessity::Deferrable) {
        entry.deferredUntil.reset();
        drop(phrase("{material} may no longer be handed in later.", named));
    }
}

void Adoption::leaveMaterial(const CaseMaterial& entry)
{
    const auto* old = m_before.findMaterial(entry.id);
    const std::vector<base::Argument> named{{"material", old ? old->name : entry.id}};
    if (!entry.pages.empty())
        drop(phrase("{material} is no longer asked for. Its pages stay with the case.", named));
    else if (entry.proof || entry.deferredUntil || !entry.points.empty())
        drop(phrase("No longer asked for: {material}", named));
}

void Adoption::takeMaterials()
{
    for (auto& entry : m_result.draft.materials)
        if (const auto* material = m_after.findMaterial(entry.id))
            takeMaterial(*material, entry);
    // A page that is put to no material lies with the case as "not decided yet".
    std::erase_if(m_result.draft.materials, [this](const CaseMaterial& entry) {
        if (m_after.findMaterial(entry.id) != nullptr || entry.id.empty())
            return false;
        leaveMaterial(entry);
        return true;
    });
}

void Adoption::dropNotices()
{
    if (!m_result.draft.notices.empty())
        drop(phrase("Notices made so far say what the old version asked: make them again."));
    m_result.draft.notices.clear();
}

}  // namespace

base::Result<AdoptedCase> adoptGuide(const Case& draft, const Guide& before, const Guide& after)
{
    if (auto allowed = mayAdopt(draft, before, after); !allowed)
        return base::passOn(allowed);
    return Adoption(draft, before, after).run();
}

}  // namespace forms
