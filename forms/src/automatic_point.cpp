#include <forms/automatic_point.h>

#include <algorithm>
#include <array>

namespace forms {

namespace {

constexpr std::array<AutomaticPoint, 18> Points{{
    {"gb11643"},
    {"gb32100"},
    {"luhn"},
    {"form_complete"},
    {"page_count"},
    {"date_ge_today"},
    {"date_within"},
    {"date_le_apply"},
    {"date_range"},
    {"age_ge_60"},
    {"addr_granularity"},
    {"ocr_equals_form"},
    {"cross_equal"},
    {"name_rule"},
    {"image_quality", false},
    {"page_set", false},
    {"dict:", false},
    {"share:", false},
}};

}  // namespace

std::span<const AutomaticPoint> automaticPoints()
{
    return Points;
}

bool isAutomaticPoint(std::string_view automatic)
{
    return std::any_of(Points.begin(), Points.end(), [automatic](const AutomaticPoint& point) {
        return point.name.ends_with(':') ? automatic.starts_with(point.name) && automatic != point.name
                                         : automatic == point.name;
    });
}

}  // namespace forms
