#include "endpoints.h"
#include "route.h"

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

namespace server {

namespace {

constexpr std::uint64_t Small = std::uint64_t{64} << 10;
constexpr std::uint64_t Large = std::uint64_t{1} << 20;
constexpr std::uint64_t ManifestBytes = std::uint64_t{16} << 20;
/// The page limit of the settings is checked by the endpoint; this only bounds what it is asked to look at.
constexpr std::uint64_t UploadBytes = std::uint64_t{4} << 30;

const std::array Table{
    Route{api::PostSessions, Access::Open, Small, postSessions},
    Route{api::DeleteSessions, Access::Session, 0, deleteSessions},
    Route{api::PostKeys, Access::Session, Small, postKeys},
    Route{api::GetKeys, Access::Open, 0, getKeys},
    Route{api::GetCatalogue, Access::Session, 0, getCatalogue},
    Route{api::GetOffice, Access::Session, 0, getOffice},
    Route{api::GetGuide, Access::Session, 0, getGuide},
    Route{api::GetHealth, Access::Open, 0, getHealth},
    Route{api::GetMetrics, Access::Open, 0, getMetrics},
    Route{api::GetOpenapi, Access::Open, 0, getOpenapi},
    Route{api::OptionsUploads, Access::Open, 0, optionsUploads},
    Route{api::PostUploads, Access::Session, UploadBytes, postUploads},
    Route{api::HeadUpload, Access::Session, 0, headUpload},
    Route{api::PatchUpload, Access::Session, UploadBytes, patchUpload},
    Route{api::DeleteUpload, Access::Session, 0, deleteUpload},
    Route{api::PostPagesMissing, Access::Session, Large, postPagesMissing},
    Route{api::GetPage, Access::Session, 0, getPage},
    Route{api::PutRevision, Access::Session, ManifestBytes, putRevision},
    Route{api::GetCases, Access::Session, 0, getCases},
    Route{api::GetCase, Access::Session, 0, getCase},
    Route{api::GetAudit, Access::Session, 0, getAudit},
    Route{api::GetChanges, Access::Session, 0, getChanges},
    Route{api::PostAnnotations, Access::Session, Small, postAnnotations},
    Route{api::PostActions, Access::Session, Small, postActions},
    Route{api::GetRevision, Access::Session, 0, getRevision},
    Route{api::PostDocuments, Access::Session, Small, postDocuments},
};

std::vector<std::string_view> segmentsOf(std::string_view path)
{
    std::vector<std::string_view> segments;
    while (!path.empty()) {
        path.remove_prefix(1);  // the slash
        const auto end = path.find('/');
        segments.push_back(path.substr(0, end));
        path.remove_prefix(end == std::string_view::npos ? path.size() : end);
    }
    return segments;
}

std::optional<std::vector<std::string>> match(std::string_view pattern, std::string_view path)
{
    const auto wanted = segmentsOf(pattern);
    const auto given = segmentsOf(path);
    if (wanted.size() != given.size())
        return std::nullopt;
    std::vector<std::string> parameters;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (wanted[i].starts_with('{') && !given[i].empty())
            parameters.emplace_back(given[i]);
        else if (wanted[i] != given[i])
            return std::nullopt;
    }
    return parameters;
}

}  // namespace

std::span<const Route> routes()
{
    return Table;
}

std::optional<FoundRoute> findRoute(const std::string& method, std::string_view path)
{
    if (!path.starts_with('/'))
        return std::nullopt;
    if (path == "/v1/uploads")
        path = api::PostUploads.path;
    for (const auto& route : Table)
        if (route.endpoint.method == method)
            if (auto parameters = match(route.endpoint.path, path))
                return FoundRoute{&route, std::move(*parameters)};
    return std::nullopt;
}

std::string nameOf(const Route& route)
{
    return std::string(route.endpoint.method) + " " + std::string(route.endpoint.path);
}

}  // namespace server
