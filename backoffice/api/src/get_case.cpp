#include <api/course_of_actions.h>
#include <api/get_case.h>

#include <forms/json_reader.h>

#include "action_json.h"
#include "case_summary_json.h"
#include "child_json.h"
#include "document_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>

namespace api {

namespace {

using forms::JsonReader;
using nlohmann::json;

/// Manifests of all revisions and all annotations are inside.
constexpr std::size_t MaxDetailBytes = std::size_t{256} << 20;
constexpr int MaxRevision = std::numeric_limits<int>::max();

json revisionToJson(const RevisionRecord& record)
{
    return {{"revision", record.revision},
            {"manifest", record.manifest},
            {"digest", record.digest.toString()},
            {"received", base::formatTimestamp(record.received)},
            {"carrier", record.carrier}};
}

RevisionRecord readRevision(JsonReader& reader)
{
    RevisionRecord record;
    record.revision = static_cast<int>(reader.integer("revision", 1, MaxRevision));
    record.manifest = reader.text("manifest");
    record.digest = reader.digest("digest");
    record.received = reader.time("received");
    record.carrier = reader.textOr("carrier");
    return record;
}

ActionRecord readRecord(JsonReader& reader)
{
    ActionRecord record;
    record.request = readRequest(reader);
    record.by = reader.text("by");
    record.role = reader.parsed<forms::Role>("role", &forms::parseRole);
    record.at = reader.time("at");
    record.state = reader.parsed<forms::CaseState>("state", &forms::parseCaseState);
    return record;
}

json otherToJson(const OtherCase& other)
{
    return {{"case", other.caseId.toString()},
            {"number", other.number},
            {"state", std::string(forms::nameOf(other.state))}};
}

OtherCase readOther(JsonReader& reader)
{
    return {reader.id<base::CaseId>("case"),
            reader.textOr("number"),
            reader.parsed<forms::CaseState>("state", &forms::parseCaseState)};
}

std::vector<forms::Annotation> readAnnotations(JsonReader& reader)
{
    std::vector<forms::Annotation> annotations;
    const auto* list = reader.find("annotations");
    if (!list)
        return annotations;
    if (!list->is_array())
        reader.reject("annotations");
    for (const auto& item : *list) {
        auto annotation = forms::annotationFromJson(forms::writeJson(item));
        if (annotation)
            annotations.push_back(*std::move(annotation));
        else
            reader.reject("annotations");
    }
    return annotations;
}

forms::Course readCourse(JsonReader& reader)
{
    const auto* list = reader.find("course");
    if (!list)
        return {};
    auto course = forms::courseFromJson(forms::writeJson(*list));
    if (!course)
        reader.reject("course");
    return course.value_or(forms::Course());
}

/// What a version without a course kept of the case.
EarlierCase readEarlier(JsonReader& reader, const CaseDetail& detail)
{
    EarlierCase earlier;
    earlier.state = detail.summary.state;
    earlier.received = detail.summary.received;
    earlier.claimedBy = detail.summary.claimedBy;
    for (const auto& revision : detail.revisions)
        earlier.revisions.push_back({revision.revision, revision.received, {}});
    reader.each("actions", [&](JsonReader& item) { earlier.actions.push_back(readRecord(item)); });
    return earlier;
}

}  // namespace

const std::string& CaseDetail::nameOf(const std::string& user) const
{
    const auto known = std::find_if(
        people.begin(), people.end(), [&user](const Person& person) { return person.name == user; });
    return known == people.end() || known->displayName.empty() ? user : known->displayName;
}

std::string toJson(const CaseDetail& detail)
{
    auto object = summaryToJson(detail.summary);
    object["revisions"] = json::array();
    for (const auto& record : detail.revisions)
        object["revisions"].push_back(revisionToJson(record));
    object["annotations"] = json::array();
    for (const auto& annotation : detail.annotations)
        object["annotations"].push_back(json::parse(forms::annotationToJson(annotation)));
    object["course"] = json::parse(forms::courseToJson(detail.course));
    object["documents"] = json::array();
    for (const auto& document : detail.documents)
        object["documents"].push_back(documentToJson(document));
    object["allowed"] = json::array();
    for (const auto& action : detail.allowed)
        object["allowed"].push_back(nameOf(action));
    if (!detail.children.empty())
        object["children"] = json::array();
    for (const auto& record : detail.children)
        object["children"].push_back(childToJson(record));
    object["people"] = json::array();
    for (const auto& person : detail.people)
        object["people"].push_back({{"name", person.name}, {"display_name", person.displayName}});
    object["duplicates"] = json::array();
    for (const auto& other : detail.duplicates)
        object["duplicates"].push_back(otherToJson(other));
    return forms::writeJson(object);
}

base::Result<CaseDetail> parseCaseDetail(std::string_view text)
{
    const auto body = forms::parseJson(text, "case", MaxDetailBytes);
    if (!body)
        return base::passOn(body);
    JsonReader reader(*body, "case");
    CaseDetail detail;
    detail.summary = readSummary(reader);
    reader.each("revisions", [&](JsonReader& item) { detail.revisions.push_back(readRevision(item)); });
    detail.annotations = readAnnotations(reader);
    detail.course = reader.has("course") ? readCourse(reader) : courseOfActions(readEarlier(reader, detail));
    reader.each("documents", [&](JsonReader& item) { detail.documents.push_back(readDocument(item)); });
    for (const auto& token : reader.texts("allowed"))
        if (const auto action = parseRequestedAction(token))
            detail.allowed.push_back(*action);
    reader.each("children", [&](JsonReader& item) { detail.children.push_back(readChild(item)); });
    reader.each("people", [&](JsonReader& item) {
        detail.people.push_back({item.text("name"), item.textOr("display_name")});
    });
    reader.each("duplicates", [&](JsonReader& item) { detail.duplicates.push_back(readOther(item)); });
    if (const auto status = reader.status(); !status)
        return base::passOn(status);
    return detail;
}

}  // namespace api
