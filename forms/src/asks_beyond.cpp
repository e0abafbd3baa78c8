#include <forms/law.h>

#include <base/utf8.h>
#include <forms/citation.h>
#include <forms/guide.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>
#include <vector>

namespace forms {

namespace {

using Text = std::u32string;
using View = std::u32string_view;

/// Words whose object is asked for.
constexpr auto Verbs = std::to_array<View>(
    {U"提供", U"提交", U"补交", U"补充", U"补齐", U"补送", U"出具", U"开具", U"附上", U"附送", U"加盖",
     U"携带", U"递交", U"报送", U"上传", U"交来", U"带来", U"补办", U"另附", U"另交", U"还要", U"还需"});

/// Things that are asked for by naming them: 须经公证, 请签字.
constexpr auto Acts = std::to_array<View>({U"公证", U"认证", U"盖章", U"签字", U"签名", U"按手印", U"翻译"});
constexpr auto Orders = std::to_array<View>({U"请", U"须", U"需", U"应", U"要", U"必须"});

/// Before a verb in the same clause they say that nothing is asked for.
constexpr auto Negations = std::to_array<View>({U"无需",
                                                U"无须",
                                                U"毋需",
                                                U"毋须",
                                                U"不必",
                                                U"不用",
                                                U"不需",
                                                U"不须",
                                                U"不再",
                                                U"不要",
                                                U"免予",
                                                U"免于",
                                                U"免提",
                                                U"不能",
                                                U"无法",
                                                U"勿",
                                                U"可不"});

/// What makes even a vague object a further demand: 另行提供材料, 其他证明.
constexpr auto Further = std::to_array<View>({U"另行", U"另外", U"另附", U"另交", U"其他", U"其它"});

/// Words that name no material of their own.
constexpr auto Plain = std::to_array<View>(
    {U"证明材料", U"申请材料", U"相关", U"有关",   U"材料", U"资料",   U"文件", U"证明", U"原件",
     U"复印件",   U"扫描件",   U"照片", U"影印件", U"一式", U"各一",   U"一份", U"两份", U"二份",
     U"三份",     U"一张",     U"清晰", U"完整",   U"有效", U"真实",   U"虚假", U"合法", U"齐全",
     U"重新",     U"再次",     U"及时", U"尽快",   U"全部", U"所有",   U"上述", U"下列", U"以下",
     U"本人",     U"申请人",   U"申请", U"窗口",   U"本局", U"本中心", U"大厅", U"现场", U"核验",
     U"核对",     U"办理",     U"填写", U"补正",   U"修改", U"更正",   U"说明", U"要求", U"规定",
     U"按照",     U"按",       U"页面", U"内容",   U"信息", U"情况",   U"纸质", U"电子", U"版本",
     U"新版",     U"最新",     U"正确", U"符合",   U"一致", U"后",     U"指南", U"其他"});

/// One thing under several names, so that they compare.
constexpr auto SameThings = std::to_array<std::pair<View, View>>({{U"户口本", U"户口簿"},
                                                                  {U"身份证明", U"身份证"},
                                                                  {U"身份证件", U"身份证"},
                                                                  {U"房产证", U"不动产权"},
                                                                  {U"房本", U"不动产权"},
                                                                  {U"不动产证", U"不动产权"},
                                                                  {U"不动产权证", U"不动产权"},
                                                                  {U"权属证书", U"不动产权"},
                                                                  {U"委托书", U"授权委托"},
                                                                  {U"公章", U"盖章"},
                                                                  {U"印章", U"盖章"},
                                                                  {U"签章", U"盖章"},
                                                                  {U"签名", U"签字"},
                                                                  {U"手印", U"签字"},
                                                                  {U"银行卡号", U"银行卡"},
                                                                  {U"房屋买卖合同", U"买卖合同"},
                                                                  {U"营业证照", U"营业执照"},
                                                                  {U"结婚证书", U"结婚证"},
                                                                  {U"离婚证书", U"离婚证"}});

constexpr View ClauseEnds = U"。；;！!？?\n\r，,：:";
constexpr View ListMarks = U"、和及与或并";

void replaceAll(Text& text, View from, View to)
{
    for (auto at = text.find(from); at != Text::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

Text inOneWord(Text text)
{
    for (const auto& [from, to] : SameThings)
        replaceAll(text, from, to);
    return text;
}

bool isHan(char32_t point)
{
    return (point >= 0x3400 && point <= 0x9FFF) || (point >= 0x20000 && point <= 0x323AF);
}

bool isLetter(char32_t point)
{
    return isHan(point) || (point >= U'0' && point <= U'9') || (point >= U'A' && point <= U'Z')
           || (point >= U'a' && point <= U'z');
}

/// Every two neighbours: how Chinese words are compared without a dictionary.
std::set<Text> pairsOf(View text)
{
    std::set<Text> pairs;
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
        if (isLetter(text[i]) && isLetter(text[i + 1]))
            pairs.emplace(text.substr(i, 2));
    return pairs;
}

/// What is left of an object when the words that name nothing are taken out; a blank stays in their place.
Text ownWords(View object)
{
    Text text(object);
    for (const auto word : Plain)
        replaceAll(text, word, U" ");
    return text;
}

/// 户主的房屋租赁合同: whose it is says nothing of what it is.
View headOf(View object)
{
    const auto of = object.rfind(U'的');
    if (of == View::npos || pairsOf(ownWords(object.substr(of + 1))).empty())
        return object;
    return object.substr(of + 1);
}

Text citedWords(std::span<const std::string> cites, const Guide& guide)
{
    std::string words;
    for (const auto& text : cites) {
        const auto citation = citationOf(guide, text);
        words += "\n" + citedText(guide, citation);
        if (const auto* material = guide.findMaterial(citation.material)) {
            words += "\n" + material->name + "\n" + material->standard;
            for (const auto& point : material->points)
                words += "\n" + point.text;
        }
    }
    return inOneWord(base::decodeUtf8(words));
}

std::vector<View> split(View text, View marks)
{
    std::vector<View> parts;
    while (true) {
        const auto end = text.find_first_of(marks);
        parts.push_back(text.substr(0, end));
        if (end == View::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

template <class Words>
bool holdsOne(View text, const Words& words)
{
    return std::any_of(
        words.begin(), words.end(), [text](View word) { return text.find(word) != View::npos; });
}

/// The verb tells of what was done (已提交, 提交的, 所提供) and asks for nothing.
bool isTold(View before, View after)
{
    constexpr View told = U"已所曾";
    return (!before.empty() && told.find(before.back()) != View::npos) || after.starts_with(U"的")
           || after.starts_with(U"了") || after.starts_with(U"过") || after.starts_with(U"虚假");
}

/// Judges one text against what is cited.
class Demands
{
  public:
    explicit Demands(Text cited)
        : m_cited(std::move(cited))
        , m_pairs(pairsOf(m_cited))
    {}

    [[nodiscard]] bool goBeyond(View clause) const { return asksForObject(clause) || asksForAct(clause); }

  private:
    /// The first verb of the clause that asks takes the rest of it as its object.
    [[nodiscard]] bool asksForObject(View clause) const
    {
        std::size_t verb = View::npos;
        std::size_t after = View::npos;
        for (const auto word : Verbs)
            for (auto at = clause.find(word); at != View::npos; at = clause.find(word, at + 1))
                if (at < verb && !isTold(clause.substr(0, at), clause.substr(at + word.size()))) {
                    verb = at;
                    after = at + word.size();
                }
        if (verb == View::npos || holdsOne(clause.substr(0, verb), Negations))
            return false;
        const bool further = holdsOne(clause, Further);
        const auto objects = split(clause.substr(after), ListMarks);
        return std::any_of(objects.begin(), objects.end(), [&](View object) {
            return isForeign(object, further && objects.size() == 1);
        });
    }

    [[nodiscard]] bool asksForAct(View clause) const
    {
        return std::any_of(Acts.begin(), Acts.end(), [&](View act) {
            const auto at = clause.find(act);
            return at != View::npos && holdsOne(clause.substr(0, at), Orders)
                   && !holdsOne(clause.substr(0, at), Negations)
                   && m_cited.find(inOneWord(Text(act))) == Text::npos;
        });
    }

    [[nodiscard]] bool isForeign(View object, bool further) const
    {
        const auto named = pairsOf(ownWords(headOf(object)));
        if (named.empty())
            return further && !pairsOf(object).empty();
        return std::none_of(
            named.begin(), named.end(), [&](const Text& pair) { return m_pairs.contains(pair); });
    }

    Text m_cited;
    std::set<Text> m_pairs;
};

}  // namespace

bool asksBeyond(std::string_view text, std::span<const std::string> cites, const Guide& guide)
{
    const auto words = inOneWord(base::decodeUtf8(text));
    const Demands demands(citedWords(cites, guide));
    const auto clauses = split(words, ClauseEnds);
    return std::any_of(clauses.begin(), clauses.end(), [&](View clause) { return demands.goBeyond(clause); });
}

}  // namespace forms
