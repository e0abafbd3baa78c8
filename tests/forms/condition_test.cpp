#include <forms/condition.h>

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

#include <chrono>
#include <random>

namespace {

using forms::Answers;
using forms::Condition;
using Json = nlohmann::json;

Condition conditionOf(const std::string& json)
{
    return Condition::parse(json).value();
}

TEST(Condition, WithoutASchemaHoldsAlways)
{
    EXPECT_TRUE(Condition().isAlways());
    EXPECT_TRUE(Condition().holds({}));
    EXPECT_FALSE(conditionOf("false").holds({}));
}

TEST(Condition, LooksAtTheVisibleAnswers)
{
    const auto condition =
        conditionOf(R"({"properties": {"kind": {"const": "marry"}}, "required": ["kind"]})");
    EXPECT_TRUE(condition.holds({{"kind", std::string("marry")}}));
    EXPECT_FALSE(condition.holds({{"kind", std::string("work")}}));
    EXPECT_FALSE(condition.holds({}));
}

TEST(Condition, ComparesNumbersAndLists)
{
    const auto age = conditionOf(R"({"properties": {"age": {"exclusiveMaximum": 16}}, "required": ["age"]})");
    EXPECT_TRUE(age.holds({{"age", 15.5}}));
    EXPECT_FALSE(age.holds({{"age", 16.0}}));
    const auto gas =
        conditionOf(R"({"properties": {"u": {"contains": {"const": "gas"}}}, "required": ["u"]})");
    EXPECT_TRUE(gas.holds({{"u", std::vector<std::string>{"water", "gas"}}}));
    EXPECT_FALSE(gas.holds({{"u", std::vector<std::string>{"water"}}}));
}

TEST(Condition, JudgesAPatternInsideNotAndAnyOf)
{
    const auto condition = conditionOf(
        R"({"not": {"anyOf": [{"properties": {"q": {"pattern": "^[一-龥]$"}}}, {"properties": {"q": {"pattern": "x"}}}]}})");
    EXPECT_FALSE(condition.holds({{"q", std::string("中")}}));
    EXPECT_FALSE(condition.holds({{"q", std::string("axb")}}));
    EXPECT_TRUE(condition.holds({{"q", std::string("ab")}}));
}

TEST(Condition, NamesTheQuestionsAndValuesItLooksAt)
{
    const auto condition = conditionOf(
        R"({"allOf": [{"properties": {"dir": {"const": "in"}}, "required": ["dir"]},
                      {"not": {"properties": {"house": {"enum": ["host", "group"]}}, "required": ["range"]}},
                      {"properties": {"u": {"contains": {"const": "gas"}}, "age": {"minimum": 3}}}]})");
    EXPECT_EQ(condition.questions(), (std::set<std::string>{"age", "dir", "house", "range", "u"}));
    const auto values = condition.comparedValues();
    EXPECT_EQ(values.at("house"), (std::set<std::string>{"group", "host"}));
    EXPECT_EQ(values.at("u"), (std::set<std::string>{"gas"}));
    EXPECT_TRUE(values.at("range").empty());
}

TEST(Condition, RefusesWhatIsNoSchema)
{
    for (const char* bad : {"",
                            "[]",
                            "3",
                            "\"x\"",
                            R"({"properties": 3})",
                            R"({"properties": {"q": {"pattern": "("}}})",
                            R"({"$ref": "http://example.org/x"})",
                            R"({"$ref": "#/nowhere"})",
                            R"({"properties": {"q": {"type": "strange"}}})",
                            R"({"anyOf": []})"})
    {
        const auto condition = Condition::parse(bad);
        ASSERT_FALSE(condition) << bad;
        EXPECT_EQ(condition.error().code, base::ErrorCode::BadInput);
    }
    EXPECT_FALSE(Condition::parse(std::string(70, '[') + std::string(70, ']')));
}

TEST(Condition, ARingOfReferencesEnds)
{
    const auto condition =
        conditionOf(R"({"$ref": "#/definitions/a", "definitions": {"a": {"$ref": "#/definitions/a"}}})");
    EXPECT_FALSE(condition.holds({}));
}

TEST(Condition, ReferencesThatDoubleAtEveryStepEnd)
{
    Json schema{{"$ref", "#/definitions/d0"}};
    for (int i = 0; i < 40; ++i) {
        const Json next{{"$ref", "#/definitions/d" + std::to_string(i + 1)}};
        schema["definitions"]["d" + std::to_string(i)] = {{"allOf", {next, next}}};
    }
    schema["definitions"]["d40"] = true;
    EXPECT_FALSE(conditionOf(schema.dump()).holds({}));
}

/// The same language judged as slowly and plainly as it is written.
bool slowlyHolds(const Json& schema, const Json& value)
{
    if (schema.is_boolean())
        return schema.get<bool>();
    for (const auto& [keyword, rule] : schema.items()) {
        const auto each = [&value](const Json& part) { return slowlyHolds(part, value); };
        bool good = true;
        if (keyword == "const")
            good = value == rule;
        else if (keyword == "enum")
            good = std::find(rule.begin(), rule.end(), value) != rule.end();
        else if (keyword == "minimum")
            good = !value.is_number() || value.get<double>() >= rule.get<double>();
        else if (keyword == "pattern")
            good = !value.is_string()
                   || value.get<std::string>().find(rule.get<std::string>()) != std::string::npos;
        else if (keyword == "contains")
            good = !value.is_array()
                   || std::any_of(value.begin(), value.end(), [&rule = rule](const Json& item) {
                          return slowlyHolds(rule, item);
                      });
        else if (keyword == "required")
            good = !value.is_object() || std::all_of(rule.begin(), rule.end(), [&value](const Json& name) {
                return value.contains(name.get<std::string>());
            });
        else if (keyword == "properties") {
            for (const auto& [name, part] : rule.items())
                good =
                    good && (!value.is_object() || !value.contains(name) || slowlyHolds(part, value[name]));
        } else if (keyword == "not")
            good = !each(rule);
        else if (keyword == "allOf")
            good = std::all_of(rule.begin(), rule.end(), each);
        else if (keyword == "anyOf")
            good = std::any_of(rule.begin(), rule.end(), each);
        else if (keyword == "oneOf")
            good = std::count_if(rule.begin(), rule.end(), each) == 1;
        if (!good)
            return false;
    }
    return true;
}

class Invention
{
  public:
    explicit Invention(unsigned seed)
        : m_random(seed)
    {}

    Json schema(int depth)
    {
        const auto question = "q" + std::to_string(pick(3));
        switch (depth > 0 ? pick(7) : pick(2)) {
        case 0: return {{"properties", {{question, rule()}}}};
        case 1: return {{"properties", {{question, rule()}}}, {"required", {question}}};
        case 2: return {{"not", schema(depth - 1)}};
        case 3: return {{"allOf", {schema(depth - 1), schema(depth - 1)}}};
        case 4: return {{"anyOf", {schema(depth - 1), schema(depth - 1)}}};
        case 5: return {{"oneOf", {schema(depth - 1), schema(depth - 1)}}};
        default: return pick(2) == 0;
        }
    }

    Answers answers()
    {
        Answers answers;
        for (const char* question : {"q0", "q1", "q2"})
            switch (pick(4)) {
            case 0: answers[question] = value(); break;
            case 1: answers[question] = std::vector<std::string>{value(), value()}; break;
            case 2: answers[question] = static_cast<double>(pick(5)); break;
            default: break;
            }
        return answers;
    }

  private:
    unsigned pick(unsigned below) { return m_random() % below; }

    std::string value() { return std::string(1, static_cast<char>('a' + pick(3))); }

    Json rule()
    {
        switch (pick(5)) {
        case 0: return {{"const", value()}};
        case 1: return {{"enum", {value(), value()}}};
        case 2: return {{"contains", {{"const", value()}}}};
        case 3: return {{"pattern", value()}};
        default: return {{"minimum", pick(5)}};
        }
    }

    std::mt19937 m_random;
};

TEST(Condition, AgreesWithASlowJudgeOnInventedSchemas)
{
    Invention invention(20250630);
    int held = 0;
    for (int i = 0; i < 2000; ++i) {
        const auto schema = invention.schema(3);
        const auto condition = conditionOf(schema.dump());
        for (int j = 0; j < 3; ++j) {
            const auto answers = invention.answers();
            const bool slow = slowlyHolds(schema, Json::parse(forms::answersToJson(answers)));
            held += slow;
            ASSERT_EQ(condition.holds(answers), slow) << schema << " on " << forms::answersToJson(answers);
        }
    }
    EXPECT_GT(held, 1000);
    EXPECT_LT(held, 5000);
}

}  // namespace
