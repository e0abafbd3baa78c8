#include "county.h"

#include <api/get_case.h>
#include <api/post_keys.h>
#include <api/put_revision.h>
#include <api/tus.h>
#include <forms/catalogue.h>

#include <gtest/gtest.h>

#include <stdexcept>

namespace server_tests {

namespace {

base::Timestamp now()
{
    return base::SystemClock().now();
}

}  // namespace

County::County()
    : clerk(office)
{
    office.start();
    clerk.login("clerk");
    if (clerk.postJson("/v1/keys", api::toJson(api::KeyRequest{"ws-1", key.publicKey()})).status != 201)
        throw std::runtime_error("the clerk's key was not enrolled");
}

HttpsClient County::as(const std::string& user) const
{
    HttpsClient client(office);
    client.login(user);
    return client;
}

forms::Guide County::guide(const std::string& code) const
{
    const auto jws = forms::peekJws(clerk.get("/v1/catalogue").body).value();
    const auto catalogue = forms::catalogueFromJson(jws.payload).value();
    for (const auto& entry : catalogue.guides)
        if (entry.code == code)
            return forms::readGuide(clerk.get("/v1/guides/" + entry.sha256.toString()).body).value();
    throw std::runtime_error("no such guide");
}

std::string County::pageBytes(const forms::Case& draft)
{
    return "a page of " + draft.id.toString();
}

forms::Case County::printOut() const
{
    const auto used = guide("sb-jfzm");
    forms::Case draft;
    draft.id = base::CaseId::make(now());
    draft.division = "330399";
    draft.workstation = "ws-1";
    draft.clerk = "clerk";
    draft.number = "ws-1-261122-1";
    draft.guide = {used.code, used.version, used.sha256};
    draft.matterName = used.name();
    draft.received = now();
    draft.answers = {
        {"who", std::string("self")}, {"ins", std::vector<std::string>{"yl"}}, {"range", std::string("y1")}};
    draft.forms["application"] =
        forms::FormData::parse(
            R"({"name": "示例甲", "idno": "330399198506150139", "purpose": "购房", "copies": 1})")
            .value();
    draft.parties.push_back({"applicant", "applicant", "示例甲", "111", "330399198506150139", ""});
    const auto bytes = pageBytes(draft);
    forms::Page page;
    page.id = base::PageId::make(now());
    page.sha256 = base::Digest::of(bytes);
    page.type = "image/jpeg";
    page.bytes = {bytes.size()};
    page.width = 100;
    page.height = 100;
    page.dpi = {300};
    draft.pages.push_back(page);
    auto& material = draft.materialEntry("m-id", "applicant");
    material.pages.push_back(page.id);
    material.facts["valid_to"] = "2039-01-01";
    return draft;
}

forms::Case County::incomplete(const std::string& matter) const
{
    const auto used = guide(matter);
    auto draft = printOut();
    draft.guide = {used.code, used.version, used.sha256};
    draft.matterName = used.name();
    draft.answers.clear();
    draft.forms.clear();
    draft.parties.clear();
    draft.materials.clear();
    draft.pages.clear();
    draft.notices.push_back({std::string(forms::OneTimeNoticeKind), base::Digest::of("notice")});
    return draft;
}

forms::Case County::bundle() const
{
    auto draft = incomplete("sdqg-gh");
    draft.notices.clear();
    draft.answers = {{"utilities", std::vector<std::string>{"water", "power", "gas", "tv"}},
                     {"basis", std::string("notice")},
                     {"arrears", std::string("yes")},
                     {"autopay", std::string("no")},
                     {"old_owner", std::string("no")}};
    draft.forms["application"] =
        forms::FormData::parse(
            R"({"location": "测试区示例路2号", "new_owner": "示例甲", "new_owner_id": "330399198506150139",
                "old_owner": "示例乙", "phone": "13900000000"})")
            .value();
    draft.materialEntry("m-sqb").proof = forms::Proof{std::string(forms::GeneratedProof), "", now()};
    draft.materialEntry("m-id", "applicant").proof = forms::Proof{"e-licence", "R-1", now()};
    draft.materialEntry("m-tzs").proof = forms::Proof{"data-sharing", "R-2", now()};
    draft.materialEntry("m-hh").proof = forms::Proof{"data-sharing", "R-3", now()};
    return draft;
}

forms::SealedCase County::seal(const forms::Case& draft) const
{
    auto sealed = forms::seal(draft, guide(draft.guide.code), {key, now(), false});
    if (!sealed)
        throw std::runtime_error(base::describe(sealed.error()));
    return std::move(*sealed);
}

void County::sendPages(const forms::Case& draft) const
{
    const auto bytes = pageBytes(draft);
    const auto reply = clerk.send(
        "POST",
        "/v1/uploads/",
        "application/offset+octet-stream",
        bytes,
        {"Tus-Resumable: 1.0.0",
         "Upload-Length: " + std::to_string(bytes.size()),
         "Upload-Metadata: " + api::formatUploadMetadata({base::Digest::of(bytes), "image/jpeg"})});
    ASSERT_EQ(reply.status, 201) << reply.body;
}

Reply County::put(const forms::SealedCase& sealed, const HttpsClient& carrier)
{
    const auto& content = sealed.manifest().sealed;
    return carrier.send(
        "PUT", api::revisionPath(content.id, content.revision), "application/jose", sealed.jws());
}

forms::SealedCase County::submitted() const
{
    const auto draft = printOut();
    sendPages(draft);
    auto sealed = seal(draft);
    const auto reply = put(sealed);
    if (reply.status != 201)
        throw std::runtime_error("not taken: " + reply.body);
    return sealed;
}

forms::Case County::nextRevision(const forms::SealedCase& before)
{
    auto next = before.manifest().sealed;
    next.state = forms::CaseState::Draft;
    ++next.revision;
    next.previous = before.digest();
    return next;
}

Reply County::act(const HttpsClient& who,
                  base::CaseId id,
                  const std::string& action,
                  const std::string& moreMembers,
                  int revision)
{
    const auto json = R"({"id": ")" + base::ActionId::make(now()).toString() + R"(", "action": ")" + action
                      + R"(", "revision": )" + std::to_string(revision)
                      + (moreMembers.empty() ? "" : ", " + moreMembers) + "}";
    return who.postJson("/v1/cases/" + id.toString() + "/actions", json);
}

std::string County::stateOf(base::CaseId id) const
{
    const auto detail = api::parseCaseDetail(clerk.get(api::casePath(id)).body);
    return detail ? std::string(forms::nameOf(detail->summary.state)) : std::string();
}

}  // namespace server_tests
