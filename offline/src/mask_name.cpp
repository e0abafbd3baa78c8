#include <offline/case_store.h>

#include <base/utf8.h>

namespace offline {

std::string maskName(std::string_view name)
{
    auto points = base::decodeUtf8(name);
    if (points.size() < 2)
        return points.empty() ? std::string() : "*";
    const std::size_t last = points.size() > 2 ? points.size() - 1 : points.size();
    for (std::size_t i = 1; i < last; ++i)
        points[i] = U'*';
    return base::encodeUtf8(points);
}

}  // namespace offline
