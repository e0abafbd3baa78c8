#include "answers_json.h"
#include "evaluation.h"

#include <forms/printed_date.h>
#include <forms/row_ids.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace forms {

namespace {

using i18n::phrase;

/// One material as one party needs it: what is asked, what is held, and how people call it.
struct Need {
    const Material& material;
    std::string party;   ///< Party::key or empty
    std::string suffix;  ///< "@agent#2": keeps finding ids apart; empty for the first
    std::string title;   ///< the material's name, numbered from the second party on
    Holding holding;
    std::optional<MaterialNeed> at = {};  ///< where the same person handed it in

    [[nodiscard]] bool stops() const { return material.necessity == Necessity::Required; }
};

class Evaluation
{
  public:
    explicit Evaluation(const Evidence& evidence);

    Completeness run();

  private:
    const Route* findRoute() const;
    void endByRoute(const Route& route);
    void judgeQuestions();
    void judgeForms();
    std::vector<Need> needsOf(const Material& material) const;
    Need makeNeed(const Material& material, const Party* party, std::size_t ordinal) const;
    void take(Holding& holding, const CaseMaterial& entry) const;
    void takeFromElsewhere(Need& need) const;
    [[nodiscard]] bool takeFrom(Need& need, const std::string& material, const std::string& party) const;
    void judgeNeed(const Need& need);
    [[nodiscard]] bool isProved(const Need& need) const;
    [[nodiscard]] bool pointsHold(const Need& need);
    [[nodiscard]] PointVerdict verdictOf(const ReviewPoint& point, const Need& need) const;
    void addPoint(const Need& need, const ReviewPoint& point, PointVerdict verdict);
    [[nodiscard]] bool validityHolds(const Need& need);
    void addMissing(const Need& need);
    Finding& add(std::string id, FindingLevel level, i18n::Phrase text);
    Finding& addFor(const Need& need, const std::string& kind, FindingLevel level, i18n::Phrase text);
    [[nodiscard]] Verdict verdict() const;

    const Evidence& m_evidence;
    nlohmann::json m_visible;
    std::vector<base::PageId> m_livePages;  ///< sorted
    Completeness m_result;
    bool m_onlyDeferrableMissing = true;
};

Evaluation::Evaluation(const Evidence& evidence)
    : m_evidence(evidence)
    , m_visible(answersAsJson(evidence.situation.answers))
{
    for (const auto& page : evidence.draft.pages)
        if (!page.discarded)
            m_livePages.push_back(page.id);
    std::sort(m_livePages.begin(), m_livePages.end());
}

Finding& Evaluation::add(std::string id, FindingLevel level, i18n::Phrase text)
{
    Finding finding;
    finding.id = std::move(id);
    finding.level = level;
    finding.text = std::move(text);
    return m_result.findings.emplace_back(std::move(finding));
}

Finding& Evaluation::addFor(const Need& need, const std::string& kind, FindingLevel level, i18n::Phrase text)
{
    auto& finding = add(kind + ":" + need.material.id + need.suffix, level, std::move(text));
    finding.material = need.material.id;
    finding.party = need.party;
    return finding;
}

const Route* Evaluation::findRoute() const
{
    const auto& routes = m_evidence.guide.routes;
    const auto found = std::find_if(
        routes.begin(), routes.end(), [this](const Route& route) { return route.when.holdsFor(m_visible); });
    return found == routes.end() ? nullptr : &*found;
}

void Evaluation::endByRoute(const Route& route)
{
    m_result.route = route.id;
    switch (route.outcome) {
    case RouteOutcome::NotNeeded: m_result.verdict = Verdict::NotNeeded; break;
    case RouteOutcome::NotCompetent: m_result.verdict = Verdict::NotCompetent; break;
    case RouteOutcome::Refused: m_result.verdict = Verdict::Refused; break;
    }
    add("route:" + route.id,
        FindingLevel::Block,
        phrase("The application ends here: {reason}", {{"reason", route.text}}));
}

void Evaluation::judgeQuestions()
{
    for (const auto& id : m_evidence.situation.unanswered) {
        const auto* question = m_evidence.guide.findQuestion(id);
        add("question:" + id,
            FindingLevel::Block,
            phrase("Answer the question: {question}", {{"question", question ? question->text : id}}))
            .question = id;
    }
}

void Evaluation::judgeForms()
{
    for (const auto& form : m_evidence.guide.forms) {
        const auto problems = m_evidence.problems.find(form.id());
        if (problems == m_evidence.problems.end())
            continue;
        for (const auto& problem : problems->second) {
            const auto level =
                problem.level == ProblemLevel::Block ? FindingLevel::Block : FindingLevel::Warn;
            auto& finding = add("field:" + form.id() + problem.pointer, level, problem.text);
            finding.form = form.id();
            finding.field = problem.pointer;
        }
    }
}

Need Evaluation::makeNeed(const Material& material, const Party* party, std::size_t ordinal) const
{
    Need need{material, party ? party->key : std::string(), {}, material.name, {}};
    need.holding.party = party;
    if (ordinal > 1) {
        need.suffix = "@" + need.party;
        need.title += " (" + std::to_string(ordinal) + ")";
    }
    for (const auto& entry : m_evidence.draft.materials) {
        const bool early =
            ordinal == 1 && (entry.party.empty() || (party == nullptr && entry.party == material.per));
        if (entry.id == material.id && (entry.party == need.party || early))
            take(need.holding, entry);
    }
    if (party != nullptr && need.holding.pages == 0 && !need.holding.hasProof())
        takeFromElsewhere(need);
    return need;
}

void Evaluation::take(Holding& holding, const CaseMaterial& entry) const
{
    holding.entries.push_back(&entry);
    holding.pages += static_cast<int>(
        std::count_if(entry.pages.begin(), entry.pages.end(), [this](const base::PageId& page) {
            return std::binary_search(m_livePages.begin(), m_livePages.end(), page);
        }));
}

/// A licence is the same paper whatever a guide calls it; a form made here never is, and a query is of its own question.
bool isSamePaper(const Material& one, const Material& other)
{
    if (one.name == other.name)
        return true;
    const auto isLicence = [](const Material& material) {
        return material.exemption && material.exemption->by == ExemptBy::ELicence;
    };
    return isLicence(one) && isLicence(other) && !one.exemption->certificate.empty()
           && one.exemption->certificate == other.exemption->certificate;
}

/// The same person's other places in this role, then his other roles that are asked for the same paper.
void Evaluation::takeFromElsewhere(Need& need) const
{
    const auto& self = *need.holding.party;
    const auto takeFromEither = [&](const std::string& material, const std::string& key) {
        if (takeFrom(need, material, key))
            return true;
        const auto [first, last] = m_evidence.otherKeys.equal_range(key);
        return std::any_of(
            first, last, [&](const auto& other) { return takeFrom(need, material, other.second); });
    };
    if (takeFromEither(need.material.id, self.key))
        return;
    for (const auto& material : m_evidence.guide.materials)
        for (const auto& party : m_evidence.parties)
            if (party.role != self.role && party.role == material.per && isSamePaper(need.material, material)
                && hasSameNumber({party.name, party.idNumber}, {self.name, self.idNumber})
                && takeFromEither(material.id, party.key))
                return;
}

bool Evaluation::takeFrom(Need& need, const std::string& material, const std::string& party) const
{
    const auto* entry = m_evidence.draft.findMaterial(material, party);
    if (entry == nullptr)
        return false;
    Holding elsewhere;
    take(elsewhere, *entry);
    if (elsewhere.pages == 0 && !elsewhere.hasProof())
        return false;
    take(need.holding, *entry);
    need.at = MaterialNeed{material, party};
    return true;
}

std::vector<Need> Evaluation::needsOf(const Material& material) const
{
    std::vector<Need> needs;
    if (material.per != "case")
        for (const auto& party : m_evidence.parties)
            if (party.role == material.per)
                needs.push_back(makeNeed(material, &party, needs.size() + 1));
    if (needs.empty())
        needs.push_back(makeNeed(material, nullptr, 1));
    return needs;
}

/// Without the line only what the counter itself can find out is proved (GUIDE-FORMAT "Completeness").
bool Evaluation::isProved(const Need& need) const
{
    const auto& rule = need.material.exemption;
    if (!rule || m_evidence.failedExemptions.contains(need.material.id))
        return false;
    if (rule->by == ExemptBy::Generated && !need.material.generatedFrom.empty())
        return m_evidence.isValid(need.material.generatedFrom);
    if (m_evidence.context.offline && rule->offline == OfflineExemption::CollectCopy)
        return false;
    return need.holding.hasProof();
}

/// What can be computed is computed anew; a person's verdict stands for the rest.
PointVerdict Evaluation::verdictOf(const ReviewPoint& point, const Need& need) const
{
    const auto computed = decidePoint(point, need.material, need.holding, m_evidence);
    if (computed != PointVerdict::Open)
        return computed;
    const auto* recorded = need.holding.recorded(point.id);
    return recorded ? recorded->verdict : PointVerdict::Open;
}

void Evaluation::addPoint(const Need& need, const ReviewPoint& point, PointVerdict verdict)
{
    const bool failed = verdict == PointVerdict::Fail;
    const bool stops = failed && point.level == PointLevel::Block && need.stops();
    const auto level = stops ? FindingLevel::Block : failed ? FindingLevel::Warn : FindingLevel::Ask;
    const std::vector<base::Argument> arguments{{"material", need.title}, {"point", point.text}};
    auto& finding = addFor(need,
                           "point",
                           level,
                           failed ? phrase("{material} does not pass the review point: {point}", arguments)
                                  : phrase("Look at {material}: {point}", arguments));
    finding.id = "point:" + need.material.id + "/" + point.id + need.suffix;
    finding.point = point.id;
}

/// A material that was never on the desk has nothing to look at; only what was said against it counts.
bool Evaluation::pointsHold(const Need& need)
{
    const auto& rule = need.material.exemption;
    const bool canLook = need.holding.pages > 0 || (rule && rule->by == ExemptBy::Generated);
    bool good = true;
    for (const auto& point : need.material.points) {
        auto verdict = PointVerdict::Pass;
        if (canLook)
            verdict = verdictOf(point, need);
        else if (const auto* recorded = need.holding.recorded(point.id);
                 recorded && recorded->verdict == PointVerdict::Fail)
            verdict = PointVerdict::Fail;
        if (verdict != PointVerdict::Pass)
            addPoint(need, point, verdict);
        good = good && !(verdict == PointVerdict::Fail && point.level == PointLevel::Block);
    }
    return good;
}

bool Evaluation::validityHolds(const Need& need)
{
    const auto& validity = need.material.validity;
    if (!validity)
        return true;
    const auto fact = need.holding.fact(validity->field);
    const auto verdict = decideValidity(*validity, fact, m_evidence.context.today);
    const auto& points = need.material.points;
    const bool judgedByPoint = std::any_of(points.begin(), points.end(), [](const ReviewPoint& point) {
        return point.automatic == "date_ge_today" || point.automatic == "date_within";
    });
    if (verdict == PointVerdict::Pass || (judgedByPoint && need.holding.pages > 0))
        return true;
    const auto term = readTerm(fact);
    const bool lasts = validity->rule == ValidityRule::NotBeforeToday;
    const auto day = lasts ? (term ? term->to : std::nullopt) : firstDay(fact);
    const std::vector<base::Argument> arguments{{"material", need.title},
                                                {"date", day ? base::formatDate(*day) : fact}};
    if (verdict == PointVerdict::Fail) {
        addFor(need,
               "validity",
               need.stops() ? FindingLevel::Block : FindingLevel::Warn,
               lasts ? phrase("{material} is no longer valid; it was valid until {date}.", arguments)
                     : phrase("{material} is out of its time; it was issued on {date}.", arguments));
        return false;
    }
    if (need.holding.pages > 0)
        addFor(need, "validity", FindingLevel::Ask, phrase("Enter the date on {material}.", arguments));
    return true;
}

void Evaluation::addMissing(const Need& need)
{
    const auto& material = need.material;
    if (const auto until = m_evidence.draft.deferredUntil(material.id, need.party);
        until && material.necessity == Necessity::Deferrable)
    {
        addFor(need,
               "missing",
               FindingLevel::Warn,
               phrase("{material} is to be handed in by {date}.",
                      {{"material", need.title}, {"date", base::formatDate(*until)}}));
        return;
    }
    const std::vector<base::Argument> arguments{{"material", need.title},
                                                {"originals", std::to_string(material.originals)},
                                                {"copies", std::to_string(material.copies)}};
    addFor(need,
           "missing",
           need.stops() ? FindingLevel::Block : FindingLevel::Warn,
           need.stops()
               ? phrase("{material} is missing (originals: {originals}, copies: {copies}).", arguments)
               : phrase("{material} is missing and may be handed in later: agree on a date (originals: "
                        "{originals}, copies: {copies}).",
                        arguments));
}

void Evaluation::judgeNeed(const Need& need)
{
    const bool required = need.material.necessity != Necessity::Optional;
    const bool proved = isProved(need);
    const bool held = proved || need.holding.pages > 0;
    bool good = held;
    if (required && !held)
        addMissing(need);
    if (held) {
        const bool pointsGood = pointsHold(need);
        good = validityHolds(need) && pointsGood;
    }
    if (!required)
        return;
    const MaterialNeed named{need.material.id, need.party};
    m_result.required.push_back(named);
    if (need.at)
        m_result.shared.push_back({named, *need.at});
    if (proved)
        m_result.exempt.push_back(named);
    if (good)
        return;
    m_result.missing.push_back(named);
    m_onlyDeferrableMissing = m_onlyDeferrableMissing && need.material.necessity == Necessity::Deferrable;
}

Verdict Evaluation::verdict() const
{
    const bool formsValid = std::all_of(m_evidence.problems.begin(),
                                        m_evidence.problems.end(),
                                        [](const auto& form) { return isValid(form.second); });
    if (!formsValid || !m_evidence.situation.unanswered.empty() || !m_onlyDeferrableMissing)
        return Verdict::NeedsCorrection;
    return m_result.missing.empty() ? Verdict::Acceptable : Verdict::AcceptableWithDeferral;
}

Completeness Evaluation::run()
{
    m_result.visibleQuestions = m_evidence.situation.visible;
    if (const auto* route = findRoute()) {
        endByRoute(*route);
        return std::move(m_result);
    }
    judgeQuestions();
    judgeForms();
    m_result.findings.insert(
        m_result.findings.end(), m_evidence.aboutPeople.begin(), m_evidence.aboutPeople.end());
    for (const auto& material : m_evidence.guide.materials)
        if (material.when.holdsFor(m_visible))
            for (const auto& need : needsOf(material))
                judgeNeed(need);
    m_result.verdict = verdict();
    return std::move(m_result);
}

}  // namespace

Completeness evaluate(const Evidence& evidence)
{
    return Evaluation(evidence).run();
}

}  // namespace forms
