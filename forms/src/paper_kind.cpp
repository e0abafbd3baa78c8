#include <forms/paper_kind.h>

#include "word_table.h"

#include <i18n/phrase.h>

#include <array>

namespace forms {

namespace {

using i18n::messageId;

constexpr std::array Kinds{
    Word<PaperKind>{PaperKind::ReceiptSlip, "receipt-slip", messageId("Receipt of materials")},
    Word<PaperKind>{PaperKind::MaterialList, "material-list", messageId("List of materials")},
    Word<PaperKind>{PaperKind::OneTimeNotice, "one-time-notice", messageId("One-time notice")},
    Word<PaperKind>{
        PaperKind::NotAcceptedNotice, "not-accepted-notice", messageId("Notice of non-acceptance")},
    Word<PaperKind>{PaperKind::DeferralCommitment, "deferral-commitment", messageId("Deferral commitment")},
    Word<PaperKind>{PaperKind::AcceptanceNotice, "acceptance-notice", messageId("Notice of acceptance")},
    Word<PaperKind>{PaperKind::SupplementSlip, "supplement-slip", messageId("Receipt for supplements")},
    Word<PaperKind>{
        PaperKind::DeferralNotice, "deferral-notice", messageId("Notice of acceptance with deferral")},
    Word<PaperKind>{
        PaperKind::ProcedureNotice, "procedure-notice", messageId("Notice of a special procedure")},
    Word<PaperKind>{PaperKind::ExtensionNotice, "extension-notice", messageId("Notice of extension")},
    Word<PaperKind>{PaperKind::PaymentNotice, "payment-notice", messageId("Payment notice")},
    Word<PaperKind>{PaperKind::Approval, "approval", messageId("Decision to approve")},
    Word<PaperKind>{PaperKind::Refusal, "refusal", messageId("Decision not to approve")},
    Word<PaperKind>{PaperKind::TerminationNotice, "termination-notice", messageId("Notice of termination")},
    Word<PaperKind>{PaperKind::ServiceRecord, "service-record", messageId("Record of service")},
    Word<PaperKind>{PaperKind::HandOverList, "hand-over-list", messageId("Hand-over list")},
    Word<PaperKind>{PaperKind::Mandate, "mandate", messageId("Mandate")},
    Word<PaperKind>{PaperKind::RoutingSheet, "routing-sheet", messageId("Routing sheet")},
    Word<PaperKind>{PaperKind::ApplicationForm, "application-form", messageId("Application form")},
    Word<PaperKind>{PaperKind::BlankForm, "blank-form", messageId("Blank form")},
    Word<PaperKind>{PaperKind::SampleForm, "sample-form", messageId("Sample form")},
    Word<PaperKind>{PaperKind::Result, "result", messageId("Result document")},
    Word<PaperKind>{PaperKind::CoverSheet, "cover-sheet", messageId("Cover sheet")},
};

static_assert(follows(Kinds, PaperKind::CoverSheet));
constexpr auto KindValues = valuesOf(Kinds);

}  // namespace

std::string_view nameOf(PaperKind kind)
{
    return Kinds[static_cast<std::size_t>(kind)].token;
}

std::string_view titleOf(PaperKind kind)
{
    return Kinds[static_cast<std::size_t>(kind)].title;
}

std::optional<PaperKind> parsePaperKind(std::string_view token)
{
    return parseToken(Kinds, token);
}

std::span<const PaperKind> allPaperKinds()
{
    return KindValues;
}

}  // namespace forms
