#include "guide_json.h"

#include <algorithm>
#include <set>

namespace forms {

namespace {

using i18n::phrase;

std::string at(const char* list, std::size_t index)
{
    return "/" + std::string(list) + "/" + std::to_string(index);
}

/// Walks a guide once; every function looks at one kind of reference.
class References
{
  public:
    References(const Guide& guide, GuideProblems& problems)
        : m_guide(guide)
        , m_problems(problems)
    {}

    void check();

  private:
    template <class Items, class Name>
    void unique(const Items& items, const std::string& list, Name name);
    void condition(const Condition& when, const std::string& path);
    void answer(const std::string& question, const Answer& given, const std::string& path);
    void value(const Question& question, const std::string& text, const std::string& path);
    void material(const std::string& id, const std::string& path);
    void form(const std::string& id, const std::string& path);
    void questions();
    void prefill(const Question& question, const std::string& path);
    void materials();
    void forms();
    void parties();
    void children();
    void examples();
    void deciding();

    const Guide& m_guide;
    GuideProblems& m_problems;
};

template <class Items, class Name>
void References::unique(const Items& items, const std::string& list, Name name)
{
    std::set<std::string> seen;
    for (std::size_t i = 0; i < items.size(); ++i)
        if (!seen.insert(name(items[i])).second)
            m_problems.add(list + "/" + std::to_string(i),
                           phrase("The id {id} at {path} is used twice.", {{"id", name(items[i])}}));
}

void References::value(const Question& question, const std::string& text, const std::string& path)
{
    if (question.kind != QuestionKind::Number && !question.findOption(text))
        m_problems.add(path,
                       phrase("The question {question} has no option {value}, which is named at {path}.",
                              {{"question", question.id}, {"value", text}}));
}

void References::condition(const Condition& when, const std::string& path)
{
    for (const auto& [id, values] : when.comparedValues()) {
        const auto* question = m_guide.findQuestion(id);
        if (!question) {
            m_problems.add(
                path,
                phrase("There is no question {question}, which is named at {path}.", {{"question", id}}));
            continue;
        }
        for (const auto& compared : values)
            value(*question, compared, path);
    }
}

void References::material(const std::string& id, const std::string& path)
{
    if (!m_guide.findMaterial(id))
        m_problems.add(
            path, phrase("There is no material {material}, which is named at {path}.", {{"material", id}}));
}

void References::form(const std::string& id, const std::string& path)
{
    if (!m_guide.findForm(id))
        m_problems.add(path, phrase("There is no form {form}, which is named at {path}.", {{"form", id}}));
}

void References::questions()
{
    std::set<std::string> before;
    for (std::size_t i = 0; i < m_guide.questions.size(); ++i) {
        const auto& question = m_guide.questions[i];
        unique(question.options, at("questions", i) + "/options", [](const auto& option) {
            return option.value;
        });
        condition(question.when, at("questions", i) + "/when");
        for (const auto& id : question.when.questions())
            if (m_guide.findQuestion(id) && !before.contains(id))
                m_problems.add(
                    at("questions", i) + "/when",
                    phrase("The question {question} depends on {other}, which is not asked before it.",
                           {{"question", question.id}, {"other", id}}));
        prefill(question, at("questions", i) + "/prefill");
        before.insert(question.id);
    }
}

/// `derive:` names the field the answer is computed from; the other sources are outside the guide.
void References::prefill(const Question& question, const std::string& path)
{
    constexpr std::string_view Derive = "derive:";
    if (!question.prefill.starts_with(Derive))
        return;
    const auto field = question.prefill.substr(Derive.size());
    const auto& forms = m_guide.forms;
    if (std::none_of(forms.begin(), forms.end(), [&field](const Form& form) {
            return form.findField(field) != nullptr;
        }))
        m_problems.add(path,
                       phrase("No form has a field {field}, which is named at {path}.", {{"field", field}}));
}

void References::materials()
{
    for (std::size_t i = 0; i < m_guide.materials.size(); ++i) {
        const auto& material = m_guide.materials[i];
        condition(material.when, at("materials", i) + "/when");
        unique(material.points, at("materials", i) + "/review_points", [](const auto& point) {
            return point.id;
        });
        if (!material.generatedFrom.empty())
            form(material.generatedFrom, at("materials", i) + "/generated_from");
    }
}

void References::forms()
{
    constexpr std::string_view Situation = "situation:";
    for (std::size_t i = 0; i < m_guide.forms.size(); ++i)
        for (const auto& field : m_guide.forms[i].fields())
            if (field.prefill.starts_with(Situation)
                && !m_guide.findQuestion(std::string_view(field.prefill).substr(Situation.size())))
                m_problems.add(at("forms", i) + "/schema/properties" + field.pointer,
                               phrase("There is no question {question}, which is named at {path}.",
                                      {{"question", field.prefill.substr(Situation.size())}}));
}

/// Whether "/name" or "/family/*/name" leads to a field or a column.
bool leadsToField(const Form& form, const std::string& pointer)
{
    const auto star = pointer.find("/*/");
    const auto* field = form.findField(pointer.substr(0, star));
    if (!field || star == std::string::npos)
        return field != nullptr;
    return std::any_of(field->columns.begin(), field->columns.end(), [&](const Field& column) {
        return column.pointer == pointer.substr(star + 2);
    });
}

void References::parties()
{
    for (std::size_t i = 0; i < m_guide.parties.size(); ++i) {
        const auto& party = m_guide.parties[i];
        form(party.form, at("parties", i) + "/form");
        const auto* known = m_guide.findForm(party.form);
        for (const auto* pointer : {&party.name, &party.number})
            if (known && !pointer->empty() && !leadsToField(*known, *pointer))
                m_problems.add(at("parties", i),
                               phrase("The form {form} has no field at {pointer}, which is named at {path}.",
                                      {{"form", party.form}, {"pointer", *pointer}}));
    }
}

void References::children()
{
    const auto& children = m_guide.children;
    const auto find = [&children](const std::string& id) {
        return std::find_if(
            children.begin(), children.end(), [&id](const auto& child) { return child.id == id; });
    };
    for (std::size_t i = 0; i < children.size(); ++i) {
        condition(children[i].when, at("children", i) + "/when");
        auto next = children[i].after;
        for (std::size_t steps = 0; !next.empty(); ++steps) {
            const auto found = find(next);
            if (found == children.end()) {
                m_problems.add(
                    at("children", i) + "/after",
                    phrase("There is no child {child}, which is named at {path}.", {{"child", next}}));
                break;
            }
            if (steps > children.size()) {
                m_problems.add(at("children", i) + "/after",
                               phrase("The children at {path} wait for each other in a ring."));
                break;
            }
            next = found->after;
        }
    }
}

void References::answer(const std::string& id, const Answer& given, const std::string& path)
{
    const auto* question = m_guide.findQuestion(id);
    if (!question) {
        m_problems.add(
            path, phrase("There is no question {question}, which is named at {path}.", {{"question", id}}));
        return;
    }
    const bool fits =
        std::holds_alternative<double>(given) == (question->kind == QuestionKind::Number)
        && std::holds_alternative<std::vector<std::string>>(given) == (question->kind == QuestionKind::Multi);
    if (!fits)
        m_problems.add(path,
                       phrase("The answer at {path} is not of the kind its question {question} asks for.",
                              {{"question", id}}));
    else if (const auto* text = std::get_if<std::string>(&given))
        value(*question, *text, path);
    else if (const auto* texts = std::get_if<std::vector<std::string>>(&given))
        for (const auto& one : *texts)
            value(*question, one, path);
}

void References::examples()
{
    for (std::size_t i = 0; i < m_guide.examples.size(); ++i) {
        const auto& example = m_guide.examples[i];
        const auto path = at("examples", i);
        for (const auto& [question, given] : example.answers)
            answer(question, given, path + "/answers/" + question);
        const auto ids = [&](const std::vector<std::string>& list, const char* member) {
            for (const auto& id : list)
                material(id, path + member);
        };
        ids(example.provided, "/provided");
        ids(example.exemptionFailed, "/exemption_failed");
        ids(example.required, "/expect/required");
        ids(example.exempt, "/expect/exempt");
        ids(example.missing, "/expect/missing");
        const auto& routes = m_guide.routes;
        if (!example.route.empty() && std::none_of(routes.begin(), routes.end(), [&](const Route& route) {
                return route.id == example.route;
            }))
            m_problems.add(
                path + "/expect/route",
                phrase("There is no route {route}, which is named at {path}.", {{"route", example.route}}));
    }
}

void References::deciding()
{
    if (m_guide.decides == DecidedBy::Window && m_guide.handling != Handling::Immediate)
        m_problems.add(
            "/decides",
            phrase(
                "The window may decide only what is handled at once: {path} needs `handling: immediate`."));
}

void References::check()
{
    const auto id = [](const auto& item) { return item.id; };
    unique(m_guide.questions, "/questions", id);
    unique(m_guide.materials, "/materials", id);
    unique(m_guide.routes, "/routes", id);
    unique(m_guide.children, "/children", id);
    unique(m_guide.forms, "/forms", [](const Form& form) { return form.id(); });
    for (std::size_t i = 0; i < m_guide.routes.size(); ++i)
        condition(m_guide.routes[i].when, at("routes", i) + "/when");
    questions();
    materials();
    forms();
    parties();
    children();
    examples();
    deciding();
}

}  // namespace

void checkReferences(const Guide& guide, GuideProblems& problems)
{
    References(guide, problems).check();
}

}  // namespace forms
