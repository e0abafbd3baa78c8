// Free text beside citations: what is a comment of the cited demand, and what asks for something else.
#include "guide_folder.h"

#include <forms/law.h>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

struct Sentence {
    const char* text;
    std::vector<std::string> cites;
};

const std::vector<Sentence> Comments{
    {"", {"m-id"}},
    {"请补充变更页。", {"m-hkb/hkb-pages"}},
    {"请提交完整的居民户口簿复印件", {"m-hkb"}},
    {"户口本缺变更页，请补交。", {"m-hkb"}},
    {"提交的身份证复印件四角不完整，请重新提交清晰的复印件。", {"m-id/id-2side"}},
    {"身份证反光，看不清，请重新拍摄后上传。", {"m-id"}},
    {"请携带身份证原件到窗口核验。", {"m-id"}},
    {"请携带原件到窗口核验", {"m-hkb"}},
    {"未提供户口簿首页，请补齐。", {"m-hkb/hkb-pages"}},
    {"请提供结婚证，双方姓名须与申请人一致", {"m-jhz"}},
    {"请提供居民户口簿和结婚证", {"m-hkb", "m-jhz"}},
    {"请补充身份证、户口簿的复印件各一份", {"m-id", "m-hkb"}},
    {"户主同意落户声明请加盖单位公章", {"m-hzty"}},
    {"声明请由户主签字", {"m-hzty"}},
    {"请在申请表上签名", {"m-sqb"}},
    {"已提交的录取通知书无院校盖章，请补盖后提交。", {"m-lqs"}},
    {"出具的证明超过30天，请换发户口迁移证后提交", {"m-qyz/qyz-30"}},
    {"无需提供房产证，补齐户口簿即可", {"m-hkb"}},
    {"不再要求提供收入证明", {"m-hkb"}},
    {"毕业证不必提交，请提供调动证明", {"m-ddh"}},
    {"申请人不能提供原件的，可以当场核验", {"m-id"}},
    {"所提供的材料与申请表不一致", {"m-id/id-name"}},
    {"请按要求补正", {"m-hkb"}},
    {"请重新提交", {"m-fc"}},
    {"请按办事指南要求重新提交材料。", {"m-csz"}},
    {"请提供随迁子女的出生证明", {"m-csz"}},
    {"请提供授权委托书原件，写明委托期限", {"m-wts"}},
    {"姓名、证号与申请表不一致", {"m-id/id-name"}},
    {"另行通知领取时间", {"m-id"}},
};

const std::vector<Sentence> Demands{
    {"请提供收入证明。", {"m-hkb"}},
    {"请补充变更页，并提供单位收入证明", {"m-hkb/hkb-pages"}},
    {"另请出具无犯罪记录证明", {"m-id"}},
    {"还需提供房产证复印件", {"m-hkb"}},
    {"请提供户口簿", {"m-id"}},
    {"请提供居民户口簿和结婚证", {"m-hkb"}},
    {"请提供身份证、社保缴费清单", {"m-id"}},
    {"请在户口簿复印件上加盖派出所公章", {"m-hkb"}},
    {"请另行提供证明材料", {"m-hkb"}},
    {"请提交其他相关证明", {"m-hkb"}},
    {"户口簿须经公证", {"m-hkb"}},
    {"请将结婚证翻译成中文", {"m-jhz"}},
    {"请附上村委会意见", {"m-hzty"}},
    {"请携带配偶到场并提交婚前财产协议", {"m-jhz"}},
    {"需由学校出具学籍档案", {"m-lqs"}},
    {"请补充说明购房资金来源", {"m-fc"}},
    {"首页不清晰；请同时上传近三个月银行流水", {"m-hkb/hkb-pages"}},
    {"请开具居住满一年的证明", {"m-id"}},
    {"无需提供结婚证，但请提供户主的房屋租赁合同", {"m-hj"}},
    {"请递交无房承诺书", {"m-sqb"}},
    {"请提供担保人资料", {}},
    {"请补办暂住登记", {"m-id"}},
};

TEST(AsksBeyond, TakesAWordOnWhatIsCitedAsAComment)
{
    const auto guide = tests::guideOf("hk-qy");
    for (const auto& sentence : Comments)
        EXPECT_FALSE(forms::asksBeyond(sentence.text, sentence.cites, guide)) << sentence.text;
}

TEST(AsksBeyond, FindsADemandThatNothingCitedHolds)
{
    const auto guide = tests::guideOf("hk-qy");
    for (const auto& sentence : Demands)
        EXPECT_TRUE(forms::asksBeyond(sentence.text, sentence.cites, guide)) << sentence.text;
}

TEST(AsksBeyond, LetsAGuideAskForWhatItsOwnPointsName)
{
    const auto guide = tests::guideOf("bdc-zy-clf");
    EXPECT_FALSE(forms::asksBeyond("出卖人委托须经公证，请补办", std::vector<std::string>{"m-wt"}, guide));
    EXPECT_FALSE(forms::asksBeyond("请提供不动产权证书原件", std::vector<std::string>{"m-qz"}, guide));
    EXPECT_TRUE(forms::asksBeyond("出卖人身份证须经公证", std::vector<std::string>{"m-id-s"}, guide));
}

}  // namespace
