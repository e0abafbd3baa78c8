#pragma once

#include <nlohmann/json_fwd.hpp>

#include <memory>

namespace forms {

/// The only door to Valijson: a JSON Schema (draft-07) without patterns, formats, references, bounds of numbers and of
/// lengths, compiled.
/// Immutable, safe from several threads.
class Assertions
{
  public:
    /// Nothing when Valijson does not take the schema.
    [[nodiscard]] static std::shared_ptr<const Assertions> compile(const nlohmann::json& schema);

    [[nodiscard]] bool hold(const nlohmann::json& instance) const;

    ~Assertions();
    Assertions(const Assertions&) = delete;
    Assertions& operator=(const Assertions&) = delete;

  private:
    struct Compiled;
    Assertions();
    std::unique_ptr<Compiled> m_compiled;
};

}  // namespace forms
