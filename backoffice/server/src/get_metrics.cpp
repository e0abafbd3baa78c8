#include "endpoints.h"

#include <api/get_metrics.h>

namespace server {

Answer getMetrics(BackOffice& office, Request&)
{
    Response response;
    response.mediaType = api::MetricsMediaType;
    response.body = office.metrics.text();
    return response;
}

}  // namespace server
