// How long the check of a large case takes, which runs at every keystroke in a form: 30 materials, 150 fields.
#include <forms/completeness.h>
#include <forms/guide.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <string>
#include <vector>

namespace {

using Json = nlohmann::json;

constexpr int Materials = 30;
constexpr int Fields = 150;
constexpr int Questions = 10;
constexpr std::size_t Checks = 2'000;

double computedMilliseconds()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

template <class Work>
double computing(Work work)
{
    const auto begin = computedMilliseconds();
    work();
    return computedMilliseconds() - begin;
}

double percentile(std::vector<double>& times, std::size_t percent)
{
    std::sort(times.begin(), times.end());
    return times[times.size() * percent / 100];
}

Json whenAnswered(int question)
{
    const auto id = "q" + std::to_string(question);
    return {{"properties", {{id, {{"const", "yes"}}}}}, {"required", {id}}};
}

Json questions()
{
    auto all = Json::array();
    for (int i = 0; i < Questions; ++i)
        all.push_back({{"id", "q" + std::to_string(i)},
                       {"text", "第" + std::to_string(i) + "问"},
                       {"kind", "single"},
                       {"options", {{{"value", "yes"}, {"text", "是"}}, {{"value", "no"}, {"text", "否"}}}}});
    return all;
}

Json materials()
{
    auto all = Json::array();
    for (int i = 0; i < Materials; ++i) {
        auto points = Json::array();
        for (const auto* rule : {"gb11643", "date_ge_today", "form_complete"})
            points.push_back(
                {{"id", std::string("p-") + rule}, {"text", "审查要点"}, {"level", "block"}, {"auto", rule}});
        all.push_back({{"id", "m" + std::to_string(i)},
                       {"name", "材料" + std::to_string(i)},
                       {"category", "certificate"},
                       {"form", "paper"},
                       {"original", 1},
                       {"copies", 1},
                       {"necessity", i % 5 == 0 ? "deferrable" : "required"},
                       {"source", "applicant"},
                       {"per", "case"},
                       {"when", whenAnswered(i % Questions)},
                       {"standard", "清晰完整"},
                       {"basis", {"依据"}},
                       {"review_points", points}});
    }
    return all;
}

/// Texts with patterns, numbers, choices and formats in turn; some shown by a rule.
Json form()
{
    Json properties;
    auto elements = Json::array();
    for (int i = 0; i < Fields; ++i) {
        const auto id = "f" + std::to_string(i);
        switch (i % 5) {
        case 0: properties[id] = {{"type", "string"}, {"title", id}, {"pattern", "^[一-龥·]{2,30}$"}}; break;
        case 1: properties[id] = {{"type", "string"}, {"title", id}, {"format", "cn-id"}}; break;
        case 2:
            properties[id] = {{"type", "integer"}, {"title", id}, {"minimum", 0}, {"maximum", 999}};
            break;
        case 3: properties[id] = {{"type", "string"}, {"title", id}, {"enum", {"甲", "乙", "丙"}}}; break;
        default: properties[id] = {{"type", "string"}, {"title", id}, {"format", "date"}}; break;
        }
        Json control{{"type", "Control"}, {"scope", "#/properties/" + id}};
        if (i % 10 == 9)
            control["rule"] = {{"effect", "SHOW"},
                               {"condition", {{"scope", "#/properties/f3"}, {"schema", {{"const", "甲"}}}}}};
        elements.push_back(std::move(control));
    }
    auto required = Json::array();
    for (int i = 0; i < Fields; i += 3)
        required.push_back("f" + std::to_string(i));
    return {{"id", "application"},
            {"name", "申请表"},
            {"schema", {{"type", "object"}, {"properties", properties}, {"required", required}}},
            {"ui", {{"type", "VerticalLayout"}, {"elements", elements}}}};
}

std::string guideText()
{
    const Json guide{{"format", "onewindow-guide/1"},
                     {"code", "bench"},
                     {"version", "1"},
                     {"effective", {{"from", "2026-01-01"}}},
                     {"name", {{"main", "测速"}, {"item", "测速"}}},
                     {"department", {{"name", "测试区某局"}, {"uscc", ""}}},
                     {"handling", "committed"},
                     {"limits",
                      {{"legal", {{"n", 20}, {"unit", "workday"}}},
                       {"promised", {{"n", 10}, {"unit", "workday"}}},
                       {"clock_starts", "accepted"},
                       {"correction",
                        {{"regime", "xzxk"},
                         {"window", {{"n", 5}, {"unit", "workday"}}},
                         {"on_expiry", "deemed_accepted_from_receipt_date"},
                         {"once", true}}}}},
                     {"questions", questions()},
                     {"materials", materials()},
                     {"forms", {form()}}};
    return guide.dump();
}

forms::Case caseOf(const forms::Guide& guide)
{
    forms::Case draft;
    draft.guide = {guide.code, guide.version, guide.sha256};
    for (int i = 0; i < Questions; ++i)
        draft.answers["q" + std::to_string(i)] = std::string(i % 3 == 0 ? "no" : "yes");
    auto& data = draft.forms["application"];
    for (const auto& field : guide.forms.front().fields()) {
        const auto number = std::atoi(field.pointer.c_str() + 2);
        const char* texts[] = {"示例甲", "330399198506150139", "12", "甲", "2026-11-22"};
        const auto* text = number % 10 == 1 ? "330399" : texts[number % 5];  // some half typed
        (void)guide.forms.front().fill(data, field.pointer, text);
    }
    return draft;
}

}  // namespace

int main()
{
    const auto guide = forms::readGuide(guideText());
    if (!guide) {
        std::cerr << base::describe(guide.error()) << '\n';
        return 1;
    }
    auto draft = caseOf(*guide);
    const auto today = *base::parseDate("2026-11-22");
    std::vector<double> checks;
    std::vector<double> readings;
    std::size_t findings = 0;
    for (std::size_t i = 0; i < Checks; ++i) {
        auto& data = draft.forms["application"];
        // Something else is typed each time.
        (void)guide->forms.front().fill(data, "/f2", std::to_string(i % 999));
        const auto text = data.toJson();
        readings.push_back(computing([&] { (void)forms::FormData::parse(text); }));
        checks.push_back(computing([&] {
            findings = forms::check(*guide, draft, {today, false}).findings.size();
        }));
    }
    std::printf("check of %d materials and %d fields   p50 %.2f ms   p99 %.2f ms   figure: p99 <= 2 ms   "
                "(%zu findings; reading the form's JSON alone p99 %.2f ms)\n",
                Materials,
                Fields,
                percentile(checks, 50),
                percentile(checks, 99),
                findings,
                percentile(readings, 99));
    return 0;
}
