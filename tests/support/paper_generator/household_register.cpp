#include "drawings.h"
#include "stamp.h"

#include <string>
#include <vector>

namespace papers_drawn {
namespace {

/// The booklet lies open on the glass; its page is smaller than the sheet.
constexpr Box Leaf{22, 34, 166, 122};
const Lettering Label{.millimetres = 3.6, .align = Align::Centre};
const Lettering Value{.millimetres = 3.9, .align = Align::Centre, .font = "Noto Sans CJK SC"};

struct Cell {
    std::string text;
    double width;
    bool label;
};

void leaf(Sheet& sheet)
{
    sheet.fill({Leaf.x + 0.8, Leaf.y + 1, Leaf.width, Leaf.height}, {0.6, 0.6, 0.6, 0.45}, 1.5);
    sheet.fill(Leaf, {0.965, 0.975, 0.955}, 1.5);
    for (double y = Leaf.y + 2; y < Leaf.y + Leaf.height - 1; y += 2.6) {
        sheet.line(Leaf.x + 2, y, Leaf.x + Leaf.width - 2, y, 0.06, {0.45, 0.68, 0.55, 0.35});
    }
}

void rows(Sheet& sheet, double x, double y, double height, const std::vector<std::vector<Cell>>& table)
{
    for (const auto& row : table) {
        double left = x;
        for (const auto& cell : row) {
            const Box box{left, y, cell.width, height};
            sheet.frame(box, 0.25);
            sheet.textIn(box, cell.text, cell.label ? Label : Value);
            left += cell.width;
        }
        y += height;
    }
}

void signLine(Sheet& sheet, double y, const char* date)
{
    sheet.text(Leaf.x + 12, y, "承办人签章:", {.millimetres = 3.6});
    stampSquare(sheet, Leaf.x + 34, y - 3, "样本之印", 10);
    sheet.text(Leaf.x + Leaf.width - 12, y, date, {.millimetres = 3.6, .align = Align::Right});
}

}  // namespace

void drawRegisterFirstPage(Sheet& sheet, const People& people)
{
    leaf(sheet);
    const double x = Leaf.x + 9;
    sheet.text(105, Leaf.y + 8, "居民户口簿", {.millimetres = 7.5, .align = Align::Centre, .spacing = 3});
    rows(sheet,
         x,
         Leaf.y + 26,
         13,
         {{{"户别", 24, true},
           {"家庭户", 50, false},
           {"户主姓名", 24, true},
           {people.applicant.name, 50, false}},
          {{"户号", 24, true}, {"000123", 50, false}, {"住址变动", 24, true}, {"无", 50, false}},
          {{"住址", 24, true}, {OldAddress, 124, false}}});
    sheet.text(x, Leaf.y + 72, "省级公安机关户口专用章", {.millimetres = 3.2, .ink = Grey});
    sheet.text(x + 84, Leaf.y + 72, "户口登记机关户口专用章", {.millimetres = 3.2, .ink = Grey});
    stampRound(sheet, x + 38, Leaf.y + 92, "示例省公安厅样本", "户口专用章", -6, 34);
    stampRound(sheet, x + 116, Leaf.y + 91, "样例区样例派出所样本", "户口专用章", 9, 34);
    signLine(sheet, Leaf.y + 112, "2019 年 3 月 1 日签发");
    sheet.watermark(Leaf);
}

void drawRegisterPersonPage(Sheet& sheet, const People& people)
{
    leaf(sheet);
    const double x = Leaf.x + 9;
    const auto& person = people.applicant;
    sheet.text(105, Leaf.y + 5, "常住人口登记卡", {.millimetres = 6, .align = Align::Centre, .spacing = 2});
    rows(sheet,
         x,
         Leaf.y + 18,
         9.2,
         {{{"姓名", 22, true}, {person.name, 40, false}, {"户主或与户主关系", 46, true}, {"户主", 40, false}},
          {{"曾用名", 22, true}, {"", 40, false}, {"性别", 46, true}, {person.sex, 40, false}},
          {{"出生地", 22, true},
           {"示例省示例市样例区", 40, false},
           {"民族", 46, true},
           {person.nation + "族", 40, false}},
          {{"籍贯", 22, true},
           {"示例省示例市", 40, false},
           {"出生日期", 46, true},
           {person.year + "年" + person.month + "月" + person.day + "日", 40, false}},
          {{"本市(县)其他住址", 40, true}, {"", 62, false}, {"宗教信仰", 22, true}, {"", 24, false}},
          {{"公民身份号码", 30, true},
           {person.number, 60, false},
           {"身高", 14, true},
           {"165厘米", 20, false},
           {"血型", 12, true},
           {"A", 12, false}},
          {{"文化程度", 22, true},
           {"大学本科", 32, false},
           {"婚姻状况", 22, true},
           {"已婚", 26, false},
           {"兵役状况", 22, true},
           {"", 24, false}},
          {{"服务处所", 22, true}, {"样例区示例中学", 62, false}, {"职业", 22, true}, {"教师", 42, false}},
          {{"何时由何地迁来本址", 44, true}, {"2012年9月 因工作迁入", 104, false}}});
    signLine(sheet, Leaf.y + 110, "登记日期:2019 年 3 月 1 日");
    stampRound(sheet, x + 98, Leaf.y + 100, "样例区样例派出所样本", "户口专用章", -12, 32);
    sheet.watermark(Leaf);
}

}  // namespace papers_drawn
