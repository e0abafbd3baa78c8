#include <api/get_openapi.h>

#include <api/OpenapiFile.h>

namespace api {

std::string_view openapiDocument()
{
    return OpenapiFile;
}

}  // namespace api
