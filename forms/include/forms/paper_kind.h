#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace forms {

/// Every paper of a case (DESIGN section 9 `kinds`, DOMAIN section C5). Stored by token in manifests, documents and the
/// course.
enum class PaperKind {
    ReceiptSlip,         ///< 收件凭证
    MaterialList,        ///< 材料清单
    OneTimeNotice,       ///< 一次性告知书
    NotAcceptedNotice,   ///< 不予受理通知书, 不受理告知书
    DeferralCommitment,  ///< 容缺受理承诺书
    AcceptanceNotice,    ///< 受理通知书
    SupplementSlip,      ///< 补正收件单
    DeferralNotice,      ///< 容缺受理通知书
    ProcedureNotice,     ///< 特殊程序告知书
    ExtensionNotice,     ///< 延长办理期限通知书
    PaymentNotice,       ///< 缴费通知书
    Approval,            ///< 准予许可决定书 and what other regimes call it
    Refusal,             ///< 不予许可决定书 and what other regimes call it
    TerminationNotice,   ///< 终止办理通知书, 退件通知书
    ServiceRecord,       ///< 送达回证
    HandOverList,        ///< 结果交接单
    Mandate,             ///< 授权委托书
    RoutingSheet,        ///< 办件流转单
    ApplicationForm,     ///< 申请表
    BlankForm,           ///< 空白表
    SampleForm,          ///< 范本
    Result,              ///< 结果文书
    CoverSheet           ///< 封面页
};

[[nodiscard]] std::string_view nameOf(PaperKind kind);   ///< "receipt-slip"
[[nodiscard]] std::string_view titleOf(PaperKind kind);  ///< message id: what lists call it
[[nodiscard]] std::optional<PaperKind> parsePaperKind(std::string_view token);
[[nodiscard]] std::span<const PaperKind> allPaperKinds();

}  // namespace forms
