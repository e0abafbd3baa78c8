#include <api/post_documents.h>

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <functional>

namespace {

using api::DocumentNews;
using nlohmann::json;
using namespace std::chrono_literals;

const auto Now = base::parseTimestamp("2026-11-22T02:42:07.123Z").value();

api::DocumentRecord paper()
{
    api::DocumentRecord record;
    record.id = base::DocumentId::make(Now);
    record.kind = forms::PaperKind::Approval;
    record.number = "测审〔2026〕7号";
    record.sha256 = base::Digest::of("pdf");
    record.type = "application/pdf";
    record.bytes = {3};
    record.made = Now;
    record.by = "approver";
    return record;
}

api::DocumentRecord handedOver(api::DocumentRecord record)
{
    record.handed = forms::HandedOver{Now + 1h, "示例甲", "person"};
    return record;
}

TEST(Document, SurvivesTheWireWithAndWithoutWhatComesLater)
{
    const auto made = paper();
    EXPECT_EQ(api::parseDocumentRecord(toJson(made)).value(), made);
    auto back = handedOver(made);
    back.signedPages = {base::PageId::make(Now)};
    back.pages = {{back.signedPages.front(), base::Digest::of("scan")}};
    EXPECT_EQ(api::parseDocumentRecord(toJson(back)).value(), back);
    EXPECT_FALSE(json::parse(toJson(made)).contains("handed"));
}

TEST(Document, IsRefusedWithAnUnknownKindOrNoBytes)
{
    for (const auto& [name, value] :
         {std::pair<std::string, json>{"kind", "poem"}, {"bytes", 0}, {"copies", 0}, {"sha256", "00"}})
    {
        auto body = json::parse(toJson(paper()));
        body[name] = value;
        EXPECT_FALSE(api::parseDocumentRecord(body.dump())) << name;
    }
}

TEST(Document, TakesTheHandOverAndTheSignedPagesOnceEach)
{
    const auto made = paper();
    const auto handed = handedOver(made);
    auto back = handed;
    back.signedPages = {base::PageId::make(Now)};
    EXPECT_EQ(newsOf(made, made), DocumentNews::None);
    EXPECT_EQ(newsOf(made, handed), DocumentNews::Added);
    EXPECT_EQ(newsOf(handed, handed), DocumentNews::None);
    EXPECT_EQ(newsOf(handed, made), DocumentNews::None) << "the first answer was lost";
    EXPECT_EQ(newsOf(handed, back), DocumentNews::Added);
    auto other = handed;
    other.handed->to = "示例乙";
    EXPECT_EQ(newsOf(handed, other), DocumentNews::Contradicts);
    auto resigned = back;
    resigned.signedPages = {base::PageId::make(Now)};
    EXPECT_EQ(newsOf(back, resigned), DocumentNews::Contradicts);
}

TEST(Document, IsAnotherPaperWithOtherBytesNumberOrMaker)
{
    const auto made = paper();
    for (const auto& change : std::vector<std::function<void(api::DocumentRecord&)>>{
             [](auto& one) { one.sha256 = base::Digest::of("other"); },
             [](auto& one) { one.number = "测审〔2026〕8号"; },
             [](auto& one) { one.by = "somebody"; },
             [](auto& one) { one.kind = forms::PaperKind::Refusal; }})
    {
        auto other = handedOver(made);
        change(other);
        EXPECT_EQ(newsOf(made, other), DocumentNews::Contradicts);
    }
}

}  // namespace
