#pragma once

#include <forms/case.h>
#include <forms/json_reader.h>

#include <nlohmann/json_fwd.hpp>

namespace forms {

/// The parts a draft's file and a manifest write alike.

[[nodiscard]] nlohmann::json guideReferenceToJson(const GuideReference& guide);
[[nodiscard]] GuideReference readGuideReference(JsonReader reader);

/// Without `key`.
[[nodiscard]] nlohmann::json partyToJson(const Party& party);
[[nodiscard]] Party readParty(JsonReader& reader);

/// Without `how`.
[[nodiscard]] nlohmann::json materialToJson(const CaseMaterial& material);
[[nodiscard]] CaseMaterial readMaterial(JsonReader& reader);

/// Without `discarded`.
[[nodiscard]] nlohmann::json pageToJson(const Page& page);
[[nodiscard]] Page readPage(JsonReader& reader);

[[nodiscard]] nlohmann::json noticeToJson(const NoticeRecord& notice);
[[nodiscard]] NoticeRecord readNotice(JsonReader& reader);

/// Rows, answers to marks, course, office document and insistence: the members that came with the course.
void putCourseParts(nlohmann::json& object, const Case& content);
void readCourseParts(JsonReader& reader, Case& content);

[[nodiscard]] nlohmann::json formsToJson(const std::map<std::string, FormData>& forms);
[[nodiscard]] std::map<std::string, FormData> readForms(JsonReader& reader, std::string_view name);
[[nodiscard]] Answers readAnswers(JsonReader& reader, std::string_view name);

/// What revision it is and which it follows: a later one names the one before, the first names none.
struct RevisionPlace {
    int revision = 1;
    std::optional<base::Digest> previous;
};

[[nodiscard]] RevisionPlace readRevisionPlace(JsonReader& reader);

/// A page is in a case once; a material shows only pages of the case. Rejects the member that says otherwise.
void checkPages(JsonReader& reader, const Case& read);

}  // namespace forms
