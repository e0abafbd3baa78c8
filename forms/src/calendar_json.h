#pragma once

#include <forms/calendar.h>

#include <nlohmann/json_fwd.hpp>

namespace forms {

/// {year: {off [], work []}}, as a catalogue carries it. Error BadInput names the year that is wrong.
[[nodiscard]] base::Result<Calendar> calendarOf(const nlohmann::json& json);
[[nodiscard]] nlohmann::json calendarAsJson(const Calendar& calendar);

}  // namespace forms
