#include "case_pasts.h"

#include <desk/case_parts.h>

namespace desk {

std::string whoTook(const api::CaseDetail& detail, std::initializer_list<forms::Action> steps)
{
    std::string who;
    for (const auto& record : detail.actions)
        for (const auto step : steps)
            if (record.request.action == api::RequestedAction(step))
                who = record.by;
    return who;
}

std::vector<forms::CasePast> pastsOf(const Dossier& dossier)
{
    const auto& detail = dossier.detail;
    forms::CasePast past;
    past.acceptedBy = whoTook(detail, {forms::Action::Accept});
    past.examinedBy = whoTook(detail, {forms::Action::Examine});
    past.approvedBy = whoTook(detail, {forms::Action::Approve, forms::Action::Refuse});
    past.immediate = dossier.guide->handling == forms::Handling::Immediate;
    past.correctionOnce = dossier.guide->limits.correction.once;
    for (const auto& record : detail.actions)
        past.correctionsRequested +=
            record.request.action == api::RequestedAction(forms::Action::RequestCorrection) ? 1 : 0;
    past = forms::withChildren(past, childCasesOf(detail));
    std::vector<forms::CasePast> pasts;
    for (const auto& revision : dossier.revisions) {
        past.sealedBy = revision.sealed.clerk;
        pasts.push_back(past);
    }
    return pasts;
}

}  // namespace desk
