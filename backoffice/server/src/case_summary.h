#pragma once

#include <api/get_cases.h>
#include <server/case_record.h>

namespace server {

[[nodiscard]] inline api::CaseSummary summaryOf(const CaseRecord& record)
{
    api::CaseSummary summary;
    summary.caseId = record.id;
    summary.revision = record.revision;
    summary.state = record.state;
    summary.matter = record.matter;
    summary.matterName = record.matterName;
    summary.number = record.official;
    summary.applicant = record.applicant;
    summary.received = record.received;
    summary.claimedBy = record.claimedBy;
    summary.due = record.due;
    summary.flagged = record.flagged;
    return summary;
}

}  // namespace server
