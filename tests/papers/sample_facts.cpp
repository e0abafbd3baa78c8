#include "sample_facts.h"

#include <base/date.h>
#include <forms/regime.h>

namespace samples {
namespace {

using namespace papers;
using std::chrono::sys_days;
using namespace std::chrono_literals;

void addMaterials(NoticeFacts& facts)
{
    facts.received = {{"户口迁移申请表", 1, 0, 1, 0, HandedIn::FilledHere},
                      {"申请人居民身份证", 1, 1, 1, 1, HandedIn::Scanned},
                      {"居民户口簿(首页、成员页、变更页)", 1, 1, 2, 1, HandedIn::Scanned}};
    facts.notReceived = {{"结婚证", NotReceivedBecause::Exempt, {}},
                         {"随迁子女出生医学证明", NotReceivedBecause::Deferred, base::Date{2026y / 11 / 27}},
                         {"户主同意落户声明", NotReceivedBecause::Missing, {}}};
    facts.corrections = {
        {"居民户口簿(首页、成员页、变更页)",
         "缺变更页",
         "首页、成员页齐全,原件核验",
         {"户口登记条例第10条"},
         {}},
        {"户主同意落户声明", "未提交", "户主签字或单位盖章", {}, {}},
        {"户口迁移申请表", "迁入地址未填到室", "地址填写到门牌、幢、单元、室", {}, "当场在窗口改填"}};
    facts.deferred = {{"随迁子女出生医学证明",
                       "原件 1 份,复印件 1 份",
                       {base::Date{2026y / 11 / 27}, {5, forms::TimeUnit::Workday, {}}}}};
}

HandOut handOut()
{
    HandOut handOut;
    forms::Material card;
    card.name = "申请人居民身份证";
    card.originals = 1;
    card.copies = 1;
    card.per = "applicant";
    card.standard = "核验原件后退还";
    card.basis = {"户口登记条例第10条"};
    card.exemption =
        forms::ExemptionRule{forms::ExemptBy::ELicence, "居民身份证", forms::OfflineExemption::ReadCard};
    card.validity = forms::Validity{"valid_to", forms::ValidityRule::NotBeforeToday, 0};
    forms::Material birth;
    birth.name = "随迁子女出生医学证明";
    birth.copies = 1;
    birth.per = "case";
    birth.necessity = forms::Necessity::Deferrable;
    birth.deferralDays = 5;
    handOut.materials = {card, birth};
    handOut.openQuestions = {"是否随迁未成年子女"};
    handOut.fees = {{"工本费", 10.5, "元/本", "补发时"}};
    handOut.limits.promised = {1, forms::TimeUnit::Workday, {}};
    handOut.results = {{"居民户口簿", {"窗口领取"}}};
    handOut.department.name = "测试市公安局测试区分局";
    return handOut;
}

Handling handling()
{
    Handling handling;
    handling.accepted = sys_days{2026y / 11 / 24} + 1h;
    handling.promised = forms::Deadline{{5, forms::TimeUnit::Workday, {}}, base::Date{2026y / 12 / 1}, {}};
    handling.legal = forms::Deadline{{20, forms::TimeUnit::Workday, {}}, base::Date{2026y / 12 / 22}, {}};
    handling.decision = DecisiveStep{forms::Outcome::Approval, base::Date{2026y / 11 / 30}, {}, {}};
    handling.delivery = forms::Deadline{{10, forms::TimeUnit::Workday, {}}, base::Date{2026y / 12 / 14}, {}};
    handling.end = DecisiveStep{forms::Outcome::TerminatedByLapse, base::Date{2026y / 12 / 7}, {}, {}};
    handling.asked = base::Date{2026y / 11 / 20};
    handling.answerDue = base::Date{2026y / 12 / 4};
    return handling;
}

}  // namespace

Issuer authority(const char* name)
{
    Issuer issuer;
    issuer.name = issuer.seal = name;
    issuer.shortName = "测示";
    issuer.telephone = "0570-0000011";
    issuer.known = true;
    issuer.remedy = forms::Remedy{"测试区人民政府", "测试区人民法院", false};
    return issuer;
}

Issuer waterCompany()
{
    Issuer issuer;
    issuer.name = issuer.seal = "测试区自来水公司";
    issuer.telephone = "0570-0000021";
    issuer.kind = forms::DepartmentKind::Undertaking;
    issuer.known = true;
    return issuer;
}

NoticeFacts facts()
{
    NoticeFacts facts;
    facts.caseId = "01936c2e-7d10-7a4b-9c55-0242ac120002";
    facts.number = "T-07-261120-0031";
    facts.paperNumber = "测示〔2026〕T-07-12号";
    facts.lookUpCode = "583204";
    facts.centre = "测试区政务服务中心";
    facts.site = "测试区政务服务中心一楼综合窗口";
    facts.address = "测试区示例路1号";
    facts.telephone = "0570-0000001";
    facts.complaintTelephone = "0570-0000002";
    facts.clerk = "示例员";
    facts.issuer = authority("测试区市场监督管理局");
    facts.matter = "户口迁移";
    facts.situation = "因婚(夫妻投靠),迁入,市内,投靠户主,由申请人申报";
    facts.guideVersion = "2025.1";
    facts.legalBasis = {"户口登记条例第10条", "户口登记条例第13条"};
    facts.applicants = {{"示例乙", "330399198711020245", "13900000002", "111"}};
    facts.receivedAt = sys_days{2026y / 11 / 20} + 2h + 42min;
    facts.madeOn = base::Date{2026y / 11 / 20};
    facts.correction = {"xkf32", {5, forms::TimeUnit::Workday, {}}, true, true, {}};
    facts.correctionDue = DueDay{base::Date{2026y / 11 / 27}, facts.correction.window};
    facts.supplementDue = DueDay{base::Date{2026y / 12 / 4}, {10, forms::TimeUnit::Workday, {}}};
    addMaterials(facts);
    facts.handOut = handOut();
    facts.handling = handling();
    facts.refusal = Refusal{forms::Outcome::NotCompetent, {"落户地址不属本派出所管辖,告知应去单位"}};
    facts.refusal->authority =
        forms::CompetentAuthority{"测试市公安局样例区分局样例派出所", {}, "样例区示例路2号", "0570-0000033"};
    return facts;
}

NoticeFacts factsFor(forms::PaperKind kind)
{
    auto made = facts();
    if (kind == forms::PaperKind::Refusal)
        made.handling.decision = DecisiveStep{forms::Outcome::Refusal,
                                              base::Date{2026y / 11 / 30},
                                              {"不符合条件：符合迁入地落户政策"},
                                              "经实地核查，申请人与户主不在同一地址居住。"};
    return made;
}

NoticeFacts under(const char* regime, NoticeFacts facts)
{
    facts.correction.regime = regime;
    if (!forms::law(forms::regimeOf(regime)).deliveryLimit)
        facts.handling.delivery.reset();
    switch (forms::regimeOf(regime)) {
    case forms::Regime::Licence: break;
    case forms::Regime::RealEstate:
        facts.issuer = authority("测试区自然资源局(不动产登记中心)");
        facts.matter = "存量房买卖转移登记";
        break;
    case forms::Regime::MarketEntity: facts.matter = "个体工商户设立登记"; break;
    case forms::Regime::PublicService:
    case forms::Regime::Other:
        facts.issuer = waterCompany();
        facts.matter = "用水过户";
        facts.correction.deemedAcceptedOnExpiry = false;
        break;
    }
    return facts;
}

}  // namespace samples
