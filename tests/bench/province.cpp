#include "province.h"

#include <i18n/pinyin.h>

#include <array>
#include <fstream>
#include <stdexcept>

namespace bench {

namespace {

using Words = std::vector<std::string_view>;

const Words Whose{"",         "城乡居民", "企业", "个人",     "外国人", "集体",       "农村",
                  "临时",     "大型",     "小型", "退役军人", "残疾人", "高校毕业生", "灵活就业人员",
                  "未成年人", "老年人",   "民办", "公办",     "跨省",   "省内",       "市级",
                  "县级",     "重点",     "普通", "特种"};
const Words What{"户口",           "不动产",       "个体工商户", "社会保险",     "养老保险", "医疗保险",
                 "失业保险",       "工伤保险",     "生育津贴",   "住房公积金",   "食品经营", "药品经营",
                 "医疗机构",       "卫生",         "道路运输",   "危险化学品",   "建筑施工", "建设工程规划",
                 "建设用地规划",   "消防设计",     "排水",       "取水",         "河道采砂", "林木采伐",
                 "野生动物驯养",   "种子生产",     "兽药经营",   "动物诊疗",     "渔业捕捞", "农药经营",
                 "拖拉机驾驶",     "农业机械",     "教师资格",   "民办学校",     "学历证书", "职业技能",
                 "劳务派遣",       "人力资源服务", "劳动合同",   "最低生活保障", "特困人员", "临时救助",
                 "婚姻",           "收养",         "殡葬",       "社会团体",     "基金会",   "民办非企业单位",
                 "地名",           "律师执业",     "公证",       "司法鉴定",     "法律援助", "出入境",
                 "居住证",         "身份证",       "旅馆业",     "典当业",       "枪支",     "爆破作业",
                 "机动车",         "驾驶证",       "校车",       "烟花爆竹",     "税务",     "发票",
                 "出口退税",       "会计",         "政府采购",   "价格",         "粮食收购", "电力设施",
                 "固定资产投资",   "招标",         "广告",       "商标",         "计量器具", "特种设备",
                 "检验检测",       "认证",         "旅游",       "导游",         "娱乐场所", "演出",
                 "互联网上网服务", "出版物",       "印刷业",     "电影放映",     "文物",     "体育场所",
                 "测绘",           "矿产资源",     "地质灾害",   "海域使用",     "水土保持", "环境影响",
                 "排污",           "辐射安全",     "节能",       "长乐重庆"};
const Words How{"登记",     "变更登记", "注销登记", "转移登记", "备案", "备案变更", "许可",
                "许可延续", "许可变更", "许可注销", "审批",     "审核", "核准",     "年检",
                "补发证书", "换发证书", "证明打印", "查询",     "迁移", "参保登记", "停保",
                "待遇申领", "待遇核定", "资格认定", "资格注销", "缴费", "退费",     "奖励申报",
                "补贴申领", "鉴定",     "公示",     "验收",     "预审", "设立",     "撤销",
                "复审",     "委托",     "过户",     "抵押",     "解除"};

constexpr std::array<std::string_view, 6> Samples{
    "sb-jfzm", "sdqg-gh", "gt-sl", "jmyl-cb", "hk-qy", "bdc-zy-clf"};

nlohmann::ordered_json readSample(std::string_view code)
{
    std::ifstream file(std::string(OW_SOURCE_DIR) + "/forms/guides/" + std::string(code) + ".guide.json");
    auto guide = nlohmann::ordered_json::parse(file, nullptr, false);
    if (!guide.is_object())
        throw std::runtime_error("a sample guide is not there");
    return guide;
}

std::string initialsOf(const std::string& text)
{
    return i18n::pinyinKeys(text, 1).initials.front();
}

}  // namespace

Province::Province()
{
    for (const auto sample : Samples)
        m_shapes.push_back(readSample(sample));
}

forms::MatterEntry Province::matter(std::size_t number) const
{
    // Scattered, so that what is alike does not lie together.
    const auto scattered = number * 48'271 % 100'000;
    const std::string whose(Whose[scattered % Whose.size()]);
    const std::string what(What[scattered / Whose.size() % What.size()]);
    const std::string how(How[scattered / Whose.size() / What.size() % How.size()]);
    const auto department = "测试市第" + std::to_string(scattered % 97) + "区" + what.substr(0, 6) + "管理局";
    return {"zj-" + std::to_string(330'000 + number / 1000) + "-" + std::to_string(100'000 + number),
            whose + what + how,
            {"办" + what, what + how, whose + what},
            {initialsOf(what + how), initialsOf(whose + what)},
            department};
}

ProvinceGuide Province::guide(std::size_t number) const
{
    const auto entry = matter(number);
    auto guide = m_shapes[number % 4 < 3 ? 0 : 1 + number / 4 % (m_shapes.size() - 1)];
    guide["code"] = entry.code;
    guide["name"] = {{"main", entry.name}, {"sub", entry.name}, {"item", entry.name}};
    guide["aliases"] = entry.aliases;
    guide["initials"] = entry.initials;
    guide["department"]["name"] = entry.department;
    return {entry.code, guide["version"].get<std::string>(), guide.dump()};
}

}  // namespace bench
