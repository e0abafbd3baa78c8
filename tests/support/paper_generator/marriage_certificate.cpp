#include "drawings.h"
#include "stamp.h"

#include <string>

namespace papers_drawn {
namespace {

const Lettering Label{.millimetres = 3.8, .ink = {0.45, 0.16, 0.14}};
const Lettering Value{.millimetres = 4.0, .font = "Noto Sans CJK SC"};

void person(Sheet& sheet, double x, double y, const Person& person)
{
    const auto row = [&](double left, double top, const char* label, const std::string& value) {
        sheet.text(x + left, y + top, label, Label);
        sheet.text(x + left + 22, y + top, value, Value);
    };
    row(0, 0, "姓    名", person.name);
    row(62, 0, "性    别", person.sex);
    row(0, 9, "国    籍", "中国");
    row(62, 9, "出生日期", person.year + "年" + person.month + "月" + person.day + "日");
    row(0, 18, "身份证件号", person.number);
}

void couple(Sheet& sheet, double x, double y)
{
    const Box photo{x, y, 42, 30};
    sheet.fill(photo, {0.72, 0.13, 0.15});
    for (const double middle : {14.0, 28.0}) {
        sheet.fill({x + middle - 5.5, y + 19, 11, 11}, {0.95, 0.95, 0.96}, 4);
        sheet.fill({x + middle - 4, y + 7, 8, 5}, {0.12, 0.11, 0.11}, 2.4);
        sheet.fill({x + middle - 3.6, y + 8.6, 7.2, 9.6}, {0.89, 0.75, 0.66}, 3.5);
    }
    sheet.frame(photo, 0.3, {0.5, 0.4, 0.4});
}

}  // namespace

void drawMarriageCertificate(Sheet& sheet, const People& people)
{
    const Box leaf{30, 40, 150, 196};
    sheet.fill({leaf.x + 0.8, leaf.y + 1, leaf.width, leaf.height}, {0.6, 0.6, 0.6, 0.4}, 1.5);
    sheet.fill(leaf, {0.985, 0.94, 0.925}, 1.5);
    sheet.frame({leaf.x + 5, leaf.y + 5, leaf.width - 10, leaf.height - 10}, 0.6, {0.80, 0.55, 0.45});
    sheet.frame({leaf.x + 6.4, leaf.y + 6.4, leaf.width - 12.8, leaf.height - 12.8}, 0.2, {0.80, 0.55, 0.45});
    sheet.text(105,
               54,
               "结 婚 证",
               {.millimetres = 9, .ink = {0.70, 0.12, 0.12}, .align = Align::Centre, .spacing = 2});
    const double x = leaf.x + 16;
    const auto row = [&](double y, const char* label, const std::string& value) {
        sheet.text(x, y, label, Label);
        sheet.text(x + 22, y, value, Value);
        sheet.line(x + 21, y + 6.4, x + 74, y + 6.4, 0.15, {0.70, 0.45, 0.40});
    };
    row(80, "持 证 人", people.applicant.name);
    row(91, "登记日期", "2026年5月20日");
    row(102, "结婚证字号", "J330399-2026-000520");
    row(113, "备    注", "无");
    couple(sheet, leaf.x + leaf.width - 56, 80);
    sheet.line(x, 128, leaf.x + leaf.width - 16, 128, 0.2, {0.80, 0.55, 0.45});
    person(sheet, x, 135, people.spouse);
    sheet.line(x, 166, leaf.x + leaf.width - 16, 166, 0.2, {0.80, 0.55, 0.45});
    person(sheet, x, 173, people.applicant);
    sheet.text(x,
               206,
               "结婚申请,符合《中华人民共和国民法典》规定,予以登记,发给此证。",
               {.millimetres = 3.4, .ink = {0.45, 0.16, 0.14}, .width = 70});
    sheet.text(x, 223, "婚姻登记员", Label);
    sheet.written(x + 24, 221.6, "示例员", 5.2);
    stampRound(sheet, leaf.x + leaf.width - 40, 212, "测试区民政局样本", "婚姻登记专用章", 7, 38);
    sheet.watermark(leaf);
}

}  // namespace papers_drawn
