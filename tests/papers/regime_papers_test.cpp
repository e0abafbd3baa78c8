// Every regime × paper: what must stand there and what must not, written down by hand from the laws.
#include "document_text.h"
#include "pdf_tools.h"
#include "sample_facts.h"

#include <papers/notice.h>
#include <papers/notice_pdf.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace papers;
using forms::PaperKind;
using testing::HasSubstr;
using testing::Not;

struct Cell {
    const char* regime;
    PaperKind kind;
    const char* title;  ///< empty: the regime has no such paper
    std::vector<const char*> stands;
    std::vector<const char*> standsNot;
};

const char* const Reconsideration = "向测试区人民政府申请行政复议";
const char* const Court = "向测试区人民法院提起行政诉讼";
const char* const Complaint = "投诉电话0570-0000002";

const std::vector<Cell> Cells{
    // 行政许可法
    {"xkf32", PaperKind::ReceiptSlip, "收件凭证", {"本凭证不代表受理", "即为受理"}, {"复议"}},
    {"xkf32",
     PaperKind::OneTimeNotice,
     "一次性告知书",
     {"《中华人民共和国行政许可法》第三十二条第一款第（四）项", "测试区市场监督管理局"},
     {"不予受理", "复议", "诉讼"}},
    {"xkf32",
     PaperKind::NotAcceptedNotice,
     "不予受理通知书",
     {"《中华人民共和国行政许可法》第三十二条第一款第（二）项",
      "有权机关",
      Reconsideration,
      Court,
      "本通知书"},
     {}},
    {"xkf32", PaperKind::DeferralCommitment, "容缺受理承诺书", {"本人郑重承诺"}, {"复议"}},
    {"xkf32",
     PaperKind::AcceptanceNotice,
     "受理通知书",
     {"《中华人民共和国行政许可法》第三十二条第一款第（五）项", "本机关予以受理"},
     {"复议", "诉讼"}},
    {"xkf32",
     PaperKind::Approval,
     "准予行政许可决定书",
     {"《中华人民共和国行政许可法》第三十八条第一款", "本机关决定准予许可", "十个工作日内"},
     {"复议", "诉讼"}},
    {"xkf32",
     PaperKind::Refusal,
     "不予行政许可决定书",
     {"《中华人民共和国行政许可法》第三十八条第二款",
      "本机关决定不予许可",
      Reconsideration,
      Court,
      "本决定书"},
     {}},
    {"xkf32", PaperKind::TerminationNotice, "退件通知书", {"逾期未补正", Reconsideration}, {}},
    // 不动产登记暂行条例
    {"bdc17", PaperKind::ReceiptSlip, "收件凭证", {"当场书面告知"}, {"行政许可", "复议"}},
    {"bdc17",
     PaperKind::OneTimeNotice,
     "不动产登记不予受理告知书",
     {"《不动产登记暂行条例》第十七条第一款第（三）项",
      "本机构决定不予受理",
      "一次性告知",
      "自收到全部补正材料之日起",
      Reconsideration,
      Court,
      "测试区自然资源局(不动产登记中心)"},
     {"行政许可", "予以受理", "即为受理", "已受理", "补正不设期限", "逾期"}},
    {"bdc17",
     PaperKind::NotAcceptedNotice,
     "不动产登记不予受理告知书",
     {"《不动产登记暂行条例》第十七条第一款第（四）项", "不属于本机构登记范围", Reconsideration, Court},
     {"行政许可"}},
    {"bdc17", PaperKind::DeferralCommitment, "容缺受理承诺书", {}, {"行政许可", "复议"}},
    {"bdc17",
     PaperKind::AcceptanceNotice,
     "不动产登记受理通知书",
     {"《不动产登记暂行条例》第十七条第一款第（一）项", "本机构予以受理"},
     {"行政许可", "复议"}},
    {"bdc17",
     PaperKind::Approval,
     "准予登记通知书",
     {"《不动产登记暂行条例》第二十一条", "本机构决定准予登记"},
     {"许可", "复议", "十个工作日"}},
    {"bdc17",
     PaperKind::Refusal,
     "不予登记告知书",
     {"《不动产登记暂行条例》第二十二条", "本机构决定不予登记", Reconsideration, Court},
     {"许可"}},
    {"bdc17", PaperKind::TerminationNotice, "不动产登记申请材料退回通知书", {"逾期未补正"}, {"许可"}},
    // 市场主体登记管理条例
    {"scdj19", PaperKind::ReceiptSlip, "收件凭证", {"不代表准予登记"}, {"受理", "许可", "复议"}},
    {"scdj19",
     PaperKind::OneTimeNotice,
     "一次性告知书",
     {"《中华人民共和国市场主体登记管理条例》第十九条第二款", "退还", "重新提出申请", "新的申请"},
     {"受理", "许可", "复议", "逾期"}},
    {"scdj19",
     PaperKind::NotAcceptedNotice,
     "不属于登记管辖范围告知书",
     {"《中华人民共和国市场主体登记管理条例实施细则》第十八条第四款",
      "不属于本机关登记管辖范围",
      Reconsideration},
     {"受理", "许可"}},
    {"scdj19", PaperKind::DeferralCommitment, "容缺办理承诺书", {}, {"容缺受理", "许可", "复议"}},
    {"scdj19", PaperKind::AcceptanceNotice, "", {}, {}},
    {"scdj19",
     PaperKind::Approval,
     "准予登记通知书",
     {"《中华人民共和国市场主体登记管理条例》第十九条第一款", "本机关决定准予登记"},
     {"受理", "许可", "复议", "十个工作日"}},
    {"scdj19",
     PaperKind::Refusal,
     "不予登记通知书",
     {"《中华人民共和国市场主体登记管理条例》第二十条", "本机关决定不予登记", Reconsideration, Court},
     {"受理", "许可"}},
    {"scdj19", PaperKind::TerminationNotice, "退件通知书", {}, {"受理", "许可"}},
    // Public services, by a water company: no authority, no remedy but its telephone
    {"yhyshj36",
     PaperKind::ReceiptSlip,
     "收件凭证",
     {"测试区自来水公司", "办理单位"},
     {"许可", "复议", "实施机关"}},
    {"yhyshj36",
     PaperKind::OneTimeNotice,
     "一次性告知书",
     {"国发〔2022〕5号", "测试区自来水公司"},
     {"许可", "复议", "诉讼", "本机关", "优化营商环境条例"}},
    {"yhyshj36",
     PaperKind::NotAcceptedNotice,
     "不予受理告知书",
     {"本单位决定不予受理", Complaint},
     {"许可", "复议", "诉讼", "本机关"}},
    {"yhyshj36", PaperKind::DeferralCommitment, "容缺受理承诺书", {}, {"许可", "复议"}},
    {"yhyshj36", PaperKind::AcceptanceNotice, "受理通知书", {"本单位予以受理"}, {"许可", "复议", "本机关"}},
    {"yhyshj36",
     PaperKind::Approval,
     "予以办理通知书",
     {"本单位决定予以办理"},
     {"许可", "复议", "法定条件", "本机关"}},
    {"yhyshj36",
     PaperKind::Refusal,
     "不予办理通知书",
     {"本单位决定不予办理", Complaint},
     {"许可", "复议", "诉讼", "法定条件", "本机关"}},
    {"yhyshj36", PaperKind::TerminationNotice, "退件通知书", {Complaint}, {"许可", "复议", "诉讼"}},
    // A regime this version does not know: nothing of the four is claimed, the guide's own basis is cited
    {"later-law-1",
     PaperKind::OneTimeNotice,
     "一次性告知书",
     {"户口登记条例第10条"},
     {"许可", "不动产登记暂行条例", "市场主体登记", "优化营商环境", "国发", "复议"}},
    {"later-law-1",
     PaperKind::Approval,
     "予以办理通知书",
     {"户口登记条例第10条"},
     {"许可", "准予登记", "国发"}},
    {"later-law-1",
     PaperKind::Refusal,
     "不予办理通知书",
     {"户口登记条例第10条", Complaint},
     {"许可", "不予登记", "复议"}},
};

/// What no paper may say, whatever it is about.
const std::vector<const char*> Never{"我们", " 0 份", "(2)", "T-07 "};

TEST(RegimePapers, SayWhatTheirLawWantsAndNothingOfAnother)
{
    for (const auto& cell : Cells) {
        const auto document =
            noticeDocument(cell.kind, samples::under(cell.regime, samples::factsFor(cell.kind)));
        const auto where = std::string(cell.regime) + " " + std::string(nameOf(cell.kind));
        if (std::string(cell.title).empty()) {
            ASSERT_FALSE(document.has_value()) << where;
            EXPECT_EQ(document.error().code, base::ErrorCode::NotAllowed) << where;
            continue;
        }
        ASSERT_TRUE(document.has_value()) << where << base::describe(document.error());
        EXPECT_EQ(document->title, cell.title) << where;
        // The hall's address line, 受理地点, is no claim of acceptance.
        auto whole = wholeText(*document);
        for (auto at = whole.find("受理地点"); at != std::string::npos; at = whole.find("受理地点"))
            whole.replace(at, std::string("受理地点").size(), "地点");
        for (const auto* words : cell.stands)
            EXPECT_THAT(whole, HasSubstr(words)) << where;
        for (const auto* words : cell.standsNot)
            EXPECT_THAT(whole, Not(HasSubstr(words))) << where;
        for (const auto* words : Never)
            EXPECT_THAT(whole, Not(HasSubstr(words))) << where;
    }
}

TEST(RegimePapers, CiteTheBusinessEnvironmentRegulationForBusinessesAlone)
{
    auto facts = samples::under("yhyshj36", samples::facts());
    facts.business = true;
    const auto document = noticeDocument(PaperKind::OneTimeNotice, facts).value();
    EXPECT_THAT(wholeText(document), HasSubstr("《优化营商环境条例》第三十六条第一款"));
    facts.correction.basis = "《测试市供水条例》第八条";
    EXPECT_THAT(wholeText(noticeDocument(PaperKind::OneTimeNotice, facts).value()),
                HasSubstr("《测试市供水条例》第八条"));
}

TEST(RegimePapers, CanBeReadOutOfTheirPdf)
{
    for (const auto& cell : Cells) {
        const auto document =
            noticeDocument(cell.kind, samples::under(cell.regime, samples::factsFor(cell.kind)));
        if (!document)
            continue;
        const auto where = std::string(cell.regime) + " " + std::string(nameOf(cell.kind));
        const auto pdf = noticePdf(*document);
        ASSERT_TRUE(pdf.has_value()) << where;
        const auto text = packed(PdfTools(*pdf).text());
        EXPECT_THAT(text, HasSubstr(packed(cell.title))) << where;
        for (const auto* words : cell.stands)
            EXPECT_THAT(text, HasSubstr(packed(words))) << where;
    }
}

}  // namespace
