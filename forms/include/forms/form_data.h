#pragma once

#include <base/result.h>

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace forms {

/// What was filled into one form: a JSON object. A value type; copying copies.
class FormData
{
  public:
    FormData();  ///< {}
    ~FormData();
    FormData(const FormData&);
    FormData& operator=(const FormData&);
    FormData(FormData&&) noexcept;
    FormData& operator=(FormData&&) noexcept;

    /// What a person hands in. Error BadInput for what is not one JSON object, is deeper than 64 or larger than 4 MiB, or
    /// holds a number with more digits than are kept (forms/decimal.h).
    [[nodiscard]] static base::Result<FormData> parse(std::string_view json);
    [[nodiscard]] static FormData fromJson(const nlohmann::json& object);

    [[nodiscard]] std::string toJson() const;
    [[nodiscard]] const nlohmann::json& json() const;

    /// The text at a JSON pointer ("/family/0/name"): strings as they are, numbers and booleans written out;
    /// nothing when absent, null or not a scalar.
    [[nodiscard]] std::optional<std::string> text(std::string_view pointer) const;

    /// All texts a pointer with `*` for every row names, in row order ("/family/*/name").
    [[nodiscard]] std::vector<std::string> texts(std::string_view pattern) const;

    /// Sets a value given as JSON; missing objects on the way are made. Error BadInput for a bad pointer or value.
    [[nodiscard]] base::Status set(std::string_view pointer, std::string_view valueJson);
    void remove(std::string_view pointer);  ///< nothing happens when absent
    [[nodiscard]] bool empty() const;

    bool operator==(const FormData& other) const;

  private:
    std::unique_ptr<nlohmann::json> m_json;
};

}  // namespace forms
