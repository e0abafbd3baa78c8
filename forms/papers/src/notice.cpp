#include <papers/notice.h>

#include "notices/kinds.h"
#include "wording.h"

#include <papers/notice_pdf.h>

#include <algorithm>
#include <array>

namespace papers {
namespace {

using forms::PaperKind;

constexpr std::array Drawn{PaperKind::ReceiptSlip,
                           PaperKind::MaterialList,
                           PaperKind::OneTimeNotice,
                           PaperKind::NotAcceptedNotice,
                           PaperKind::DeferralCommitment,
                           PaperKind::AcceptanceNotice,
                           PaperKind::Approval,
                           PaperKind::Refusal,
                           PaperKind::TerminationNotice};

/// What the hall gives out itself and what applicants write.
constexpr std::array Halls{PaperKind::ReceiptSlip, PaperKind::MaterialList, PaperKind::DeferralCommitment};

}  // namespace

GivenBy giverOf(PaperKind kind)
{
    return std::ranges::find(Halls, kind) == Halls.end() ? GivenBy::Issuer : GivenBy::Hall;
}

int copiesOf(PaperKind kind)
{
    return kind == PaperKind::MaterialList ? 1 : 2;
}

std::span<const PaperKind> drawnKinds()
{
    return Drawn;
}

base::Result<NoticeDocument> noticeDocument(PaperKind kind, const NoticeFacts& facts)
{
    switch (kind) {
    case PaperKind::ReceiptSlip: return receiptSlip(facts);
    case PaperKind::MaterialList: return materialList(facts);
    case PaperKind::OneTimeNotice: return oneTimeNotice(facts);
    case PaperKind::NotAcceptedNotice: return notAcceptedNotice(facts);
    case PaperKind::DeferralCommitment: return deferralCommitment(facts);
    case PaperKind::AcceptanceNotice: return acceptanceNotice(facts);
    case PaperKind::Approval: return approvalDecision(facts);
    case PaperKind::Refusal: return refusalDecision(facts);
    case PaperKind::TerminationNotice: return terminationNotice(facts);
    case PaperKind::SupplementSlip:
    case PaperKind::DeferralNotice:
    case PaperKind::ProcedureNotice:
    case PaperKind::ExtensionNotice:
    case PaperKind::PaymentNotice:
    case PaperKind::ServiceRecord:
    case PaperKind::HandOverList:
    case PaperKind::Mandate:
    case PaperKind::RoutingSheet:
    case PaperKind::ApplicationForm:
    case PaperKind::BlankForm:
    case PaperKind::SampleForm:
    case PaperKind::Result:
    case PaperKind::CoverSheet: break;
    }
    return base::fail(base::ErrorCode::NotAllowed,
                      "This version of the program does not make this paper yet; a later version will.");
}

base::Result<std::string> makeNotice(PaperKind kind, const NoticeFacts& facts)
{
    const auto document = noticeDocument(kind, facts);
    if (!document)
        return base::passOn(document);
    return noticePdf(*document);
}

}  // namespace papers
