#include <forms/form.h>

#include <cstdint>
#include <cstdlib>

namespace {

const forms::Form& sample()
{
    static const auto form = forms::Form::make("application",
                                               "申请书",
                                               R"({
        "type": "object", "required": ["operator_id", "premises"], "additionalProperties": false,
        "properties": {
            "operator": {"title": "姓名", "type": "string", "minLength": 1, "maxLength": 10},
            "operator_id": {"type": "string", "format": "cn-id-or-uscc"},
            "premises": {"type": "string", "format": "cn-address", "pattern": "^(.+)+路"},
            "staff": {"type": "integer", "minimum": 0, "multipleOf": 2},
            "family": {"type": "array", "uniqueItems": true, "items": {"type": "object", "required": ["name"],
                       "properties": {"name": {"type": "string"}, "number": {"type": "string", "format": "cn-id"}}}}}})",
                                               R"({"type": "Control", "scope": "#/properties/staff",
            "rule": {"effect": "HIDE", "condition": {"scope": "#/properties/operator", "schema": {"pattern": "^示"}}}})");
    return *form;
}

}  // namespace

/// Any form data gets its problems named, and every field can be typed into what is there.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    auto filled = forms::FormData::parse(bytes);
    if (!filled)
        return 0;
    for (const auto& problem : sample().validate(*filled))
        if (problem.text.id.empty() || problem.keyword.empty())
            std::abort();
    for (const auto& field : sample().fields()) {
        static_cast<void>(sample().fill(*filled, field.pointer, bytes).has_value());
        static_cast<void>(filled->texts("/family/*/name"));
    }
    static_cast<void>(sample().fill(*filled, "family/0/name", "示例甲").has_value());
    if (forms::FormData::parse(filled->toJson()) != *filled)
        std::abort();
    return 0;
}
