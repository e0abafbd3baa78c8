#include <forms/manifest.h>

#include "random_case.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;

const auto Now = base::parseTimestamp("2026-11-22T02:42:07.123Z").value();

forms::Manifest manifest()
{
    forms::Manifest manifest;
    auto& sealed = manifest.sealed;
    sealed.id = base::CaseId::make(Now);
    sealed.division = "330399";
    sealed.workstation = "w1";
    sealed.clerk = "clerk";
    sealed.number = "w1-261122-1";
    sealed.guide = {"hk-qy", "2026-01", base::Digest::of("guide")};
    sealed.matterName = "户口迁移";
    sealed.received = Now;
    sealed.answers = {
        {"kind", std::string("marriage")}, {"n", 2.0}, {"ins", std::vector<std::string>{"a", "b"}}};
    sealed.forms["application"] = forms::FormData::parse(R"({"name":"示例甲"})").value();
    sealed.parties = {{"applicant", "applicant", "示例甲", "111", "330399198506150139", ""},
                      {"agent", "agent", "示例乙", "111", "330399198711020245", "1"},
                      {"agent#2", "agent", "示例丙", "", "", ""}};
    forms::Page page;
    page.id = base::PageId::make(Now);
    page.sha256 = base::Digest::of("page");
    page.type = "image/jpeg";
    page.bytes.value = 200'000;
    page.width = 2480;
    page.height = 3508;
    page.dpi.value = 300;
    page.flags = {"dark"};
    page.edits = {{"rotate", "90"}};
    sealed.pages = {page};
    auto& paper = sealed.materialEntry("m-id", "agent#2");
    paper.pages = {page.id};
    paper.paper = {1, 1, 1};
    paper.facts = {{"valid_to", "2035-06-15"}};
    paper.points = {{"id-2side", forms::PointVerdict::Pass, "clerk", Now, "清楚"}};
    sealed.materialEntry("m-lic").proof = forms::Proof{"e-licence", "L-1", Now};
    sealed.materialEntry("m-form").proof = forms::Proof{"generate", "application", Now};
    sealed.materialEntry("m-late").deferredUntil = base::parseDate("2026-12-01");
    sealed.notices = {{"deferral-commitment", base::Digest::of("pdf")}};
    sealed.settled = {base::AnnotationId::make(Now)};
    manifest.sealedAt = Now + std::chrono::minutes(5);
    manifest.today = base::hallDate(manifest.sealedAt);
    manifest.offline = true;
    manifest.verdict = forms::Verdict::AcceptableWithDeferral;
    return manifest;
}

TEST(Manifest, HasTheShapeOfItsFormat)
{
    const auto sealed = manifest();
    const auto object = json::parse(forms::manifestToJson(sealed));
    EXPECT_EQ(object["format"], "onewindow-manifest/1");
    EXPECT_EQ(object["case"], sealed.sealed.id.toString());
    EXPECT_EQ(object["revision"], 1);
    EXPECT_TRUE(object.at("previous").is_null());
    EXPECT_EQ(object["number"], "w1-261122-1");
    EXPECT_EQ(object["matter"], "hk-qy");
    EXPECT_EQ(
        object["guide"],
        (json{{"code", "hk-qy"}, {"version", "2026-01"}, {"sha256", base::Digest::of("guide").toString()}}));
    EXPECT_EQ(object["received"], "2026-11-22T02:42:07.123Z");
    EXPECT_EQ(object["sealed"], "2026-11-22T02:47:07.123Z");
    EXPECT_EQ(object["today"], "2026-11-22");
    EXPECT_EQ(object["offline"], true);
    EXPECT_EQ(object["verdict"], "acceptable-with-deferral");
    EXPECT_EQ(object["answers"], (json{{"kind", "marriage"}, {"n", 2}, {"ins", {"a", "b"}}}));
    EXPECT_EQ(object["forms"], (json{{"application", {{"name", "示例甲"}}}}));
    EXPECT_EQ(object["parties"][1],
              (json{{"role", "agent"},
                    {"name", "示例乙"},
                    {"id_type", "111"},
                    {"id_number", "330399198711020245"},
                    {"phone", "1"}}));
    EXPECT_EQ(object["settled"][0], sealed.sealed.settled[0].toString());
    EXPECT_EQ(object["notices"][0],
              (json{{"kind", "deferral-commitment"}, {"sha256", base::Digest::of("pdf").toString()}}));
}

TEST(Manifest, SaysOfEachMaterialHowItStandsAndOfEachPageWhatItIs)
{
    const auto sealed = manifest();
    const auto object = json::parse(forms::manifestToJson(sealed));
    const auto& materials = object["materials"];
    EXPECT_EQ(materials[0],
              (json{{"id", "m-id"},
                    {"party", "agent#2"},
                    {"how", "paper"},
                    {"paper", {{"originals", 1}, {"copies", 1}, {"kept", 1}}},
                    {"facts", {{"valid_to", "2035-06-15"}}},
                    {"points",
                     {{{"id", "id-2side"},
                       {"verdict", "pass"},
                       {"by", "clerk"},
                       {"at", "2026-11-22T02:42:07.123Z"},
                       {"note", "清楚"}}}},
                    {"pages", {sealed.sealed.pages[0].id.toString()}}}));
    EXPECT_EQ(materials[1]["how"], "exempt");
    EXPECT_EQ(materials[1]["proof"],
              (json{{"by", "e-licence"}, {"reference", "L-1"}, {"at", "2026-11-22T02:42:07.123Z"}}));
    EXPECT_EQ(materials[2]["how"], "generated");
    EXPECT_EQ(materials[3]["how"], "deferred");
    EXPECT_EQ(materials[3]["due"], "2026-12-01");
    EXPECT_EQ(object["pages"][0],
              (json{{"id", sealed.sealed.pages[0].id.toString()},
                    {"sha256", base::Digest::of("page").toString()},
                    {"type", "image/jpeg"},
                    {"bytes", 200000},
                    {"width", 2480},
                    {"height", 3508},
                    {"dpi", 300},
                    {"side", "front"},
                    {"from", "scan"},
                    {"flags", {"dark"}},
                    {"edits", {{{"kind", "rotate"}, {"value", "90"}}}}}));
}

TEST(Manifest, ComesBackByteForByte)
{
    auto second = manifest();
    second.sealed.revision = 2;
    second.sealed.previous = base::Digest::of("before");
    second.sealed.replaces = base::CaseId::make(Now).toString();
    second.sealed.parties[2].key = "agent#7";
    for (const auto& sealed : {manifest(), second}) {
        const auto text = forms::manifestToJson(sealed);
        const auto read = forms::manifestFromJson(text);
        ASSERT_TRUE(read) << base::describe(read.error());
        EXPECT_EQ(forms::manifestToJson(*read), text);
        EXPECT_EQ(read->sealed.parties, sealed.sealed.parties);
        EXPECT_EQ(read->sealed.materials, sealed.sealed.materials);
        EXPECT_EQ(read->sealed.state, forms::CaseState::Sealed);
    }
}

TEST(Manifest, OfEveryShapeComesBackByteForByte)
{
    for (unsigned seed = 0; seed < 500; ++seed) {
        auto sealed = manifest();
        tests::RandomCase random(seed);
        sealed.sealed = random.draft();
        for (auto& material : sealed.sealed.materials)
            if (!material.pages.empty())
                material.proof.reset();
        const auto text = forms::manifestToJson(sealed);
        const auto read = forms::manifestFromJson(text);
        ASSERT_TRUE(read) << seed << ": " << base::describe(read.error());
        EXPECT_EQ(forms::manifestToJson(*read), text) << seed;
        for (const auto& page : read->sealed.pages)
            EXPECT_FALSE(page.discarded);
    }
}

TEST(Manifest, DiscardedPagesDoNotTravel)
{
    auto sealed = manifest();
    auto discarded = sealed.sealed.pages[0];
    discarded.id = base::PageId::make(Now);
    discarded.discarded = true;
    sealed.sealed.pages.push_back(discarded);
    EXPECT_EQ(json::parse(forms::manifestToJson(sealed))["pages"].size(), 1u);
}

TEST(Manifest, IsRefusedWithAnyNeededMemberLackingOrOfAnotherKind)
{
    const auto good = json::parse(forms::manifestToJson(manifest()));
    for (const auto* name : {"format",
                             "case",
                             "revision",
                             "division",
                             "workstation",
                             "clerk",
                             "guide",
                             "received",
                             "sealed",
                             "today",
                             "verdict"})
    {
        auto lacking = good;
        lacking.erase(name);
        const auto read = forms::manifestFromJson(lacking.dump());
        ASSERT_FALSE(read) << name;
        EXPECT_NE(base::describe(read.error()).find(name), std::string::npos);
    }
    for (const auto& [name, value] : good.items()) {
        if (name == "matter")
            continue;  // said twice: the guide's code counts
        auto wrong = good;
        wrong[name] = value.is_number() ? json("x") : json(17);
        EXPECT_FALSE(forms::manifestFromJson(wrong.dump())) << name;
    }
}

TEST(Manifest, IsRefusedWhenItContradictsItself)
{
    const auto good = json::parse(forms::manifestToJson(manifest()));
    const auto refused = [&good](const std::function<void(json&)>& change) {
        auto bad = good;
        change(bad);
        return !forms::manifestFromJson(bad.dump());
    };
    const auto other = base::PageId::make(Now).toString();
    EXPECT_FALSE(refused([](json& o) { o["later"] = "unknown members are tolerated"; }));
    EXPECT_TRUE(refused([](json& o) { o["revision"] = 2; })) << "names no revision before";
    EXPECT_TRUE(refused([](json& o) { o["previous"] = base::Digest::of("x").toString(); }))
        << "the first follows none";
    EXPECT_TRUE(refused([](json& o) { o["revision"] = 0; }));
    EXPECT_TRUE(refused([](json& o) { o["case"] = "00000000-0000-0000-0000-000000000000"; }));
    EXPECT_TRUE(refused([&](json& o) { o["materials"][0]["pages"].push_back(other); }))
        << "a page that is not there";
    EXPECT_TRUE(refused([](json& o) { o["pages"].push_back(o["pages"][0]); })) << "a page twice";
    EXPECT_TRUE(refused([](json& o) { o["materials"][1].erase("proof"); })) << "exempt without proof";
    EXPECT_TRUE(refused([](json& o) { o["materials"][3].erase("due"); })) << "deferred without date";
    EXPECT_TRUE(refused([](json& o) { o["materials"][0]["how"] = "magic"; }));
    EXPECT_TRUE(refused([](json& o) { o["materials"][0]["points"][0]["verdict"] = "perhaps"; }));
    EXPECT_TRUE(refused([](json& o) { o["today"] = "2026-02-30"; }));
    EXPECT_TRUE(refused([](json& o) { o["pages"][0]["bytes"] = -1; }));
    EXPECT_TRUE(refused([](json& o) { o["answers"]["kind"] = {{"deep", 1}}; }));
}

}  // namespace
