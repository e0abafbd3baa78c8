#include <forms/manifest.h>

#include "answers_json.h"
#include "case_parts_json.h"

#include <nlohmann/json.hpp>

#include <array>
#include <map>

namespace forms {

namespace {

using nlohmann::json;

constexpr std::string_view Receipt = "receipt";

constexpr std::size_t MaxManifestBytes = std::size_t{16} << 20;

/// The key a party has by its place: the role for the first, then "role#2", "role#3".
class PlaceKeys
{
  public:
    std::string next(const std::string& role)
    {
        const int n = ++m_seen[role];
        return n == 1 ? role : role + '#' + std::to_string(n);
    }

  private:
    std::map<std::string, int> m_seen;
};

json partiesToJson(const std::vector<Party>& parties)
{
    json list = json::array();
    PlaceKeys keys;
    for (const auto& party : parties) {
        auto object = partyToJson(party);
        if (party.key != keys.next(party.role))
            object["key"] = party.key;
        list.push_back(std::move(object));
    }
    return list;
}

std::vector<Party> readParties(JsonReader& reader)
{
    std::vector<Party> parties;
    PlaceKeys keys;
    reader.each("parties", [&](JsonReader& item) {
        auto party = readParty(item);
        party.key = keys.next(party.role);
        if (item.has("key"))
            party.key = item.text("key");
        parties.push_back(std::move(party));
    });
    return parties;
}

json materialsToJson(const std::vector<CaseMaterial>& materials)
{
    json list = json::array();
    for (const auto& material : materials) {
        auto object = materialToJson(material);
        object["how"] = nameOf(howOf(material));
        list.push_back(std::move(object));
    }
    return list;
}

bool isHow(std::string_view token)
{
    for (const auto how :
         {MaterialHow::Paper, MaterialHow::Exempt, MaterialHow::Deferred, MaterialHow::Generated})
        if (nameOf(how) == token)
            return true;
    return false;
}

/// What is claimed of a material must be carried with it.
CaseMaterial readSealedMaterial(JsonReader& reader)
{
    auto material = readMaterial(reader);
    const auto how = reader.text("how");
    if (!isHow(how) || (how == "exempt" && !material.proof))
        reader.reject("how");
    if (how == "deferred" && !material.deferredUntil)
        reader.reject("due");
    return material;
}

void putHead(json& object, const Manifest& manifest)
{
    const auto& sealed = manifest.sealed;
    object["format"] = ManifestFormat;
    object["case"] = sealed.id.toString();
    object["revision"] = sealed.revision;
    object["previous"] = sealed.previous ? json(sealed.previous->toString()) : json();
    object["division"] = sealed.division;
    object["workstation"] = sealed.workstation;
    object["clerk"] = sealed.clerk;
    object["number"] = sealed.number;
    object["matter"] = sealed.guide.code;
    object["matter_name"] = sealed.matterName;
    object["guide"] = guideReferenceToJson(sealed.guide);
    object["received"] = base::formatTimestamp(sealed.received);
    object["sealed"] = base::formatTimestamp(manifest.sealedAt);
    object["today"] = base::formatDate(manifest.today);
    object["offline"] = manifest.offline;
    object["verdict"] = nameOf(manifest.verdict);
    if (manifest.purpose == SealPurpose::Receipt)
        object["purpose"] = Receipt;
    if (!sealed.replaces.empty())
        object["replaces"] = sealed.replaces;
}

void readHead(JsonReader& reader, Manifest& manifest)
{
    auto& sealed = manifest.sealed;
    if (reader.text("format") != ManifestFormat)
        reader.reject("format");
    sealed.id = reader.id<base::CaseId>("case");
    if (sealed.id.isNil())
        reader.reject("case");
    const auto place = readRevisionPlace(reader);
    sealed.revision = place.revision;
    sealed.previous = place.previous;
    sealed.state = CaseState::Sealed;
    sealed.division = reader.text("division");
    sealed.workstation = reader.text("workstation");
    sealed.clerk = reader.text("clerk");
    sealed.number = reader.textOr("number");
    sealed.matterName = reader.textOr("matter_name");
    sealed.guide = readGuideReference(reader.object("guide"));
    sealed.received = reader.time("received");
    manifest.sealedAt = reader.time("sealed");
    manifest.today = reader.date("today");
    manifest.offline = reader.flagOr("offline", false);
    manifest.verdict = reader.parsed<Verdict>("verdict", &parseVerdict);
    if (reader.textOr("purpose") == Receipt)
        manifest.purpose = SealPurpose::Receipt;
    sealed.replaces = reader.textOr("replaces");
}

}  // namespace

std::string manifestToJson(const Manifest& manifest)
{
    const auto& sealed = manifest.sealed;
    json object = json::object();
    putHead(object, manifest);
    object["parties"] = partiesToJson(sealed.parties);
    object["answers"] = answersAsJson(sealed.answers);
    object["forms"] = formsToJson(sealed.forms);
    object["materials"] = materialsToJson(sealed.materials);
    for (const auto* name : {"pages", "notices", "settled"})
        object[name] = json::array();
    for (const auto& page : sealed.pages)
        if (!page.discarded)
            object["pages"].push_back(pageToJson(page));
    for (const auto& notice : sealed.notices)
        object["notices"].push_back(noticeToJson(notice));
    for (const auto& annotation : sealed.settled)
        object["settled"].push_back(annotation.toString());
    putCourseParts(object, sealed);
    return writeJson(object);
}

base::Result<Manifest> manifestFromJson(std::string_view text)
{
    const auto object = parseJson(text, ManifestFormat, MaxManifestBytes);
    if (!object)
        return base::passOn(object);
    JsonReader reader(*object, ManifestFormat);
    Manifest manifest;
    readHead(reader, manifest);
    auto& sealed = manifest.sealed;
    sealed.parties = readParties(reader);
    sealed.answers = readAnswers(reader, "answers");
    sealed.forms = readForms(reader, "forms");
    reader.each("materials", [&](JsonReader& item) { sealed.materials.push_back(readSealedMaterial(item)); });
    reader.each("pages", [&](JsonReader& item) { sealed.pages.push_back(readPage(item)); });
    reader.each("notices", [&](JsonReader& item) { sealed.notices.push_back(readNotice(item)); });
    sealed.settled = reader.parsedList<base::AnnotationId>("settled", &base::AnnotationId::parse);
    readCourseParts(reader, sealed);
    checkPages(reader, sealed);
    if (const auto status = reader.status(); !status)
        return base::passOn(status);
    return manifest;
}

}  // namespace forms
