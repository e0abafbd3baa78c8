#pragma once

#include <base/result.h>

#include <sane/sane.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drivers {

/// The numbers an option takes, in its own unit. A list is ascending.
struct NumberRange {
    double least = 0;
    double most = 0;
};

struct NumberChoice {
    std::vector<double> list;
    std::optional<NumberRange> range;  ///< instead of a list; neither: any number

    [[nodiscard]] double nearest(double wanted) const;  ///< of a list the next one above, else the largest
    [[nodiscard]] bool contains(double value) const;
};

/// The options of an open SANE device, by name. Descriptors are asked for anew each time, because setting one
/// option may change the others. Only active options are "there".
class OptionSet
{
  public:
    explicit OptionSet(SANE_Handle device)
        : m_device(device)
    {}

    [[nodiscard]] bool has(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> texts(std::string_view name) const;  ///< empty when not there
    [[nodiscard]] std::optional<NumberChoice> numbers(std::string_view name) const;
    [[nodiscard]] std::optional<double> number(std::string_view name) const;  ///< the present value
    [[nodiscard]] std::optional<std::string> text(std::string_view name) const;
    [[nodiscard]] SANE_Unit unit(std::string_view name) const;

    /// An option that is not there or cannot be set by software is passed over; the device's no is an error.
    [[nodiscard]] base::Status setText(std::string_view name, const std::string& value) const;
    [[nodiscard]] base::Status setNumber(std::string_view name, double value) const;
    [[nodiscard]] base::Status switchTo(std::string_view name, SANE_Bool value) const;

  private:
    struct Place {
        SANE_Int index = 0;
        const SANE_Option_Descriptor* descriptor = nullptr;
    };

    [[nodiscard]] std::optional<Place> find(std::string_view name) const;
    [[nodiscard]] std::optional<Place> findSettable(std::string_view name) const;
    [[nodiscard]] base::Status set(SANE_Int index, void* value) const;

    SANE_Handle m_device;
};

}  // namespace drivers
