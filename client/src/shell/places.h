#pragma once

#include <workbench/work_page.h>

#include <desk/activities.h>
#include <widgets/icon.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shell {

/// One item of the navigation and how its page is made. main lists them; the frame knows no page by name.
struct Place {
    std::string id;
    widgets::Icon icon;
    std::string_view label;                  ///< message id
    std::optional<desk::Activity> activity;  ///< shown to those who take part; nothing: to everybody
    std::function<workbench::WorkPage*(wxWindow* parent, workbench::Bench&)> make;
};

}  // namespace shell
