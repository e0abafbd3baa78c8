#pragma once

#include <forms/matter_index.h>

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

/// A guide of the made-up province.
struct ProvinceGuide {
    std::string code;
    std::string version;
    std::string bytes;
};

/// The guides of a province that does not exist, made by number from the shapes of the six sample guides; the same number
/// is the same guide. Three of four have the shape of the smallest, so that the median is 6 kB.
class Province
{
  public:
    Province();

    /// Up to 100,000 have names of their own.
    [[nodiscard]] forms::MatterEntry matter(std::size_t number) const;
    [[nodiscard]] ProvinceGuide guide(std::size_t number) const;

  private:
    std::vector<nlohmann::ordered_json> m_shapes;  ///< the smallest first
};

}  // namespace bench
