#include <desk/person_name.h>

namespace desk {

const std::string& personName(const api::Identity& here, const std::string& user)
{
    return here.name == user && !here.displayName.empty() ? here.displayName : user;
}

}  // namespace desk
