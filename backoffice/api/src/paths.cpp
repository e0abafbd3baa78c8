#include <api/get_audit.h>
#include <api/get_case.h>
#include <api/get_guide.h>
#include <api/get_page.h>
#include <api/post_actions.h>
#include <api/post_annotations.h>
#include <api/post_documents.h>
#include <api/put_revision.h>

namespace api {

std::string guidePath(const base::Digest& sha256)
{
    return "/v1/guides/" + sha256.toString();
}

std::string pagePath(const base::Digest& sha256)
{
    return "/v1/pages/" + sha256.toString();
}

std::string casePath(base::CaseId caseId)
{
    return "/v1/cases/" + caseId.toString();
}

std::string revisionPath(base::CaseId caseId, int revision)
{
    return casePath(caseId) + "/revisions/" + std::to_string(revision);
}

std::string actionsPath(base::CaseId caseId)
{
    return casePath(caseId) + "/actions";
}

std::string annotationsPath(base::CaseId caseId)
{
    return casePath(caseId) + "/annotations";
}

std::string documentsPath(base::CaseId caseId)
{
    return casePath(caseId) + "/documents";
}

std::string auditPath(base::CaseId caseId)
{
    return casePath(caseId) + "/audit";
}

}  // namespace api
