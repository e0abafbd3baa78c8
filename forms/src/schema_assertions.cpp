#include "schema_assertions.h"

// Without exceptions Valijson ends the process on a schema it does not like.
#define VALIJSON_USE_EXCEPTIONS 1
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <exception>

namespace forms {

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
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
        parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(schema), assertions->m_compiled->schema);
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
