#pragma once

#include "request.h"
#include "response.h"

#include <server/back_office.h>

namespace server {

// One function per endpoint, each in the source of its own name; what it answers is said in backoffice/api.
[[nodiscard]] Answer postSessions(BackOffice& office, Request& request);
[[nodiscard]] Answer deleteSessions(BackOffice& office, Request& request);
[[nodiscard]] Answer postKeys(BackOffice& office, Request& request);
[[nodiscard]] Answer getKeys(BackOffice& office, Request& request);
[[nodiscard]] Answer getCatalogue(BackOffice& office, Request& request);
[[nodiscard]] Answer getOffice(BackOffice& office, Request& request);
[[nodiscard]] Answer getGuide(BackOffice& office, Request& request);
[[nodiscard]] Answer getHealth(BackOffice& office, Request& request);
[[nodiscard]] Answer getMetrics(BackOffice& office, Request& request);
[[nodiscard]] Answer getOpenapi(BackOffice& office, Request& request);
[[nodiscard]] Answer optionsUploads(BackOffice& office, Request& request);
[[nodiscard]] Answer postUploads(BackOffice& office, Request& request);
[[nodiscard]] Answer headUpload(BackOffice& office, Request& request);
[[nodiscard]] Answer patchUpload(BackOffice& office, Request& request);
[[nodiscard]] Answer deleteUpload(BackOffice& office, Request& request);
[[nodiscard]] Answer postPagesMissing(BackOffice& office, Request& request);
[[nodiscard]] Answer getPage(BackOffice& office, Request& request);
[[nodiscard]] Answer putRevision(BackOffice& office, Request& request);
[[nodiscard]] Answer getCases(BackOffice& office, Request& request);
[[nodiscard]] Answer getCase(BackOffice& office, Request& request);
[[nodiscard]] Answer getAudit(BackOffice& office, Request& request);
[[nodiscard]] Answer getChanges(BackOffice& office, Request& request);
[[nodiscard]] Answer postAnnotations(BackOffice& office, Request& request);
[[nodiscard]] Answer postActions(BackOffice& office, Request& request);
[[nodiscard]] Answer getRevision(BackOffice& office, Request& request);
[[nodiscard]] Answer postDocuments(BackOffice& office, Request& request);

}  // namespace server
