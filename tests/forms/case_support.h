#pragma once

#include "guide_folder.h"

#include <forms/completeness.h>

#include <string>

namespace tests {

inline base::Date day(const std::string& text)
{
    return base::parseDate(text).value();
}

inline const base::Timestamp Morning = base::parseTimestamp("2025-06-30T09:00:00+08:00").value();

/// Puts one page of paper to a material of the case.
inline forms::Page& addPage(forms::Case& draft, const std::string& material, const std::string& party = {})
{
    forms::Page page;
    page.id = base::PageId::make(Morning);
    draft.materialEntry(material, party).pages.push_back(page.id);
    return draft.pages.emplace_back(std::move(page));
}

inline void fill(forms::Case& draft,
                 const forms::Guide& guide,
                 const std::string& field,
                 const std::string& text)
{
    const auto filled = guide.findForm("application")->fill(draft.forms["application"], field, text);
    if (!filled)
        throw std::runtime_error(base::describe(filled.error()));
}

/// A shop opened by one person in rented rooms: everything there but the lease (m-cs), the card read.
inline forms::Case shopCase(const forms::Guide& guide)
{
    forms::Case draft;
    draft.received = Morning;
    draft.answers = {{"form", std::string("p")},
                     {"use_name", std::string("yes")},
                     {"place", std::string("rent")},
                     {"food", std::string("full")},
                     {"pre_approval", std::string("no")},
                     {"agent", std::string("self")}};
    for (const auto& [field, text] : std::initializer_list<std::pair<const char*, const char*>>{
             {"name", "测试区示例甲小吃店"},
             {"operator", "示例甲"},
             {"operator_id", "330399198506150139"},
             {"operator_address", "测试区示例镇示例村1号"},
             {"phone", "13800000000"},
             {"composition", "个人经营"},
             {"premises", "测试区示例路1号102室"},
             {"staff", "2"},
             {"scope", "餐饮服务"}})
        fill(draft, guide, field, text);
    draft.materialEntry("m-id").proof = forms::Proof{"read-card", "1", Morning};
    return draft;
}

inline const forms::Finding* findFinding(const forms::Completeness& completeness, const std::string& id)
{
    for (const auto& finding : completeness.findings)
        if (finding.id == id)
            return &finding;
    return nullptr;
}

inline std::vector<std::string> idsOf(const std::vector<forms::MaterialNeed>& needs)
{
    std::vector<std::string> ids;
    for (const auto& need : needs)
        ids.push_back(need.party.empty() ? need.material : need.material + "@" + need.party);
    return ids;
}

}  // namespace tests
