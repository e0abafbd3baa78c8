#include "drawings.h"
#include "stamp.h"

#include <string>

namespace papers_drawn {

void drawConsent(Sheet& sheet, const People& people, Signature signature)
{
    const auto& head = people.spouse;
    const auto& mover = people.applicant;
    sheet.text(105, 44, "户主同意落户声明", {.millimetres = 8, .align = Align::Centre, .spacing = 1.6});
    const Lettering body{.millimetres = 5.0, .width = 154, .lineHeight = 2.0};
    double y = 72;
    y += sheet.text(28, y, "测试市公安局测试区分局测试派出所:", body) + 2;
    y += sheet.text(28,
                    y,
                    "        本人" + head.name + ",公民身份号码" + head.number + ",系" + NewAddress
                        + "户的户主。现同意配偶" + mover.name + "(公民身份号码" + mover.number
                        + ")因夫妻投靠将户口迁入本户,与户主关系登记为配偶。",
                    body)
         + 2;
    y += sheet.text(28, y, "        以上声明出于自愿,内容属实。如有虚假,由本人承担相应法律责任。", body) + 2;
    sheet.text(28, y, "        特此声明。", body);
    const Lettering caption{.millimetres = 5.0};
    sheet.text(100, 208, "户主(签名按印):", caption);
    sheet.line(141, 216, 182, 216);
    sheet.text(100, 224, "联系电话:", caption);
    sheet.line(124, 232, 182, 232);
    sheet.text(100, 240, "日期:", caption);
    sheet.text(131, 240, "年", caption);
    sheet.text(148, 240, "月", caption);
    sheet.text(165, 240, "日", caption);
    if (signature == Signature::Signed) {
        sheet.written(145, 205, head.name, 8.6);
        fingerprint(sheet, 168, 211);
        sheet.written(128, 222.6, "13900000001", 6.2);
        sheet.written(114, 238.4, "2026", 6);
        sheet.written(138.5, 238.4, "11", 6);
        sheet.written(155.5, 238.4, "20", 6);
    }
    sheet.watermark({20, 60, 170, 190});
}

}  // namespace papers_drawn
