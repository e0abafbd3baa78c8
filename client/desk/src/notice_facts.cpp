#include "notice_facts.h"

#include <i18n/language.h>

#include <algorithm>

namespace desk {

namespace {

constexpr auto Record = i18n::Language::SimplifiedChinese;

/// Shown so that the applicant can ask for the case by telephone without its number being enough: the last eight
/// characters of the id, which are random (UUIDv7).
std::string lookUpCode(base::CaseId id)
{
    const auto text = id.toString();
    return text.substr(text.size() - 8);
}

std::string optionText(const forms::Question& question, const std::string& value)
{
    const auto* option = question.findOption(value);
    return option != nullptr ? option->text : value;
}

std::string answerText(const forms::Question& question, const forms::Answer& answer)
{
    if (const auto* one = std::get_if<std::string>(&answer))
        return optionText(question, *one);
    if (const auto* number = std::get_if<double>(&answer)) {
        auto text = std::to_string(*number);
        text.erase(text.find_last_not_of('0') + 1);
        return text.back() == '.' ? text.substr(0, text.size() - 1) : text;
    }
    std::string all;
    for (const auto& value : std::get<std::vector<std::string>>(answer))
        all.append(all.empty() ? "" : "、").append(optionText(question, value));
    return all;
}

std::string situationOf(const CaseView& view)
{
    const auto answers = forms::visibleAnswers(*view.guide, view.draft.answers);
    std::string all;
    for (const auto& question : view.guide->questions)
        if (const auto found = answers.find(question.id); found != answers.end())
            all.append(all.empty() ? "" : ";").append(question.text).append(":").append(
                answerText(question, found->second));
    return all;
}

papers::NamedPerson personOf(const forms::Party& party)
{
    return {party.name, party.idNumber, party.phone};
}

std::size_t livePages(const forms::Case& draft, const forms::CaseMaterial& material)
{
    return static_cast<std::size_t>(std::count_if(material.pages.begin(), material.pages.end(), [&](base::PageId id) {
        const auto* page = draft.findPage(id);
        return page != nullptr && !page->discarded;
    }));
}

papers::HandedIn handedIn(const forms::Case& draft, const forms::CaseMaterial& material)
{
    const auto* first = material.pages.empty() ? nullptr : draft.findPage(material.pages.front());
    if (first == nullptr)
        return papers::HandedIn::FilledHere;
    switch (first->from) {
    case forms::PageOrigin::Scan: return papers::HandedIn::Scanned;
    case forms::PageOrigin::Camera: return papers::HandedIn::Photographed;
    case forms::PageOrigin::File: return papers::HandedIn::FileGiven;
    }
    return papers::HandedIn::Scanned;
}

bool contains(const std::vector<forms::MaterialNeed>& needs, const forms::MaterialNeed& need)
{
    return std::find(needs.begin(), needs.end(), need) != needs.end();
}

papers::DueDay dueDay(base::Date start, const forms::Period& period, const forms::Calendar& calendar)
{
    papers::DueDay due{std::nullopt, period};
    if (const auto date = forms::dueDate(start, period, calendar))
        due.date = *date;
    return due;
}

/// Originals and copies as counted on the desk; uncounted ones as the guide asks for them.
papers::ReceivedMaterial receivedOf(const forms::Case& draft,
                                    const forms::CaseMaterial& entry,
                                    const forms::Material& material)
{
    const bool counted = entry.paper != forms::PaperCount{};
    const int originals = counted ? entry.paper.originals : material.originals;
    const int copies = counted ? entry.paper.copies : 0;
    const int kept = counted ? entry.paper.kept : 0;
    return {material.name,
            originals,
            copies,
            static_cast<int>(livePages(draft, entry)),
            originals + copies - kept,
            handedIn(draft, entry)};
}

void addMaterials(papers::NoticeFacts& facts, const CaseView& view, const forms::Calendar& calendar, base::Date today)
{
    const auto& [draft, guide, completeness] = view;
    for (const auto& entry : draft.materials)
        if (const auto* material = guide->findMaterial(entry.id); material != nullptr && livePages(draft, entry) > 0)
            facts.received.push_back(receivedOf(draft, entry, *material));
    for (const auto& need : completeness.required) {
        const auto* material = guide->findMaterial(need.material);
        const auto* entry = draft.findMaterial(need.material, need.party);
        if (entry != nullptr && livePages(draft, *entry) > 0)
            continue;
        if (contains(completeness.exempt, need)) {
            facts.notReceived.push_back({material->name, papers::NotReceivedBecause::Exempt, std::nullopt});
            continue;
        }
        if (!contains(completeness.missing, need))
            continue;
        const bool deferred = entry != nullptr && entry->deferredUntil.has_value();
        facts.notReceived.push_back({material->name,
                                     deferred ? papers::NotReceivedBecause::Deferred
                                              : papers::NotReceivedBecause::Missing,
                                     deferred ? entry->deferredUntil : std::nullopt});
        if (deferred) {
            const forms::Period committed{material->deferralDays, forms::TimeUnit::Workday, {}};
            auto due = dueDay(today, committed, calendar);
            due.date = entry->deferredUntil;
            facts.deferred.push_back(
                {material->name,
                 i18n::translate(i18n::phrase("{originals} originals, {copies} copies",
                                              {{"originals", std::to_string(material->originals)},
                                               {"copies", std::to_string(material->copies)}}),
                                 Record),
                 due});
        }
    }
}

/// Everything that stops acceptance, in one list (行政许可法 art. 32(4): once, all).
void addCorrections(papers::NoticeFacts& facts, const CaseView& view)
{
    for (const auto& finding : view.completeness.findings) {
        if (finding.level != forms::FindingLevel::Block)
            continue;
        papers::CorrectionItem item;
        item.wrong = i18n::translate(finding.text, Record);
        if (const auto* material = view.guide->findMaterial(finding.material)) {
            item.material = material->name;
            item.standard = material->standard;
            item.basis = material->basis;
        } else if (const auto* form = view.guide->findForm(finding.form)) {
            item.material = form->name();
        } else {
            item.material = i18n::translate("Situation", Record);
        }
        facts.corrections.push_back(std::move(item));
    }
}

void addRefusal(papers::NoticeFacts& facts, const CaseView& view)
{
    for (const auto& route : view.guide->routes)
        if (route.id == view.completeness.route)
            facts.refusal = papers::Refusal{route.outcome, route.text, {}};
}

}  // namespace

papers::NoticeFacts noticeFacts(const CaseView& view,
                                const api::Identity& clerk,
                                const forms::Calendar& calendar,
                                base::Timestamp now)
{
    const auto& draft = view.draft;
    const auto today = base::hallDate(now);
    papers::NoticeFacts facts;
    facts.caseId = draft.id.toString();
    facts.number = draft.officialNumber.empty() ? draft.number : draft.officialNumber;
    facts.lookUpCode = lookUpCode(draft.id);
    facts.centre = clerk.hall.name;
    facts.window = draft.workstation;
    facts.telephone = clerk.hall.telephone;
    facts.complaintTelephone = clerk.hall.complaintTelephone;
    facts.clerk = clerk.displayName.empty() ? clerk.name : clerk.displayName;
    facts.matter = view.guide->name();
    facts.situation = situationOf(view);
    facts.guideVersion = view.guide->version;
    facts.legalBasis = view.guide->legalBasis;
    facts.receivedAt = draft.received;
    facts.madeOn = today;
    facts.correction = view.guide->limits.correction;
    const auto parties = forms::partiesOf(*view.guide, draft);
    if (!parties.empty())
        facts.applicant = personOf(parties.front());
    for (const auto& party : parties)
        if (party.role == "agent")
            facts.agent = personOf(party);
    if (facts.correction.window.unit == forms::TimeUnit::Workday || facts.correction.window.unit == forms::TimeUnit::Day)
        facts.correctionDue = dueDay(base::hallDate(draft.received), facts.correction.window, calendar);
    addMaterials(facts, view, calendar, today);
    addCorrections(facts, view);
    addRefusal(facts, view);
    return facts;
}

}  // namespace desk
