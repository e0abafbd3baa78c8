#include "offline/bench.h"

#include <gtest/gtest.h>

#include <base/secret.h>
#include <forms/jws.h>
#include <forms/manifest.h>

namespace tests {

Bench::Bench()
    : folder(offline::DataFolder::open(scratch / "data").value())
    , vault(offline::Vault::open(folder, {}).value())
    , place(offline::Workplace::open(folder, vault, clock).value())
{}

void Bench::close()
{
    const auto gone = std::move(place);
}

void Bench::reopen()
{
    place = offline::Workplace::open(folder, vault, clock).value();
}

std::string imageOf(std::size_t size)
{
    return base::randomBytes(size);
}

forms::Case Bench::draft(int pages, std::size_t pageBytes)
{
    forms::Case made;
    made.id = base::CaseId::make(clock.now());
    made.division = "330399";
    made.workstation = "W1";
    made.clerk = "clerk";
    made.number = place.cases().nextNumber("W1", base::hallDate(clock.now())).value();
    made.guide = {"bdc-zy-clf", "2025.1", base::Digest::of("guide")};
    made.matterName = "存量房转移登记";
    made.received = clock.now();
    made.parties.push_back({"applicant",
                            "applicant",
                            std::string(PlantedName),
                            "111",
                            std::string(PlantedNumber),
                            "13900000000"});
    auto& material = made.materialEntry("m-id");
    for (int i = 0; i < pages; ++i) {
        const auto kept = place.pages().keep(imageOf(pageBytes)).value();
        forms::Page page;
        page.id = base::PageId::make(clock.now());
        page.sha256 = kept.sha256;
        page.bytes = kept.bytes;
        page.type = "image/jpeg";
        page.width = 100;
        page.height = 100;
        page.dpi = {300};
        material.pages.push_back(page.id);
        made.pages.push_back(page);
    }
    EXPECT_TRUE(place.cases().create(made).has_value());
    return made;
}

forms::SealedCase Bench::sealed(const forms::Case& draft)
{
    forms::Manifest manifest;
    manifest.sealed = draft;
    manifest.sealedAt = clock.now();
    manifest.today = base::hallDate(clock.now());
    manifest.verdict = forms::Verdict::Acceptable;
    const auto jws = forms::signJws(forms::manifestToJson(manifest), forms::ManifestFormat, clerk);
    return forms::SealedCase::verify(jws, [&](std::string_view) { return std::optional(clerk.publicKey()); })
        .value();
}

forms::Case Bench::put(int pages, std::size_t pageBytes)
{
    auto made = draft(pages, pageBytes);
    const auto done = offline::putSealed(place, sealed(made), "clerk");
    EXPECT_TRUE(done.has_value()) << base::describe(done.error());
    return made;
}

void Bench::logIn(const ScriptedBackOffice& backOffice)
{
    ASSERT_TRUE(place.sessions().rememberBackOffice({backOffice.url(), {}, backOffice.keys()}).has_value());
    const offline::Session session{{"clerk", "窗口", {forms::Role::Clerk}, "330399", {}},
                                   clerk,
                                   "token-of-clerk",
                                   clock.now() + std::chrono::hours(100)};
    ASSERT_TRUE(place.sessions().begin(session).has_value());
}

base::Result<offline::SendReport> send(offline::Workplace& place,
                                       const ScriptedBackOffice& backOffice,
                                       offline::SendWhat what,
                                       const offline::Outbox::Progress& progress)
{
    const auto line = offline::CurlLine::open(backOffice.url(), {}).value();
    offline::Outbox outbox(place, *line, {});
    return outbox.send(what, progress);
}

}  // namespace tests
