#include "drawings.h"

#include <string>
#include <vector>

namespace papers_drawn {
namespace {

struct Cell {
    std::string text;
    double width;
    bool label;
};

constexpr double Left = 20;
constexpr double Width = 170;

double row(Sheet& sheet, double y, double height, const std::vector<Cell>& cells)
{
    const Lettering label{.millimetres = 4.0, .align = Align::Centre};
    const Lettering value{.millimetres = 4.1, .align = Align::Centre, .font = "Noto Sans CJK SC"};
    double x = Left;
    for (const auto& cell : cells) {
        const Box box{x, y, cell.width, height};
        sheet.frame(box, 0.25);
        sheet.textIn(box, cell.text, cell.label ? label : value);
        x += cell.width;
    }
    return y + height;
}

std::vector<Cell> pair(const char* first, const std::string& a, const char* second, const std::string& b)
{
    return {{first, 32, true}, {a, 53, false}, {second, 32, true}, {b, 53, false}};
}

std::vector<Cell> single(const char* label, const std::string& value)
{
    return {{label, 32, true}, {value, 138, false}};
}

double table(Sheet& sheet, double y, const People& people)
{
    const auto& person = people.applicant;
    y = row(sheet, y, 12, pair("姓名", person.name, "曾用名", "无"));
    y = row(sheet, y, 12, pair("性别", person.sex, "民族", person.nation + "族"));
    y = row(
        sheet,
        y,
        12,
        pair("出生日期", person.year + "年" + person.month + "月" + person.day + "日", "婚姻状况", "已婚"));
    y = row(sheet, y, 12, pair("文化程度", "大学本科", "联系电话", "13900000002"));
    y = row(sheet, y, 12, single("公民身份号码", person.number));
    y = row(sheet, y, 13, single("迁出地址", OldAddress));
    y = row(sheet, y, 12, single("迁出地派出所", "示例市公安局样例区分局样例派出所"));
    y = row(sheet, y, 13, single("迁入地址", NewAddress));
    y = row(sheet, y, 12, single("迁入地派出所", "测试市公安局测试区分局测试派出所"));
    y = row(sheet, y, 12, pair("迁移原因", "因婚(夫妻投靠)", "与户主关系", "配偶"));
    y = row(
        sheet, y, 10, {{"随迁人员姓名", 42, true}, {"与申请人关系", 42, true}, {"公民身份号码", 86, true}});
    y = row(sheet, y, 10, {{"无", 42, false}, {"", 42, false}, {"", 86, false}});
    return row(sheet, y, 10, {{"", 42, false}, {"", 42, false}, {"", 86, false}});
}

}  // namespace

void drawApplicationForm(Sheet& sheet, const People& people)
{
    sheet.text(105, 24, "户口迁移申请表", {.millimetres = 7.8, .align = Align::Centre, .spacing = 2});
    sheet.text(Left, 40, "受理单位:测试区政务服务中心综合窗口", {.millimetres = 3.8});
    sheet.text(Left + Width, 40, "填表日期:2026 年 11 月 20 日", {.millimetres = 3.8, .align = Align::Right});
    const double y = table(sheet, 48, people);
    const Box promise{Left, y, Width, 46};
    sheet.frame(promise, 0.25);
    sheet.text(Left + 4,
               y + 4,
               "本人承诺:以上填写内容及所提交的材料真实、有效,如有不实,愿承担相应法律责任。",
               {.millimetres = 4.1, .width = Width - 8});
    sheet.text(Left + 74, y + 24, "申请人(签名):", {.millimetres = 4.3});
    sheet.line(Left + 104, y + 31, Left + 150, y + 31);
    sheet.written(Left + 110, y + 20.5, people.applicant.name, 8.2);
    sheet.text(Left + 100, y + 36, "2026 年 11 月 20 日", {.millimetres = 4.1});
    sheet.frame({Left, 48, Width, y + 46 - 48}, 0.6);
    sheet.text(Left,
               y + 51,
               "填表说明:迁入地址应填写到门牌、幢、单元、室;随迁人员较多时可另附页。",
               {.millimetres = 3.4, .ink = Grey});
    sheet.watermark({20, 60, 170, 180});
}

}  // namespace papers_drawn
