#include "schema_places.h"

#include <gtest/gtest.h>

namespace {

using forms::resolveUri;
using forms::SchemaPlaces;
using Json = nlohmann::json;

std::string where(const Json& schema, const char* from, const char* reference)
{
    const auto place = SchemaPlaces(schema).find(from, reference);
    return place ? place->pointer : "nowhere";
}

TEST(SchemaPlaces, ResolvesAReferenceAgainstTheUriAroundIt)
{
    EXPECT_EQ(resolveUri("http://a.example/x/tree", "node"), "http://a.example/x/node");
    EXPECT_EQ(resolveUri("http://a.example/x/tree#", "/node"), "http://a.example/node");
    EXPECT_EQ(resolveUri("http://a.example", "node"), "http://a.example/node");
    EXPECT_EQ(resolveUri("http://a.example/x", "#part"), "http://a.example/x#part");
    EXPECT_EQ(resolveUri("http://a.example/x", "urn:other"), "urn:other");
    EXPECT_EQ(resolveUri("", "node"), "node");
}

TEST(SchemaPlaces, FindsPartsByPointerByNameAndByUri)
{
    const auto schema = Json::parse(R"({"$id": "http://a.example/root",
        "definitions": {"a b/c": {}, "named": {"$id": "#name"},
                        "other": {"$id": "other/", "definitions": {"deep": {"$id": "deep"}}}}})");
    EXPECT_EQ(where(schema, "", "#/definitions/a%20b~1c"), "/definitions/a b~1c");
    EXPECT_EQ(where(schema, "/properties/x", "#name"), "/definitions/named");
    EXPECT_EQ(where(schema, "", "http://a.example/root"), "");
    EXPECT_EQ(where(schema, "", "other/deep"), "/definitions/other/definitions/deep");
    EXPECT_EQ(where(schema, "/definitions/other/properties/x", "deep"),
              "/definitions/other/definitions/deep");
    EXPECT_EQ(where(schema, "/definitions/other/properties/x", "#"), "/definitions/other");
}

TEST(SchemaPlaces, KnowsTheMetaschemaAndNothingElseOutside)
{
    const Json schema = Json::object();
    EXPECT_NE(where(schema, "", "http://json-schema.org/draft-07/schema#"), "nowhere");
    EXPECT_NE(where(schema, "", "http://json-schema.org/draft-07/schema#/definitions/stringArray"),
              "nowhere");
    EXPECT_EQ(where(schema, "", "http://a.example/other"), "nowhere");
    EXPECT_EQ(where(schema, "", "#/definitions/missing"), "nowhere");
    EXPECT_EQ(where(schema, "", "#/a%2"), "nowhere");
    EXPECT_EQ(where(schema, "", "#missing"), "nowhere");
}

TEST(SchemaPlaces, TakesNoNameOutOfDataAndNoneBesideAReference)
{
    const auto schema =
        Json::parse(R"({"enum": [{"$id": "#data"}], "definitions": {"x": {"$ref": "#", "$id": "#beside"}}})");
    EXPECT_EQ(where(schema, "", "#data"), "nowhere");
    EXPECT_EQ(where(schema, "", "#beside"), "nowhere");
}

TEST(SchemaPlaces, NobodyStandsInForTheMetaschema)
{
    const auto schema =
        Json::parse(R"({"definitions": {"x": {"$id": "http://json-schema.org/draft-07/schema"}}})");
    EXPECT_EQ(where(schema, "", "http://json-schema.org/draft-07/schema"),
              "http://json-schema.org/draft-07/schema");
}

}  // namespace
