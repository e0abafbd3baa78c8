#include "review_facts.h"

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

/// Blanks, full width blanks and the case of letters make nothing different.
std::string comparable(std::string_view text)
{
    constexpr std::string_view WideBlank = "\u3000";
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, WideBlank.size()) == WideBlank) {
            i += WideBlank.size() - 1;
            continue;
        }
        const char c = text[i];
        if (c != ' ' && c != '\t' && c != '\n')
            result += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return result;
}

/// What everything else in the case says under that name.
std::vector<std::string> saidElsewhere(const Facts& facts, const std::string& name)
{
    std::vector<std::string> said;
    for (const auto& form : facts.evidence.guide.forms)
        if (const auto data = facts.evidence.draft.forms.find(form.id());
            data != facts.evidence.draft.forms.end())
            if (const auto text = data->second.text("/" + name))
                said.push_back(*text);
    for (const auto& entry : facts.evidence.draft.materials)
        if (const auto fact = entry.facts.find(name);
            entry.id != facts.material.id && fact != entry.facts.end())
            said.push_back(fact->second);
    if (const auto* party = facts.holding.party) {
        if (name == "name")
            said.push_back(party->name);
        if (name == "number" || name == "idno" || name == "id_number")
            said.push_back(party->idNumber);
    }
    std::erase(said, std::string());
    return said;
}

constexpr std::array<std::string_view, 11> DivisionEnds{
    "省", "市", "区", "县", "旗", "州", "盟", "镇", "乡", "街道", "林区"};
constexpr std::array<std::string_view, 2> Forbidden{"企业", "公司"};
constexpr std::array<std::string_view, 40> Organisations{
    "店", "馆", "部", "厂", "坊", "行",   "铺",   "社",     "屋",   "吧",     "厅",     "堂",  "摊", "站",
    "室", "房", "院", "所", "园", "场",   "城",   "楼",     "轩",   "阁",     "斋",     "居",  "庄", "家",
    "号", "户", "处", "点", "队", "超市", "中心", "工作室", "商行", "经营部", "服务部", "市场"};

bool isHan(std::string_view text)
{
    return text.size() == 3 && static_cast<unsigned char>(text[0]) >= 0xe4
           && static_cast<unsigned char>(text[0]) <= 0xe9;
}

std::size_t hanIn(std::string_view text)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i + 2 < text.size();)
        if (isHan(text.substr(i, 3))) {
            ++count;
            i += 3;
        } else {
            ++i;
        }
    return count;
}

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

}  // namespace

PointVerdict decideCrossEqual(const Facts& facts)
{
    auto verdict = PointVerdict::Open;
    for (const auto* entry : facts.holding.entries)
        for (const auto& [name, value] : entry->facts) {
            if (value.empty() || std::find(OfThePaper.begin(), OfThePaper.end(), name) != OfThePaper.end())
                continue;
            for (const auto& other : saidElsewhere(facts, name)) {
                if (comparable(other) != comparable(value))
                    return PointVerdict::Fail;
                verdict = PointVerdict::Pass;
            }
        }
    return verdict;
}

PointVerdict decideDateRange(const Facts& facts)
{
    const auto from = base::parseDate(facts.any({"valid_from", "from", "start"}));
    const auto end = facts.any({"valid_to", "to", "end"});
    const auto to = base::parseDate(end);
    const bool endless = end == "长期" || end == "long";
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
    name = comparable(name);
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
    return hanIn(own.substr(0, own.size() - longest)) >= 2 ? PointVerdict::Pass : PointVerdict::Fail;
}

}  // namespace forms
