#include "vague_name.h"

#include "pattern.h"

#include <algorithm>
#include <string>
#include <vector>

namespace forms {

namespace {

/// Each is one way to leave open what to bring or to be. A word for whom (其他组织的登记证书) leaves nothing open.
std::vector<Pattern> waysToBeVague()
{
    const std::string things = "(材料|证明|文件|资料|证件|手续|凭证|单据|要件|情况说明|条件|情形|要求)";
    const std::string others =
        "(?!组织|机构|单位|法人|自然人|权利人|共有人|股东|继承人|成员|当事人|投资人|合伙人)";
    std::vector<Pattern> ways;
    for (const auto& expression :
         {"(其他|其它|其余|别的)" + others + "[^、，,；;（）()]{0,10}" + things,
          "(有关|相关)(的)?(部门|单位|机构|机关)?(出具|规定|要求|认可|认为)?(必要|需要)?(的)?(其他|其它)?"
              + things,
          "(规定|要求|需要|必要|必需|所需|应当)(提供|提交|补充|具备|出示)?(的)?(其他|其它|各种|各类)?"
              + things + "$",
          std::string("^(补充|辅助|佐证|支撑|证明|申请|申报|附加)(性)?(材料|资料|文件|证件|手续)$"),
          "(?<![高中初同平均优特一二三四五甲乙丙丁])等(等)?($|[）)、，,；;]|(有关|相关|其他|其它|的)?"
              + things + ")"})
        if (auto way = Pattern::compile(expression))
            ways.push_back(std::move(*way));
    return ways;
}

}  // namespace

bool isVague(std::string_view text)
{
    static const auto Ways = waysToBeVague();
    static const auto Article = Pattern::compile("第[0-9〇零一二三四五六七八九十百]+条");
    // What an article of law lists can be looked up.
    if (Article && Article->matches(text))
        return false;
    return std::any_of(Ways.begin(), Ways.end(), [text](const Pattern& way) { return way.matches(text); });
}

}  // namespace forms
