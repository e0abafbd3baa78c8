#include <forms/annotation.h>

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;

const auto Now = base::parseTimestamp("2026-11-22T02:42:07.123Z").value();

forms::Annotation onPage()
{
    forms::Annotation mark;
    mark.id = base::AnnotationId::make(Now);
    mark.creator = "reviewer";
    mark.created = Now;
    mark.text = "公章不清,请重新扫描";
    mark.caseId = base::CaseId::make(Now);
    mark.revision = 2;
    mark.page = base::PageId::make(Now);
    mark.pageDigest = base::Digest::of("page");
    mark.box = forms::PercentBox{10, 20.5, 30, 40};
    mark.point = "m-id/id-2side";
    mark.verdict = "fail";
    return mark;
}

forms::Annotation onCase()
{
    auto mark = onPage();
    mark.motivation = forms::Motivation::Replying;
    mark.page.reset();
    mark.pageDigest.reset();
    mark.box.reset();
    mark.pointer = "/forms/application/备注 a~1b%";
    mark.inReplyTo = base::AnnotationId::make(Now);
    mark.verdict.clear();
    mark.settled = true;
    return mark;
}

TEST(Annotation, OnAPageIsAWebAnnotationOfItsBytes)
{
    const auto mark = onPage();
    const auto object = json::parse(forms::annotationToJson(mark));
    EXPECT_EQ(object["@context"][0], "http://www.w3.org/ns/anno.jsonld");
    EXPECT_EQ(object["id"], "urn:uuid:" + mark.id.toString());
    EXPECT_EQ(object["type"], "Annotation");
    EXPECT_EQ(object["motivation"], "assessing");
    EXPECT_EQ(object["created"], "2026-11-22T02:42:07.123Z");
    EXPECT_EQ(object["body"]["type"], "TextualBody");
    EXPECT_EQ(object["body"]["value"], mark.text);
    EXPECT_EQ(object["target"]["source"], "urn:sha256:" + base::Digest::of("page").toString());
    EXPECT_EQ(object["target"]["selector"]["type"], "FragmentSelector");
    EXPECT_EQ(object["target"]["selector"]["conformsTo"], "http://www.w3.org/TR/media-frags/");
    EXPECT_EQ(object["target"]["selector"]["value"], "xywh=percent:10,20.5,30,40");
    EXPECT_EQ(object["ow:case"], mark.caseId.toString());
    EXPECT_EQ(object["ow:revision"], 2);
    EXPECT_EQ(object["ow:page"], mark.page->toString());
    EXPECT_EQ(object["ow:point"], "m-id/id-2side");
    EXPECT_EQ(object["ow:verdict"], "fail");
    EXPECT_EQ(object["ow:settled"], false);
}

TEST(Annotation, OnAPlaceOfTheCaseNamesItByAPointerInAFragment)
{
    const auto mark = onCase();
    const auto object = json::parse(forms::annotationToJson(mark));
    EXPECT_EQ(object["target"],
              "urn:onewindow:case:" + mark.caseId.toString()
                  + "#/forms/application/%E5%A4%87%E6%B3%A8%20a~1b%25");
    EXPECT_EQ(object["motivation"], "replying");
}

TEST(Annotation, ComesBackAsItWas)
{
    auto wholePage = onPage();
    wholePage.box.reset();
    auto wholeCase = onCase();
    wholeCase.pointer.clear();
    for (const auto& mark : {onPage(), onCase(), wholePage, wholeCase}) {
        const auto text = forms::annotationToJson(mark);
        const auto parsed = forms::annotationFromJson(text);
        ASSERT_TRUE(parsed) << base::describe(parsed.error());
        EXPECT_EQ(*parsed, mark);
        EXPECT_EQ(forms::annotationToJson(*parsed), text);
    }
}

TEST(Annotation, KeepsMembersItDoesNotKnow)
{
    auto object = json::parse(forms::annotationToJson(onPage()));
    object["ow:colour"] = {{"r", 255}};
    const auto parsed = forms::annotationFromJson(object.dump());
    ASSERT_TRUE(parsed);
    EXPECT_EQ(json::parse(forms::annotationToJson(*parsed)), object);
}

TEST(Annotation, IsRefusedWhenItsTargetIsNotWhatItSays)
{
    const auto good = json::parse(forms::annotationToJson(onPage()));
    const auto refused = [&good](const std::function<void(json&)>& change) {
        auto bad = good;
        change(bad);
        return !forms::annotationFromJson(bad.dump());
    };
    EXPECT_FALSE(refused([](json&) {}));
    EXPECT_TRUE(refused([](json& o) { o["target"]["source"] = "urn:sha256:zz"; }));
    EXPECT_TRUE(refused([](json& o) { o["target"]["source"] = "http://example.org/a.jpg"; }));
    EXPECT_TRUE(refused([](json& o) { o["target"]["selector"]["value"] = "xywh=10,20,30,40"; }));
    EXPECT_TRUE(refused([](json& o) { o["target"]["selector"]["value"] = "xywh=percent:90,20,30,40"; }));
    EXPECT_TRUE(refused([](json& o) { o["target"]["selector"]["type"] = "SvgSelector"; }));
    EXPECT_TRUE(refused([](json& o) { o.erase("target"); }));
    EXPECT_TRUE(refused([](json& o) { o.erase("ow:page"); }));
    EXPECT_TRUE(refused(
        [](json& o) { o["target"] = "urn:onewindow:case:" + o["ow:case"].get<std::string>() + "#/a"; }));
    EXPECT_TRUE(refused([](json& o) {
        o.erase("ow:page");
        o["target"] =
            "urn:onewindow:case:" + base::CaseId::make(Now + std::chrono::hours(1)).toString() + "#/a";
    }));
    EXPECT_TRUE(refused([](json& o) {
        o.erase("ow:page");
        o["target"] = "urn:onewindow:case:" + o["ow:case"].get<std::string>() + "#a";
    }));
}

TEST(Annotation, IsRefusedWithWrongWords)
{
    const auto good = json::parse(forms::annotationToJson(onPage()));
    for (const auto& [name, value] : std::map<std::string, json>{{"motivation", "painting"},
                                                                 {"type", "Note"},
                                                                 {"id", "urn:uuid:1"},
                                                                 {"created", "yesterday"},
                                                                 {"ow:revision", 0},
                                                                 {"ow:verdict", "maybe"},
                                                                 {"ow:settled", "yes"},
                                                                 {"ow:inReplyTo", "x"},
                                                                 {"ow:case", 5},
                                                                 {"body", "text"}})
    {
        auto bad = good;
        bad[name] = value;
        EXPECT_FALSE(forms::annotationFromJson(bad.dump())) << name;
    }
    EXPECT_FALSE(forms::annotationFromJson("[]"));
    EXPECT_FALSE(forms::annotationFromJson(""));
}

TEST(PercentBox, IsReadAndWrittenInPlainNumbers)
{
    EXPECT_EQ(forms::parsePercentBox("10,20,30,40"), (forms::PercentBox{10, 20, 30, 40}));
    EXPECT_EQ(forms::parsePercentBox("0,0,100,100"), forms::PercentBox());
    EXPECT_EQ(forms::formatPercentBox({33.3, 0.001, 66.7, 99.999}), "33.3,0.001,66.7,99.999");
    EXPECT_EQ(forms::parsePercentBox("33.3,0.001,66.7,99.999"),
              (forms::PercentBox{33.3, 0.001, 66.7, 99.999}));
    EXPECT_EQ(forms::formatPercentBox({1e-7, 0, 1, 1}), "0.0000001,0,1,1");
}

TEST(PercentBox, IsNothingOutsideThePageOrNotFourNumbers)
{
    for (const auto* text : {"",
                             "10,20,30",
                             "10,20,30,40,50",
                             "a,b,c,d",
                             "10, 20,30,40",
                             "-1,0,10,10",
                             "90,0,20,10",
                             "0,95,10,10",
                             "0,0,0,10",
                             "nan,0,1,1",
                             "0,0,inf,1",
                             "1e1,0,1,1",
                             "10,20,30,40 "})
        EXPECT_FALSE(forms::parsePercentBox(text)) << text;
}

}  // namespace
