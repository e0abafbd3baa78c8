#include "review_facts.h"

#include <base/utf8.h>
#include <forms/folding.h>
#include <forms/han.h>
#include <forms/printed_date.h>

#include <algorithm>
#include <array>

namespace forms {

namespace {

/// Facts of the paper itself: nothing else has to say the same.
constexpr std::array<std::string_view, 12> OfThePaper{"valid_from",
                                                      "valid_to",
                                                      "issue_date",
                                                      "date",
                                                      "signed",
                                                      "from",
                                                      "to",
                                                      "pages",
                                                      "page_count",
                                                      "start",
                                                      "end",
                                                      "card"};

constexpr std::array<std::string_view, 4> NumberNames{"number", "idno", "id_number", "uscc"};

/// Whether the two say the same: folded, as numbers where they are some, and as days however they are written.
bool saysTheSame(std::string_view name, std::string_view one, std::string_view other)
{
    if (isSameText(one, other))
        return true;
    if (std::find(NumberNames.begin(), NumberNames.end(), name) != NumberNames.end())
        return foldedNumber(one) == foldedNumber(other);
    const auto day = readDay(one);
    return day && day == readDay(other);
}

/// The value of a form, and what the person who chose it saw: a paper says 女 where the form keeps 2.
std::vector<std::string> saidInForm(const Form& form, const FormData& data, const std::string& name)
{
    const auto text = data.text("/" + name);
    if (!text || foldedText(*text).empty())
        return {};
    std::vector<std::string> said{*text};
    if (const auto* field = form.findField("/" + name))
        for (const auto& option : field->options)
            if (option.value == *text)
                said.push_back(option.title);
    return said;
}

/// What each of the others in the case says under that name: one list of equal words for each.
using Said = std::vector<std::vector<std::string>>;

Said saidInForms(const Facts& facts, const std::string& name)
{
    Said said;
    for (const auto& form : facts.evidence.guide.forms)
        if (const auto data = facts.evidence.draft.forms.find(form.id());
            data != facts.evidence.draft.forms.end())
            if (auto words = saidInForm(form, data->second, name); !words.empty())
                said.push_back(std::move(words));
    return said;
}

Said saidOfParty(const Facts& facts, const std::string& name)
{
    const auto& party = *facts.holding.party;
    if (name == "name" && !party.name.empty())
        return {{party.name}};
    const bool isNumber = name == "number" || name == "idno" || name == "id_number";
    return isNumber && !party.idNumber.empty() ? Said{{party.idNumber}} : Said();
}

Said saidElsewhere(const Facts& facts, const std::string& name)
{
    auto said = saidInForms(facts, name);
    for (const auto& entry : facts.evidence.draft.materials)
        if (const auto fact = entry.facts.find(name);
            entry.id != facts.material.id && fact != entry.facts.end() && !fact->second.empty())
            said.push_back({fact->second});
    if (facts.holding.party)
        for (auto& words : saidOfParty(facts, name))
            said.push_back(std::move(words));
    return said;
}

constexpr std::array<std::string_view, 11> DivisionEnds{
    "省", "市", "区", "县", "旗", "州", "盟", "镇", "乡", "街道", "林区"};
constexpr std::array<std::string_view, 2> Forbidden{"企业", "公司"};
constexpr std::array<std::string_view, 40> Organisations{
    "店", "馆", "部", "厂", "坊", "行",   "铺",   "社",     "屋",   "吧",     "厅",     "堂",  "摊", "站",
    "室", "房", "院", "所", "园", "场",   "城",   "楼",     "轩",   "阁",     "斋",     "居",  "庄", "家",
    "号", "户", "处", "点", "队", "超市", "中心", "工作室", "商行", "经营部", "服务部", "市场"};

/// Bytes of the division the name begins with, the longest; 0 = none.
std::size_t divisionOf(std::string_view name)
{
    constexpr std::size_t Shortest = 6;  // two characters: 沧县
    constexpr std::size_t Longest = 45;
    std::size_t found = 0;
    for (const auto end : DivisionEnds)
        for (auto at = name.find(end); at != std::string_view::npos && at + end.size() <= Longest;
             at = name.find(end, at + end.size()))
            if (at + end.size() >= Shortest)
                found = found == 0 ? at + end.size() : std::min(found, at + end.size());
    return found;
}

/// Fail where one fact of the paper is not what another says under its name, Pass where all agree, Open where nothing
/// else says anything.
PointVerdict compareFacts(const Facts& facts, Said (*others)(const Facts&, const std::string&))
{
    auto verdict = PointVerdict::Open;
    for (const auto* entry : facts.holding.entries)
        for (const auto& [name, value] : entry->facts) {
            if (value.empty() || std::find(OfThePaper.begin(), OfThePaper.end(), name) != OfThePaper.end())
                continue;
            for (const auto& words : others(facts, name)) {
                const bool same =
                    std::any_of(words.begin(), words.end(), [&key = name, &said = value](const auto& word) {
                        return saysTheSame(key, said, word);
                    });
                if (!same)
                    return PointVerdict::Fail;
                verdict = PointVerdict::Pass;
            }
        }
    return verdict;
}

/// A trade name's own part of two characters or more; letters of another script are for a person to judge, unless they
/// are the operator's own name (个体工商户名称登记管理办法 art. 8).
PointVerdict judgeOwnName(std::string_view own, const Facts& facts)
{
    const auto operatorName = facts.holding.party ? foldedText(facts.holding.party->name) : std::string();
    if (countHan(own) >= 2 || (!operatorName.empty() && own.find(operatorName) != std::string_view::npos))
        return PointVerdict::Pass;
    return base::countCodePoints(own) - countHan(own) >= 2 ? PointVerdict::Open : PointVerdict::Fail;
}

}  // namespace

PointVerdict decideOcrEqualsForm(const Facts& facts)
{
    return compareFacts(facts, facts.holding.party ? saidOfParty : saidInForms);
}

PointVerdict decideCrossEqual(const Facts& facts)
{
    return compareFacts(facts, saidElsewhere);
}

PointVerdict decideDateRange(const Facts& facts)
{
    const auto begin = readTerm(facts.any({"valid_from", "from", "start"}));
    const auto end = readTerm(facts.any({"valid_to", "to", "end"}));
    // A term printed in one, "2015.06.15-2035.06.15", tells both ends under either name.
    const auto from = !begin ? (end ? end->from : std::nullopt) : begin->from ? begin->from : begin->to;
    const bool whole = begin && begin->from;
    const auto to = end ? end->to : whole ? begin->to : std::nullopt;
    const bool endless = end ? end->endless : whole && begin->endless;
    const auto applied = facts.applied();
    if ((from && *from > applied) || (to && *to < applied) || (from && to && *to < *from))
        return PointVerdict::Fail;
    return from && (to || endless) ? PointVerdict::Pass : PointVerdict::Open;
}

PointVerdict decideNameRule(const Facts& facts)
{
    auto name = facts.any({"trade_name", "name"});
    if (const auto* form = facts.form(); name.empty() && form != nullptr)
        if (const auto data = facts.evidence.draft.forms.find(form->id());
            data != facts.evidence.draft.forms.end())
            name = data->second.text("/name").value_or("");
    name = foldedText(name);
    if (name.empty())
        return PointVerdict::Open;
    for (const auto word : Forbidden)
        if (name.find(word) != std::string::npos)
            return PointVerdict::Fail;
    const auto division = divisionOf(name);
    if (division == 0)
        return PointVerdict::Fail;
    const auto own = std::string_view(name).substr(division);
    std::size_t longest = 0;
    for (const auto word : Organisations)
        if (own.ends_with(word))
            longest = std::max(longest, word.size());
    if (longest == 0)
        return PointVerdict::Open;
    // Two characters of its own and at least one of the trade; the form of organisation may say the trade as well.
    return judgeOwnName(own.substr(0, own.size() - longest), facts);
}

}  // namespace forms
