#include <papers/paper_number.h>

namespace papers {

std::string paperNumber(std::string_view shortName, int year, std::string_view workstation, int n)
{
    std::string number(shortName);
    number.append("〔").append(std::to_string(year)).append("〕").append(workstation);
    return number.append("-").append(std::to_string(n)).append("号");
}

}  // namespace papers
