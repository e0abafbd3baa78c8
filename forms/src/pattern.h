#pragma once

#include <base/result.h>

#include <memory>
#include <string>
#include <string_view>

namespace forms {

/// A regular expression of a schema, searched for anywhere in UTF-8 text and counted in code points. The work a
/// match may take is bounded: text that would take more does not match. What stands for a Chinese character in it means
/// every one (forms/han.h). Immutable, safe from several threads.
class Pattern
{
  public:
    /// Error BadInput for an expression that does not compile or is longer than 4096 bytes.
    [[nodiscard]] static base::Result<Pattern> compile(std::string_view expression);

    [[nodiscard]] bool matches(std::string_view text) const;

    [[nodiscard]] const std::string& expression() const { return m_expression; }

  private:
    Pattern(std::string expression, std::shared_ptr<const void> code);

    std::string m_expression;
    std::shared_ptr<const void> m_code;
};

}  // namespace forms
