#pragma once

#include "pattern.h"
#include "schema_assertions.h"

#include <forms/decimal.h>

#include <nlohmann/json.hpp>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace forms {

/// One place of a compiled schema. Pointers to other nodes are never null where set and live as long as the tree.
struct SchemaNode {
    struct Dependency {
        std::vector<std::string> members;
        const SchemaNode* schema = nullptr;
    };

    bool never = false;  ///< the schema `false`
    std::shared_ptr<const Assertions>
        whole;  ///< judges everything below at once; only at the top of a plain part
    std::shared_ptr<const Assertions> own;  ///< this place's assertions; absent inside a plain part
    nlohmann::json assertions;              ///< the same as JSON, to find the keyword that failed

    struct Bound {
        std::string keyword;  ///< "multipleOf", "minimum", …
        Decimal limit;
        std::string expected;  ///< as the schema writes it
    };

    std::vector<Bound> bounds;  ///< of a number
    std::optional<std::size_t> minLength;
    std::optional<std::size_t> maxLength;
    std::optional<Pattern> pattern;
    std::string format;
    const SchemaNode* reference = nullptr;  ///< alone: draft-07 ignores what stands beside $ref

    std::map<std::string, const SchemaNode*, std::less<>> properties;
    std::vector<std::pair<Pattern, const SchemaNode*>> patternProperties;
    const SchemaNode* additionalProperties = nullptr;
    const SchemaNode* propertyNames = nullptr;
    std::map<std::string, Dependency, std::less<>> dependencies;

    const SchemaNode* items = nullptr;
    std::vector<const SchemaNode*> itemList;
    const SchemaNode* additionalItems = nullptr;
    const SchemaNode* contains = nullptr;

    std::vector<const SchemaNode*> allOf;
    std::vector<const SchemaNode*> anyOf;
    std::vector<const SchemaNode*> oneOf;
    const SchemaNode* negated = nullptr;
    const SchemaNode* ifNode = nullptr;
    const SchemaNode* thenNode = nullptr;
    const SchemaNode* elseNode = nullptr;
};

/// All places of one schema; the root is the first made.
struct SchemaTree {
    std::map<std::string, std::unique_ptr<SchemaNode>> nodes;  ///< by JSON pointer
    const SchemaNode* root = nullptr;
};

/// Error BadInput as Schema::compile().
[[nodiscard]] base::Result<std::unique_ptr<const SchemaTree>> compileSchemaTree(const nlohmann::json& schema);

}  // namespace forms
