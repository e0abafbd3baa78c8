#include "vague_name.h"

#include "guide_folder.h"

#include <gtest/gtest.h>

namespace {

TEST(VagueName, IsOneThatLeavesOpenWhatToBring)
{
    for (const char* vague : {"其他材料",
                              "其它材料",
                              "其他相关材料",
                              "相关证明材料",
                              "身份证等材料",
                              "身份证明、户口簿等",
                              "身份证明(户口簿等)",
                              "身份证等证件",
                              "学历证书等有关文件",
                              "有关部门规定的其它证明材料",
                              "法律法规规定的其他材料",
                              "登记机关要求提交的其他文件",
                              "审批部门认为需要提供的资料",
                              "需要提交的材料",
                              "所需材料",
                              "补充材料",
                              "证明材料",
                              "申请材料",
                              "相关部门出具的证明",
                              "有关的手续",
                              "法律、行政法规规定的其他条件",
                              "其他情形"})
        EXPECT_TRUE(forms::isVague(vague)) << vague;
}

TEST(VagueName, OneThatNamesThePaperIsNot)
{
    for (const char* clear : {"居民身份证",
                              "其他组织的登记证书",
                              "其他共有人同意转让的书面材料",
                              "残疾等级证明",
                              "中等职业学校毕业证",
                              "特等奖证书",
                              "与被继承人有亲属关系的证明",
                              "监护关系及为被监护人利益处分的材料",
                              "初中等学历证书",
                              "更新造林承诺书",
                              "符合城市规划条例第12条规定的条件",
                              "有经营能力的自然人或家庭;实名核验"})
        EXPECT_FALSE(forms::isVague(clear)) << clear;
}

TEST(VagueName, NoneStandsInTheSampleGuides)
{
    for (const auto& file : tests::filesIn(tests::guideFolder())) {
        const auto guide = forms::readGuide(tests::readText(file)).value();
        for (const auto& material : guide.materials)
            EXPECT_FALSE(forms::isVague(material.name)) << material.name;
    }
}

}  // namespace
