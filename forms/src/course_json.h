#pragma once

#include <forms/course.h>
#include <forms/json_reader.h>

#include <nlohmann/json_fwd.hpp>

namespace forms {

/// {"n", "unit", "note"}: how periods are written outside guides.
[[nodiscard]] nlohmann::json periodAsJson(const Period& period);
[[nodiscard]] Period readPeriodOf(JsonReader reader);

[[nodiscard]] nlohmann::json courseAsJson(std::span<const CourseEntry> course);
[[nodiscard]] Course readCourse(JsonReader& reader, std::string_view name);

}  // namespace forms
