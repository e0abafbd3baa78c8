#include <api/problem.h>

#include <cstdint>
#include <cstdlib>

/// Whatever a server or a proxy answers is a problem, and a problem survives the wire.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto problem = api::problemFromAnswer(500, {reinterpret_cast<const char*>(data), size});
    if (!problem.message.empty() && api::parseProblem(toJson(problem)) != problem)
        std::abort();
    return 0;
}
