#pragma once

#include <string>
#include <string_view>

namespace forms {

struct Guide;
struct SpecialProcedure;

/// Which law governs what happens between an application and its decision (`limits.correction.regime` of a guide).
enum class Regime {
    Licence,        ///< "xkf32": 行政许可法
    RealEstate,     ///< "bdc17": 不动产登记暂行条例
    MarketEntity,   ///< "scdj19": 市场主体登记管理条例
    PublicService,  ///< "yhyshj36": 优化营商环境条例 art. 36, else 国发〔2022〕5号
    Other           ///< a token this version does not know: nothing of the four is claimed
};

[[nodiscard]] Regime regimeOf(std::string_view token);
[[nodiscard]] Regime regimeOf(const Guide& guide);
[[nodiscard]] std::string_view nameOf(Regime regime);  ///< "xkf32"; "other"

/// Whether a special procedure stops the clock: the guide says so, and either the regime's closed list names its kind
/// (行政许可法 art. 45: 听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审; under bdc17 公告) or the guide gives a basis of its own.
[[nodiscard]] bool stopsClock(Regime regime, const SpecialProcedure& procedure);

}  // namespace forms
