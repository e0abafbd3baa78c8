#include <forms/case_difference.h>

#include <forms/completeness.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace forms {

namespace {

using i18n::phrase;
using nlohmann::json;

constexpr const char* Nothing = "—";

std::string orNothing(std::string text)
{
    return text.empty() ? std::string(Nothing) : std::move(text);
}

class Comparison
{
  public:
    Comparison(const Guide& guide, const Case& before, const Case& after)
        : m_guide(guide)
        , m_before(before)
        , m_after(after)
    {}

    std::vector<CaseDifference> run()
    {
        for (const auto& question : m_guide.questions)
            compareAnswer(question);
        for (const auto& form : m_guide.forms)
            compareForm(form);
        compareParties();
        for (const auto& material : m_guide.materials)
            for (const auto& party : partiesWith(material.id))
                compareMaterial(material, party);
        return std::move(m_found);
    }

  private:
    void note(std::string id, i18n::Phrase text) { m_found.push_back({std::move(id), std::move(text)}); }

    void compareAnswer(const Question& question)
    {
        const auto textIn = [&question](const Case& draft) {
            const auto answer = draft.answers.find(question.id);
            return answer == draft.answers.end() ? std::string() : answerText(question, answer->second);
        };
        const auto was = textIn(m_before);
        const auto is = textIn(m_after);
        if (was != is)
            note("answer:" + question.id,
                 phrase("{question}: {after}, before {before}",
                        {{"question", question.text},
                         {"after", orNothing(is)},
                         {"before", orNothing(was)}}));
    }

    static std::string textAt(const Case& draft, const Form& form, const Field& field)
    {
        const auto data = draft.forms.find(form.id());
        if (data == draft.forms.end())
            return {};
        const auto text = data->second.text(field.pointer).value_or("");
        for (const auto& option : field.options)
            if (option.value == text)
                return option.title;
        return text;
    }

    static json valueAt(const Case& draft, const Form& form, const Field& field)
    {
        const auto data = draft.forms.find(form.id());
        const json::json_pointer place(field.pointer);
        if (data == draft.forms.end() || !data->second.json().contains(place))
            return {};
        return data->second.json().at(place);
    }

    void compareForm(const Form& form)
    {
        for (const auto& field : form.fields()) {
            const auto was = valueAt(m_before, form, field);
            const auto is = valueAt(m_after, form, field);
            if (was == is)
                continue;
            const auto id = "field:" + form.id() + field.pointer;
            if (was.is_structured() || is.is_structured())
                note(id,
                     phrase("{form}: {field} was changed", {{"form", form.name()}, {"field", field.title}}));
            else
                note(id,
                     phrase("{form}: {field} is {after}, before {before}",
                            {{"form", form.name()},
                             {"field", field.title},
                             {"after", orNothing(textAt(m_after, form, field))},
                             {"before", orNothing(textAt(m_before, form, field))}}));
        }
    }

    void compareParties()
    {
        const auto named = [](const Case& draft, const Party& party) {
            return std::any_of(draft.parties.begin(), draft.parties.end(), [&party](const Party& other) {
                return other.role == party.role && other.name == party.name
                       && other.idNumber == party.idNumber;
            });
        };
        for (const auto& party : m_after.parties)
            if (!named(m_before, party))
                note("party:" + party.key, phrase("{name} was added", {{"name", party.name}}));
        for (const auto& party : m_before.parties)
            if (!named(m_after, party))
                note("party:" + party.key, phrase("{name} is not there any more", {{"name", party.name}}));
    }

    [[nodiscard]] std::vector<std::string> partiesWith(const std::string& material) const
    {
        std::vector<std::string> keys;
        for (const auto* draft : {&m_before, &m_after})
            for (const auto& entry : draft->materials)
                if (entry.id == material && std::find(keys.begin(), keys.end(), entry.party) == keys.end())
                    keys.push_back(entry.party);
        return keys;
    }

    [[nodiscard]] std::string nameOf(const Material& material, const std::string& party) const
    {
        for (const auto* draft : {&m_after, &m_before})
            for (const auto& person : draft->parties)
                if (!party.empty() && person.key == party && !person.name.empty())
                    return material.name + " · " + person.name;
        return material.name;
    }

    void compareMaterial(const Material& material, const std::string& party)
    {
        static const CaseMaterial none;
        const auto* before = m_before.findMaterial(material.id, party);
        const auto* after = m_after.findMaterial(material.id, party);
        const auto& was = before ? *before : none;
        const auto& is = after ? *after : none;
        const auto id = material.id + (party.empty() ? "" : "@" + party);
        const base::Argument name{"material", nameOf(material, party)};
        comparePages(id, name, was, is);
        if (was.proof.has_value() != is.proof.has_value()
            || (was.proof && (was.proof->by != is.proof->by || was.proof->reference != is.proof->reference)))
            note("proof:" + id, phrase("{material}: what it is proved by was changed", {name}));
        if (was.deferredUntil != is.deferredUntil)
            note("deferred:" + id,
                 is.deferredUntil
                     ? phrase("{material}: put off to {date}",
                              {name, {"date", base::formatDate(*is.deferredUntil)}})
                     : phrase("{material}: not put off any more", {name}));
        if (was.facts != is.facts)
            note("facts:" + id, phrase("{material}: what it says was recorded otherwise", {name}));
        compareVerdicts(material, id, name, was, is);
    }

    void comparePages(const std::string& id,
                      const base::Argument& name,
                      const CaseMaterial& was,
                      const CaseMaterial& is)
    {
        if (was.pages == is.pages)
            return;
        const std::set<base::PageId> old(was.pages.begin(), was.pages.end());
        const std::set<base::PageId> now(is.pages.begin(), is.pages.end());
        const auto missingFrom = [](const auto& pages, const auto& others) {
            return std::count_if(
                pages.begin(), pages.end(), [&others](base::PageId page) { return !others.contains(page); });
        };
        note("pages:" + id,
             phrase("{material}: {new} new pages, {gone} taken out",
                    {name,
                     {"new", std::to_string(missingFrom(is.pages, old))},
                     {"gone", std::to_string(missingFrom(was.pages, now))}}));
    }

    void compareVerdicts(const Material& material,
                         const std::string& id,
                         const base::Argument& name,
                         const CaseMaterial& was,
                         const CaseMaterial& is)
    {
        const auto verdictIn = [](const CaseMaterial& entry, const std::string& point) {
            const auto found = std::find_if(entry.points.begin(),
                                            entry.points.end(),
                                            [&](const RecordedPoint& one) { return one.id == point; });
            return found == entry.points.end() ? PointVerdict::Open : found->verdict;
        };
        for (const auto& point : material.points)
            if (verdictIn(was, point.id) != verdictIn(is, point.id))
                note("point:" + id + "/" + point.id,
                     phrase("{material}: the window judged “{point}” otherwise",
                            {name, {"point", point.text}}));
    }

    const Guide& m_guide;
    const Case& m_before;
    const Case& m_after;
    std::vector<CaseDifference> m_found;
};

}  // namespace

std::string answerText(const Question& question, const Answer& answer)
{
    const auto textOf = [&question](const std::string& value) {
        const auto* option = question.findOption(value);
        return option ? option->text : value;
    };
    if (const auto* value = std::get_if<std::string>(&answer))
        return textOf(*value);
    if (const auto* number = std::get_if<double>(&answer))
        return fmt::format("{:g}", *number);
    std::string all;
    for (const auto& value : std::get<std::vector<std::string>>(answer))
        all.append(all.empty() ? "" : "、").append(textOf(value));
    return all;
}

std::vector<CaseDifference> differencesOf(const Guide& guide, const Case& before, const Case& after)
{
    return Comparison(guide, before, after).run();
}

}  // namespace forms
