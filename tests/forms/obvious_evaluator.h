#pragma once

#include "random_guide.h"

#include <forms/case.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace tests {

/// What GUIDE-FORMAT says of a case, found the slow and obvious way, sentence by sentence. It knows the plain guide and
/// never looks at a schema.
struct ObviousResult {
    std::string verdict;
    std::string route;
    std::vector<std::string> visible;
    std::multiset<std::string> required;
    std::multiset<std::string> exempt;
    std::multiset<std::string> missing;
};

class ObviousEvaluator
{
  public:
    ObviousEvaluator(const PlainGuide& guide, const forms::Case& draft, base::Date today, bool offline)
        : m_guide(guide)
        , m_case(draft)
        , m_today(today)
        , m_offline(offline)
    {}

    ObviousResult run()
    {
        // "Questions are judged in order: a question is visible if its own `when` holds for the visible answers
        // before it; the answer to a hidden question does not exist."
        bool allAnswered = true;
        for (const auto& question : m_guide.questions) {
            if (!holds(question.when))
                continue;
            m_result.visible.push_back(question.id);
            const auto given = m_case.answers.find(question.id);
            if (given != m_case.answers.end() && isOffered(question, given->second))
                m_visible.insert(*given);
            else
                allAnswered = false;
        }
        // "the first that holds wins"
        for (const auto& route : m_guide.routes)
            if (holds(route.when)) {
                m_result.route = route.id;
                m_result.verdict = route.outcome;
                return m_result;
            }
        bool onlyDeferrable = true;
        for (const auto& material : m_guide.materials)
            if (holds(material.when) && material.necessity != "optional")
                for (const auto& party : partiesOf(material))
                    onlyDeferrable = judge(material, party) && onlyDeferrable;
        if (!allAnswered || !onlyDeferrable)
            m_result.verdict = "needs-correction";
        else
            m_result.verdict = m_result.missing.empty() ? "acceptable" : "acceptable-with-deferral";
        return m_result;
    }

  private:
    struct PartyPlace {
        std::string key;
        bool first;
    };

    static bool isOffered(const AskedQuestion& question, const forms::Answer& answer)
    {
        const auto offered = [&question](const std::string& value) {
            return std::count(question.values.begin(), question.values.end(), value) > 0;
        };
        if (question.kind == "number")
            return std::holds_alternative<double>(answer);
        if (question.kind == "single")
            return std::holds_alternative<std::string>(answer) && offered(std::get<std::string>(answer));
        if (!std::holds_alternative<std::vector<std::string>>(answer))
            return false;
        const auto& values = std::get<std::vector<std::string>>(answer);
        return !values.empty() && std::all_of(values.begin(), values.end(), offered);
    }

    bool holds(const Wish& wish) const
    {
        const auto answer = m_visible.find(wish.question);
        const bool open = answer == m_visible.end();
        const auto text = [&] { return std::get<std::string>(answer->second); };
        using Kind = Wish::Kind;
        switch (wish.kind) {
        case Kind::Always: return true;
        case Kind::Is: return !open && text() == wish.values[0];
        case Kind::IsUnlessOpen: return open || text() == wish.values[0];
        case Kind::IsOneOf: return !open && std::count(wish.values.begin(), wish.values.end(), text()) > 0;
        case Kind::Has: {
            if (open)
                return false;
            const auto& chosen = std::get<std::vector<std::string>>(answer->second);
            return std::count(chosen.begin(), chosen.end(), wish.values[0]) > 0;
        }
        case Kind::IsBelow: return !open && std::get<double>(answer->second) < wish.bound;
        case Kind::IsAnswered: return !open;
        case Kind::All:
            return std::all_of(
                wish.parts.begin(), wish.parts.end(), [this](const Wish& part) { return holds(part); });
        case Kind::Any:
            return std::any_of(
                wish.parts.begin(), wish.parts.end(), [this](const Wish& part) { return holds(part); });
        case Kind::Not: return !holds(wish.parts[0]);
        }
        return false;
    }

    /// "A material with `per: R` is needed once per party of role R (once while there is none); `per: case` once."
    std::vector<PartyPlace> partiesOf(const AskedMaterial& material) const
    {
        std::vector<PartyPlace> places;
        if (material.per != "case")
            for (const auto& party : m_case.parties)
                if (party.role == material.per)
                    places.push_back({party.key, places.empty()});
        if (places.empty())
            places.push_back({"", true});
        return places;
    }

    std::vector<const forms::CaseMaterial*> entriesOf(const AskedMaterial& material,
                                                      const PartyPlace& place) const
    {
        std::vector<const forms::CaseMaterial*> entries;
        for (const auto& entry : m_case.materials)
            if (entry.id == material.id && (entry.party == place.key || (place.first && entry.party.empty())))
                entries.push_back(&entry);
        return entries;
    }

    bool hasPage(const forms::CaseMaterial& entry) const
    {
        for (const auto& id : entry.pages)
            for (const auto& page : m_case.pages)
                if (page.id == id && !page.discarded)
                    return true;
        return false;
    }

    /// Whether what is missing of it, if anything, may be deferred.
    bool judge(const AskedMaterial& material, const PartyPlace& place)
    {
        const auto entries = entriesOf(material, place);
        const auto any = [&entries](auto test) { return std::any_of(entries.begin(), entries.end(), test); };
        const bool provided = any([this](const auto* entry) { return hasPage(*entry); });
        // "exempt = has `exempt` and the case holds its proof; offline only `read-card` and `generate` can have one"
        const bool proved = !material.exemptBy.empty()
                            && any([](const auto* entry) { return entry->proof.has_value(); })
                            && (!m_offline || material.offline != "collect-copy");
        bool good = provided || proved;
        // "only fail of a `block` point makes its material missing"
        for (const auto& [point, level] : material.points)
            if (level == "block" && firstVerdict(entries, point) == forms::PointVerdict::Fail)
                good = false;
        if (material.hasValidity && good) {
            const auto valid = firstFact(entries);
            if (!valid.empty() && valid < base::formatDate(m_today))
                good = false;
        }
        m_result.required.insert(material.id + place.key);
        if (proved)
            m_result.exempt.insert(material.id + place.key);
        if (good)
            return true;
        m_result.missing.insert(material.id + place.key);
        return material.necessity == "deferrable";
    }

    static forms::PointVerdict firstVerdict(const std::vector<const forms::CaseMaterial*>& entries,
                                            const std::string& point)
    {
        for (const auto* entry : entries)
            for (const auto& recorded : entry->points)
                if (recorded.id == point)
                    return recorded.verdict;
        return forms::PointVerdict::Open;
    }

    static std::string firstFact(const std::vector<const forms::CaseMaterial*>& entries)
    {
        for (const auto* entry : entries)
            if (const auto fact = entry->facts.find("valid_to"); fact != entry->facts.end())
                return fact->second;
        return {};
    }

    const PlainGuide& m_guide;
    const forms::Case& m_case;
    base::Date m_today;
    bool m_offline;
    forms::Answers m_visible;
    ObviousResult m_result;
};

}  // namespace tests
