#include "paper_making.h"

#include "counter_lines.h"

#include <i18n/language.h>

#include <papers/paper_number.h>

#include <algorithm>
#include <array>

namespace desk {

namespace {

using forms::Act;
using forms::PaperKind;

constexpr int CommitmentCopies = 2;  // one for the file, one for the applicant
constexpr std::array<std::string_view, 3> WaysToHandOver{"person", "agent", "mail"};

const forms::CourseEntry* requestOf(const forms::Course& course)
{
    return forms::findLast(course, Act::CorrectionRequested);
}

}  // namespace

PaperSeries seriesOf(PaperKind kind)
{
    switch (kind) {
    case PaperKind::MaterialList:
    case PaperKind::DeferralCommitment:
    case PaperKind::Mandate:
    case PaperKind::RoutingSheet:
    case PaperKind::ApplicationForm:
    case PaperKind::BlankForm:
    case PaperKind::SampleForm:
    case PaperKind::Result:
    case PaperKind::CoverSheet: return PaperSeries::None;
    case PaperKind::ReceiptSlip:
    case PaperKind::SupplementSlip:
    case PaperKind::ServiceRecord:
    case PaperKind::HandOverList: return PaperSeries::Hall;
    case PaperKind::OneTimeNotice:
    case PaperKind::NotAcceptedNotice:
    case PaperKind::AcceptanceNotice:
    case PaperKind::DeferralNotice:
    case PaperKind::ProcedureNotice:
    case PaperKind::ExtensionNotice:
    case PaperKind::PaymentNotice:
    case PaperKind::Approval:
    case PaperKind::Refusal:
    case PaperKind::TerminationNotice: return PaperSeries::Issuer;
    }
    return PaperSeries::None;
}

int usualCopies(PaperKind kind)
{
    return kind == PaperKind::DeferralCommitment ? CommitmentCopies : 1;
}

bool isOfTheCourse(PaperKind kind)
{
    return kind != PaperKind::ReceiptSlip && kind != PaperKind::MaterialList
           && kind != PaperKind::DeferralCommitment;
}

papers::Desk paperDesk(const api::Identity& user,
                       const forms::Case& draft,
                       const forms::Office& office,
                       const forms::Calendar& calendar,
                       base::Date today)
{
    return {calendar, office, counterOf(user, office, draft), today};
}

std::vector<papers::CorrectionItem> correctionItems(const forms::Guide& guide,
                                                    const std::vector<forms::CorrectionItem>& items)
{
    std::vector<papers::CorrectionItem> all;
    for (const auto& item : items) {
        const auto* material = guide.findMaterial(item.cited.substr(0, item.cited.find('/')));
        papers::CorrectionItem printed;
        printed.material = item.material;
        printed.wrong = item.wrong.empty() ? i18n::translate(i18n::phrase("not as the guide asks for"),
                                                             i18n::Language::SimplifiedChinese)
                                           : item.wrong;
        printed.standard = item.point;
        if (material != nullptr) {
            printed.standard = item.point.empty() ? material->standard : item.point;
            printed.basis = material->basis;
        }
        all.push_back(std::move(printed));
    }
    return all;
}

papers::NoticeFacts officeFacts(offline::Workplace& workplace,
                                const CaseView& view,
                                PaperKind kind,
                                const papers::Desk& desk)
{
    // While the next revision is being made, the paper is about the one that was handed in.
    auto sealed = view.draft;
    if (view.draft.state == forms::CaseState::Draft)
        if (auto before = revisionBefore(workplace, view.draft)) {
            before->parties = view.draft.parties;
            before->officialNumber = view.draft.officialNumber;
            sealed = std::move(*before);
        }
    auto facts = papers::factsOfCourse(*view.guide, sealed, view.known.course, desk);
    if (kind == PaperKind::OneTimeNotice)
        if (const auto* asked = requestOf(view.known.course))
            facts.corrections = correctionItems(
                *view.guide, forms::correctionItems(*view.guide, *asked, view.known.marks));
    return facts;
}

base::Result<std::string> nextPaperNumber(offline::Workplace& workplace,
                                          PaperKind kind,
                                          const papers::NoticeFacts& facts,
                                          base::Date today)
{
    const auto series = seriesOf(kind);
    if (series == PaperSeries::None)
        return std::string();
    const auto workstation = workplace.sessions().workstation();
    if (!workstation)
        return base::passOn(workstation);
    const auto body = series == PaperSeries::Issuer ? facts.issuer.shortName : std::string();
    const auto year = static_cast<int>(today.year());
    const auto n = workplace.papers().nextNumber(*workstation, body, year);
    if (!n)
        return base::passOn(n);
    return papers::paperNumber(body, year, *workstation, *n);
}

base::Result<std::optional<forms::HandedOver>> handedOver(const Giving& giving, base::Timestamp now)
{
    if (giving.to.empty())
        return std::optional<forms::HandedOver>();
    const auto how = giving.how.empty() ? std::string(WaysToHandOver.front()) : giving.how;
    if (std::find(WaysToHandOver.begin(), WaysToHandOver.end(), how) == WaysToHandOver.end())
        return base::fail(base::ErrorCode::BadArgument,
                          "A paper is handed over in person, to an agent or by mail, not “{how}”.",
                          {{"how", how}});
    return std::optional(forms::HandedOver{now, giving.to, how});
}

}  // namespace desk
