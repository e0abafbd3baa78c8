#include <desk/form_desk.h>

#include <base/durable_file.h>
#include <forms/same_applicant.h>

#include <gtest/gtest.h>

namespace {

constexpr const char* Card =
    "姓名 示例甲 性别 男 民族 汉 出生 1985年6月15日 住址 测试区测试路1号2幢301室 公民身份号码 330399198506150139";

std::shared_ptr<const forms::Guide> guideOf(const std::string& code)
{
    const auto bytes =
        base::readFile(OW_SOURCE_DIR "/forms/guides/" + code + ".guide.json", std::size_t{1} << 22);
    return std::make_shared<const forms::Guide>(forms::readGuide(bytes.value()).value());
}

desk::FormDesk deskOf(const std::string& code, const char* json)
{
    return {guideOf(code), "application", forms::FormData::parse(json).value()};
}

desk::EarlierCase earlier(const std::string& code, const char* json)
{
    return {base::CaseId::make(base::Timestamp{}),
            "W1-261122-1",
            "",
            guideOf(code),
            {{"application", forms::FormData::parse(json).value()}}};
}

using Pointers = std::vector<std::string>;

TEST(FormDesk, FillsAllThatACardHasIntoTheFieldsThatWantIt)
{
    const auto filled = deskOf("hk-qy", R"({"name":"别人","tel":"1"})")
                            .withCard(forms::IdentityCard::read(Card).value(), "/tel");
    EXPECT_EQ(filled.pointers, (Pointers{"/name", "/sex", "/nation", "/birth", "/idno", "/from"}));
    EXPECT_EQ(
        filled.data,
        forms::FormData::parse(
            R"({"name":"示例甲","sex":"1","nation":"01","birth":"1985-06-15","idno":"330399198506150139",
                      "from":"测试区测试路1号2幢301室","tel":"1"})")
            .value());
}

TEST(FormDesk, ACardAtAnotherPartyIsThatPartys)
{
    const auto desk = deskOf("bdc-zy-clf", "{}");
    const auto card = forms::IdentityCard::read(Card).value();
    EXPECT_EQ(desk.withCard(card, "/seller").pointers, (Pointers{"/seller", "/seller_id"}));
    EXPECT_EQ(desk.withCard(card, "/buyer").pointers, (Pointers{"/buyer", "/buyer_id", "/buyer_address"}));
    EXPECT_EQ(desk.withCard(card, "/price").pointers, (Pointers{"/buyer", "/buyer_id", "/buyer_address"}));
}

TEST(FormDesk, ACardInARowOfATableFillsThatRow)
{
    const auto desk =
        deskOf("hk-qy", R"({"name":"示例乙","follow":[{"name":"示例乙"},{"relation":"父亲"}]})");
    const auto filled = desk.withCard(forms::IdentityCard::read(Card).value(), "/follow/1/number");
    EXPECT_EQ(filled.pointers, (Pointers{"/follow/1/name", "/follow/1/number"}));
    EXPECT_EQ(filled.data,
              forms::FormData::parse(
                  R"({"name":"示例乙","follow":[{"name":"示例乙"},
                      {"relation":"父亲","name":"示例甲","number":"330399198506150139"}]})")
                  .value());
}

TEST(FormDesk, ARowThatSaysWhatItTakesFromACardGetsThat)
{
    auto guide = std::make_shared<forms::Guide>(*guideOf("hk-qy"));
    guide->forms.front() =
        forms::Form::make("application",
                          "表",
                          R"({"type":"object","properties":{"people":{"type":"array","items":{"type":"object",
                             "properties":{"who":{"type":"string","x-prefill":"id_card.name"},
                                           "born":{"type":"string","format":"date","x-prefill":"id_card.birth"},
                                           "number":{"type":"string","format":"cn-id"}}}}}})",
                          "{}")
            .value();
    const desk::FormDesk desk(guide, "application", forms::FormData::parse(R"({"people":[{}]})").value());
    const auto filled = desk.withCard(forms::IdentityCard::read(Card).value(), "/people/0/who");
    EXPECT_EQ(filled.pointers, (Pointers{"/people/0/who", "/people/0/born"}));
}

TEST(FormDesk, CopiesFromTheSameMatterWhatIsStillEmpty)
{
    const auto filled = deskOf("hk-qy", R"({"name":"示例甲","to":"新地址"})")
                            .withEarlier(earlier("hk-qy",
                                                 R"({"name":"示例甲","to":"旧地址","marr":"20","edu":"999",
                                                     "follow":[{"name":"示例乙"}],"tel":"13800000000"})"));
    EXPECT_EQ(filled.pointers, (Pointers{"/marr", "/follow", "/tel"}))
        << "edu has a value that is not offered";
    EXPECT_EQ(filled.data.text("/to"), "新地址");
    EXPECT_EQ(filled.data.text("/follow/0/name"), "示例乙");
}

TEST(FormDesk, CopiesFromAnotherMatterOnlyFieldsOfTheSameNameAndTitle)
{
    const auto filled =
        deskOf("sb-jfzm", "{}")
            .withEarlier(earlier(
                "hk-qy", R"({"name":"示例甲","idno":"330399198506150139","tel":"13800000000","marr":"20"})"));
    EXPECT_EQ(filled.pointers, Pointers{"/name"}) << "idno is called otherwise there";
}

TEST(FormDesk, KnowsWhoAppliesByTheGuidesFirstPartyOrTheFirstNumber)
{
    forms::Case draft;
    draft.forms["application"] = forms::FormData::parse(R"({"seller_id":"330399198506150139"})").value();
    EXPECT_EQ(forms::firstApplicantNumber(*guideOf("bdc-zy-clf"), draft), "330399198506150139")
        << "both sides of a transfer apply";
    draft.forms["application"] = forms::FormData::parse(R"({"idno":"330399198506150139"})").value();
    EXPECT_EQ(forms::firstApplicantNumber(*guideOf("jmyl-cb"), draft), "330399198506150139");
    draft.forms["application"] = forms::FormData::parse(R"({"idno":"330399198506150130"})").value();
    EXPECT_EQ(forms::firstApplicantNumber(*guideOf("hk-qy"), draft), "");
}

}  // namespace
