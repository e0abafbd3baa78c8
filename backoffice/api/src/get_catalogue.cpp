#include <api/get_catalogue.h>

#include <base/digest.h>

#include <algorithm>

namespace api {

std::string etagOf(std::string_view bytes)
{
    return '"' + base::Digest::of(bytes).toString() + '"';
}

bool matchesEtag(std::string_view list, std::string_view etag)
{
    while (!list.empty()) {
        const auto end = std::min(list.find(','), list.size());
        auto tag = list.substr(0, end);
        list.remove_prefix(std::min(end + 1, list.size()));
        tag.remove_prefix(std::min(tag.find_first_not_of(" \t"), tag.size()));
        tag = tag.substr(0, tag.find_last_not_of(" \t") + 1);
        if (tag.starts_with("W/"))
            tag.remove_prefix(2);
        if (tag == "*" || (!tag.empty() && tag == etag))
            return true;
    }
    return false;
}

}  // namespace api
