#pragma once

#include <nlohmann/json.hpp>

#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace tests {

/// A condition as people think it, beside the schema it is written as: nothing here reads the schema.
struct Wish {
    enum class Kind { Always, Is, IsUnlessOpen, IsOneOf, Has, IsBelow, IsAnswered, All, Any, Not };
    Kind kind = Kind::Always;
    std::string question;
    std::vector<std::string> values;
    double bound = 0;
    std::vector<Wish> parts;

    [[nodiscard]] nlohmann::json schema() const
    {
        using Json = nlohmann::json;
        const auto about = [this](Json rule) { return Json{{"properties", {{question, std::move(rule)}}}}; };
        const auto answered = [this](Json schema) {
            schema["required"] = nlohmann::json::array({question});
            return schema;
        };
        auto all = Json::array();
        for (const auto& part : parts)
            all.push_back(part.schema());
        switch (kind) {
        case Kind::Always: return Json::object();
        case Kind::Is: return answered(about({{"const", values[0]}}));
        case Kind::IsUnlessOpen: return about({{"const", values[0]}});
        case Kind::IsOneOf: return answered(about({{"enum", values}}));
        case Kind::Has: return answered(about({{"contains", {{"const", values[0]}}}}));
        case Kind::IsBelow: return answered(about({{"exclusiveMaximum", bound}}));
        case Kind::IsAnswered: return answered(Json::object());
        case Kind::All: return {{"allOf", all}};
        case Kind::Any: return {{"anyOf", all}};
        case Kind::Not: return {{"not", all[0]}};
        }
        return {};
    }
};

struct AskedQuestion {
    std::string id;
    std::string kind;  ///< single, multi, number
    std::vector<std::string> values;
    Wish when;
};

struct AskedMaterial {
    std::string id;
    std::string necessity;
    std::string per;
    std::string exemptBy;  ///< empty: no exemption
    std::string offline;
    bool hasValidity = false;
    std::vector<std::pair<std::string, std::string>> points;  ///< id, level
    Wish when;
};

struct EndingRoute {
    std::string id;
    std::string outcome;
    Wish when;
};

/// A guide as a list of wishes, and the file it is written as.
struct PlainGuide {
    std::vector<AskedQuestion> questions;
    std::vector<AskedMaterial> materials;
    std::vector<EndingRoute> routes;

    [[nodiscard]] std::string file() const;
};

inline std::string PlainGuide::file() const
{
    using Json = nlohmann::json;
    const Json none{{"unit", "none"}};
    Json json{{"format", "onewindow-guide/1"},
              {"code", "random"},
              {"version", "1"},
              {"effective", {{"from", "2026-01-01"}}},
              {"name", {{"main", "示例事项"}}},
              {"department", {{"name", "测试区政务服务中心"}}},
              {"handling", "committed"},
              {"limits",
               {{"legal", none},
                {"promised", none},
                {"clock_starts", "accepted"},
                {"correction", {{"regime", "xkf32"}, {"window", none}, {"on_expiry", "none_stated"}}}}},
              {"questions", Json::array()},
              {"materials", Json::array()},
              {"routes", Json::array()},
              {"forms", Json::array()}};
    for (const auto& question : questions) {
        Json item{{"id", question.id}, {"text", question.id}, {"kind", question.kind}};
        for (const auto& value : question.values)
            item["options"].push_back({{"value", value}, {"text", value}});
        if (question.when.kind != Wish::Kind::Always)
            item["when"] = question.when.schema();
        json["questions"].push_back(std::move(item));
    }
    for (const auto& material : materials) {
        Json item{{"id", material.id},
                  {"name", material.id},
                  {"category", "other"},
                  {"necessity", material.necessity},
                  {"per", material.per},
                  {"when", material.when.schema()}};
        if (!material.exemptBy.empty())
            item["exempt"] = {{"by", material.exemptBy}, {"offline", material.offline}};
        if (material.hasValidity)
            item["validity"] = {{"field", "valid_to"}, {"rule", "ge_today"}};
        for (const auto& [id, level] : material.points)
            item["review_points"].push_back({{"id", id}, {"text", id}, {"level", level}});
        json["materials"].push_back(std::move(item));
    }
    for (const auto& route : routes)
        json["routes"].push_back({{"id", route.id},
                                  {"outcome", route.outcome},
                                  {"text", route.id},
                                  {"when", route.when.schema()}});
    return json.dump();
}

/// Guides of every shape, the same for the same seed.
class RandomGuide
{
  public:
    explicit RandomGuide(unsigned seed)
        : m_random(seed)
    {}

    int number(int least, int most) { return std::uniform_int_distribution<int>(least, most)(m_random); }

    bool maybe(int percent) { return number(1, 100) <= percent; }

    std::string oneOf(const std::vector<std::string>& words)
    {
        return words[static_cast<std::size_t>(number(0, static_cast<int>(words.size()) - 1))];
    }

    PlainGuide guide()
    {
        PlainGuide plain;
        for (int i = number(1, 6); i > 0; --i)
            plain.questions.push_back(question(plain.questions));
        for (int i = number(0, 2); i > 0; --i)
            plain.routes.push_back(
                {"r" + std::to_string(i),
                 oneOf({"not-needed", "not-competent", "refused"}),
                 maybe(70)
                     ? Wish{Wish::Kind::All, {}, {}, 0, {wish(plain.questions, 1), wish(plain.questions, 1)}}
                     : wish(plain.questions, 2)});
        for (int i = number(0, 7); i > 0; --i)
            plain.materials.push_back(material(plain, i));
        return plain;
    }

  private:
    AskedQuestion question(const std::vector<AskedQuestion>& before)
    {
        AskedQuestion asked;
        asked.id = "q" + std::to_string(before.size());
        asked.kind = oneOf({"single", "single", "multi", "number"});
        if (asked.kind != "number")
            for (int i = number(1, 4); i > 0; --i)
                asked.values.push_back("v" + std::to_string(i));
        if (!before.empty() && maybe(50))
            asked.when = wish(before, 2);
        return asked;
    }

    AskedMaterial material(const PlainGuide& plain, int n)
    {
        AskedMaterial asked;
        asked.id = "m" + std::to_string(n);
        asked.necessity = oneOf({"required", "required", "optional", "deferrable"});
        asked.per = oneOf({"case", "case", "applicant", "buyer"});
        if (maybe(60)) {
            asked.exemptBy = oneOf({"e-licence", "data-sharing"});
            asked.offline = oneOf({"collect-copy", "read-card"});
        }
        asked.hasValidity = maybe(30);
        for (int i = number(0, 2); i > 0; --i)
            asked.points.emplace_back("p" + std::to_string(i), oneOf({"block", "warn", "manual"}));
        if (maybe(70))
            asked.when = wish(plain.questions, 3);
        return asked;
    }

    /// About those questions, at most so deep.
    Wish wish(const std::vector<AskedQuestion>& questions, int depth)
    {
        using Kind = Wish::Kind;
        if (depth > 0 && maybe(50)) {
            Wish whole{static_cast<Kind>(number(static_cast<int>(Kind::All), static_cast<int>(Kind::Not))),
                       {},
                       {},
                       0,
                       {}};
            for (int i = whole.kind == Kind::Not ? 1 : number(1, 3); i > 0; --i)
                whole.parts.push_back(wish(questions, depth - 1));
            return whole;
        }
        const auto& about =
            questions[static_cast<std::size_t>(number(0, static_cast<int>(questions.size()) - 1))];
        if (maybe(15))
            return {Kind::IsAnswered, about.id, {}, 0, {}};
        if (about.kind == "number")
            return {Kind::IsBelow, about.id, {}, static_cast<double>(number(0, 3)), {}};
        if (about.kind == "multi")
            return {Kind::Has, about.id, {oneOf(about.values)}, 0, {}};
        const auto kind = maybe(70) ? Kind::Is : maybe(50) ? Kind::IsUnlessOpen : Kind::IsOneOf;
        return {kind, about.id, {oneOf(about.values), about.values.back()}, 0, {}};
    }

    std::mt19937 m_random;
};

}  // namespace tests
