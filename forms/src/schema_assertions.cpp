#include "schema_assertions.h"

// Without exceptions Valijson ends the process on a schema it does not like.
#define VALIJSON_USE_EXCEPTIONS 1
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <exception>
#include <utility>

namespace forms {

namespace {

/// Valijson cuts a number down to 64 bits before it divides by an integer: 2.5 is a multiple of 1 to it, and what a
/// number beyond 64 bits is, is undefined. Divided by a real number both are judged right.
nlohmann::json withRealDivisors(nlohmann::json schema)
{
    if (schema.is_array())
        for (auto& part : schema)
            part = withRealDivisors(std::move(part));
    if (!schema.is_object())
        return schema;
    for (auto& [keyword, value] : schema.items())
        if (keyword == "multipleOf" && value.is_number_integer())
            value = value.get<double>();
        else if (keyword != "const" && keyword != "enum" && keyword != "default" && keyword != "examples")
            value = withRealDivisors(std::move(value));
    return schema;
}

}  // namespace

struct Assertions::Compiled {
    valijson::Schema schema;
};

Assertions::Assertions()
    : m_compiled(std::make_unique<Compiled>())
{}

Assertions::~Assertions() = default;

std::shared_ptr<const Assertions> Assertions::compile(const nlohmann::json& schema)
{
    std::shared_ptr<Assertions> assertions(new Assertions);
    try {
        const auto real = withRealDivisors(schema);
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
        parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(real), assertions->m_compiled->schema);
    } catch (const std::exception&) {
        return nullptr;
    }
    return assertions;
}

bool Assertions::hold(const nlohmann::json& instance) const
{
    try {
        valijson::Validator validator;
        return validator.validate(
            m_compiled->schema, valijson::adapters::NlohmannJsonAdapter(instance), nullptr);
    } catch (const std::exception&) {
        return false;
    }
}

}  // namespace forms
