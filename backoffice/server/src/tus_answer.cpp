#include "tus_answer.h"

#include <api/tus.h>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <charconv>

namespace server {

Response tusResponse(int status)
{
    Response response;
    response.status = status;
    response.headers.emplace_back(api::tus::ResumableHeader, api::tus::Version);
    return response;
}

std::optional<Response> refuseVersion(const Request& request)
{
    if (request.header(api::tus::ResumableHeader) == api::tus::Version)
        return std::nullopt;
    auto response = tusResponse(412);
    response.headers.emplace_back(api::tus::VersionHeader, api::tus::Version);
    return response;
}

tl::expected<Upload, api::Problem> uploadOf(BackOffice& office, const Request& request)
{
    auto upload = office.database->read([&](Transaction& transaction) -> base::Result<std::optional<Upload>> {
        return UploadStore(transaction).find(request.parameters.front());
    });
    if (!upload)
        return refuse(upload.error());
    if (!*upload || (*upload)->user != request.user().name)
        return refuse(api::ProblemCode::NotFound, "There is no such upload.");
    if ((*upload)->expires <= office.clock.now())
        return refuse(api::ProblemCode::Gone, "The upload has expired. Begin again.");
    return std::move(**upload);
}

std::string httpDate(base::Timestamp time)
{
    return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT",
                       fmt::gmtime(std::chrono::system_clock::to_time_t(time)));
}

std::optional<std::uint64_t> numberHeader(const Request& request, std::string_view name)
{
    const auto text = request.header(name);
    if (!text)
        return std::nullopt;
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (error != std::errc() || end != text->data() + text->size())
        return std::nullopt;
    return number;
}

}  // namespace server
