#include <forms/annotation.h>

#include <base/encoding.h>

#include <forms/json_reader.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <limits>

namespace forms {

namespace {

using nlohmann::json;

constexpr std::size_t MaxAnnotationBytes = std::size_t{1} << 20;
constexpr std::string_view Context = "http://www.w3.org/ns/anno.jsonld";
constexpr std::string_view MediaFragments = "http://www.w3.org/TR/media-frags/";
constexpr std::string_view UuidPrefix = "urn:uuid:";
constexpr std::string_view DigestPrefix = "urn:sha256:";
constexpr std::string_view CasePrefix = "urn:onewindow:case:";
constexpr std::string_view BoxPrefix = "xywh=percent:";

constexpr std::array<std::string_view, 15> Known{"@context",
                                                 "id",
                                                 "type",
                                                 "motivation",
                                                 "creator",
                                                 "created",
                                                 "body",
                                                 "target",
                                                 "ow:case",
                                                 "ow:page",
                                                 "ow:revision",
                                                 "ow:point",
                                                 "ow:verdict",
                                                 "ow:settled",
                                                 "ow:inReplyTo"};

/// The texts after a prefix; nothing when it is another kind of name.
std::optional<std::string_view> after(std::string_view text, std::string_view prefix)
{
    return text.starts_with(prefix) ? std::optional(text.substr(prefix.size())) : std::nullopt;
}

template <class Id>
std::optional<Id> parseUrn(std::string_view text)
{
    const auto uuid = after(text, UuidPrefix);
    return uuid ? Id::parse(*uuid) : std::nullopt;
}

std::string urnOf(const auto& id)
{
    return std::string(UuidPrefix) + id.toString();
}

/// A JSON pointer as a URI fragment (RFC 6901 section 6).
std::string encodeFragment(std::string_view pointer)
{
    constexpr std::string_view Plain = "-._~!$&'()*+,;=:@/?";
    constexpr std::string_view Digits = "0123456789ABCDEF";
    std::string text;
    for (const char c : pointer) {
        const auto byte = static_cast<unsigned char>(c);
        const bool letter = (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z' && byte < 0x80;
        if (letter || (c >= '0' && c <= '9') || Plain.find(c) != std::string_view::npos)
            text += c;
        else
            text.append({'%', Digits[byte >> 4], Digits[byte & 15]});
    }
    return text;
}

std::optional<std::string> decodeFragment(std::string_view text)
{
    std::string pointer;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            pointer += text[i];
            continue;
        }
        const auto byte = base::fromHex(text.substr(i + 1, 2));
        if (!byte || byte->size() != 1)
            return std::nullopt;
        pointer += *byte;
        i += 2;
    }
    return pointer;
}

json targetOf(const Annotation& annotation)
{
    if (!annotation.pageDigest)
        return std::string(CasePrefix) + annotation.caseId.toString() + '#'
               + encodeFragment(annotation.pointer);
    json target{{"source", std::string(DigestPrefix) + annotation.pageDigest->toString()}};
    if (annotation.box)
        target["selector"] = {{"type", "FragmentSelector"},
                              {"conformsTo", MediaFragments},
                              {"value", std::string(BoxPrefix) + formatPercentBox(*annotation.box)}};
    return target;
}

void readSelector(JsonReader selector, Annotation& annotation)
{
    const auto value = selector.text("value");
    const auto box = after(value, BoxPrefix);
    annotation.box = box ? parsePercentBox(*box) : std::nullopt;
    if (selector.text("type") != "FragmentSelector")
        selector.reject("type");
    if (!annotation.box)
        selector.reject("value");
}

void readPageTarget(JsonReader target, Annotation& annotation)
{
    const auto source = target.text("source");
    const auto hex = after(source, DigestPrefix);
    annotation.pageDigest = hex ? base::Digest::parse(*hex) : std::nullopt;
    if (!annotation.pageDigest)
        target.reject("source");
    if (target.has("selector"))
        readSelector(target.object("selector"), annotation);
}

void readCaseTarget(JsonReader& reader, Annotation& annotation)
{
    const auto target = reader.text("target");
    const auto place = after(target, CasePrefix);
    const auto hash = place ? std::min(place->find('#'), place->size()) : 0;
    const auto caseId = place ? base::CaseId::parse(place->substr(0, hash)) : std::nullopt;
    const auto pointer =
        place ? decodeFragment(place->substr(std::min(hash + 1, place->size()))) : std::nullopt;
    if (caseId != annotation.caseId || !pointer || (!pointer->empty() && pointer->front() != '/'))
        reader.reject("target");
    annotation.pointer = pointer.value_or(std::string());
}

void readTarget(JsonReader& reader, Annotation& annotation)
{
    const auto* target = reader.find("target");
    if (target && target->is_object())
        readPageTarget(reader.object("target"), annotation);
    else
        readCaseTarget(reader, annotation);
    if (reader.has("ow:page"))
        annotation.page = reader.id<base::PageId>("ow:page");
    if (annotation.page.has_value() != annotation.pageDigest.has_value())
        reader.reject("ow:page");
}

Motivation readMotivation(JsonReader& reader)
{
    const auto token = reader.text("motivation");
    if (token != "assessing" && token != "replying")
        reader.reject("motivation");
    return token == "replying" ? Motivation::Replying : Motivation::Assessing;
}

std::string readBody(JsonReader body)
{
    if (body.text("type") != "TextualBody")
        body.reject("type");
    return body.textOr("value");
}

std::string readVerdict(JsonReader& reader)
{
    auto verdict = reader.textOr("ow:verdict");
    if (!verdict.empty() && verdict != "pass" && verdict != "fail")
        reader.reject("ow:verdict");
    return verdict;
}

/// Members of a newer version or another program, to be written again.
std::string readOther(const json& object)
{
    json other = json::object();
    for (const auto& [name, value] : object.items())
        if (std::find(Known.begin(), Known.end(), name) == Known.end())
            other[name] = value;
    return other.empty() ? std::string() : writeJson(other);
}

}  // namespace

std::string annotationToJson(const Annotation& annotation)
{
    json object = json::object();
    if (!annotation.other.empty())
        object = json::parse(annotation.other, nullptr, false);
    if (!object.is_object())
        object = json::object();
    object["@context"] = {Context, {{"ow", "urn:onewindow:"}}};
    object["id"] = urnOf(annotation.id);
    object["type"] = "Annotation";
    object["motivation"] = annotation.motivation == Motivation::Replying ? "replying" : "assessing";
    object["creator"] = annotation.creator;
    object["created"] = base::formatTimestamp(annotation.created);
    object["body"] = {{"type", "TextualBody"}, {"value", annotation.text}, {"format", "text/plain"}};
    object["target"] = targetOf(annotation);
    object["ow:case"] = annotation.caseId.toString();
    object["ow:revision"] = annotation.revision;
    if (annotation.page)
        object["ow:page"] = annotation.page->toString();
    if (!annotation.point.empty())
        object["ow:point"] = annotation.point;
    if (!annotation.verdict.empty())
        object["ow:verdict"] = annotation.verdict;
    if (annotation.inReplyTo)
        object["ow:inReplyTo"] = urnOf(*annotation.inReplyTo);
    object["ow:settled"] = annotation.settled;
    return writeJson(object);
}

base::Result<Annotation> annotationFromJson(std::string_view text)
{
    const auto object = parseJson(text, "annotation", MaxAnnotationBytes);
    if (!object)
        return base::passOn(object);
    JsonReader reader(*object, "annotation");
    Annotation annotation;
    if (reader.text("type") != "Annotation")
        reader.reject("type");
    annotation.id = reader.parsed<base::AnnotationId>("id", &parseUrn<base::AnnotationId>);
    annotation.motivation = readMotivation(reader);
    annotation.creator = reader.textOr("creator");
    annotation.created = reader.time("created");
    annotation.text = readBody(reader.object("body"));
    annotation.caseId = reader.id<base::CaseId>("ow:case");
    annotation.revision = static_cast<int>(reader.integer("ow:revision", 1, std::numeric_limits<int>::max()));
    readTarget(reader, annotation);
    annotation.point = reader.textOr("ow:point");
    annotation.verdict = readVerdict(reader);
    if (reader.has("ow:inReplyTo"))
        annotation.inReplyTo =
            reader.parsed<base::AnnotationId>("ow:inReplyTo", &parseUrn<base::AnnotationId>);
    annotation.settled = reader.flagOr("ow:settled", false);
    if (object->is_object())
        annotation.other = readOther(*object);
    if (const auto status = reader.status(); !status)
        return base::passOn(status);
    return annotation;
}

}  // namespace forms
