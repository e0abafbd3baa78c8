#include <api/endpoint.h>

#include <api/delete_sessions.h>
#include <api/get_audit.h>
#include <api/get_case.h>
#include <api/get_cases.h>
#include <api/get_catalogue.h>
#include <api/get_changes.h>
#include <api/get_guide.h>
#include <api/get_health.h>
#include <api/get_keys.h>
#include <api/get_metrics.h>
#include <api/get_office.h>
#include <api/get_openapi.h>
#include <api/get_page.h>
#include <api/get_revision.h>
#include <api/post_actions.h>
#include <api/post_annotations.h>
#include <api/post_documents.h>
#include <api/post_keys.h>
#include <api/post_pages_missing.h>
#include <api/post_sessions.h>
#include <api/put_revision.h>
#include <api/tus.h>

#include <array>

namespace api {

namespace {

constexpr std::array All{
    PostSessions, DeleteSessions,   PostKeys,    GetKeys,        GetCatalogue,  GetOffice,  GetGuide,
    GetHealth,    GetMetrics,       GetOpenapi,  OptionsUploads, PostUploads,   HeadUpload, PatchUpload,
    DeleteUpload, PostPagesMissing, GetPage,     PutRevision,    GetCases,      GetCase,    GetAudit,
    GetChanges,   PostAnnotations,  PostActions, GetRevision,    PostDocuments,
};

}  // namespace

std::span<const Endpoint> allEndpoints()
{
    return All;
}

}  // namespace api
