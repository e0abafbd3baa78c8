#include "endpoints.h"

#include <api/get_openapi.h>

namespace server {

Answer getOpenapi(BackOffice&, Request&)
{
    Response response;
    response.mediaType = api::OpenapiMediaType;
    response.body = api::openapiDocument();
    return response;
}

}  // namespace server
