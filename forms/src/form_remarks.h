#pragma once

#include "form_schema_parts.h"

#include <forms/form.h>

#include <string>
#include <vector>

namespace forms {

/// Collects what a form's schema asks for that no control does. The same place is told once.
class SchemaRemarks
{
  public:
    explicit SchemaRemarks(std::vector<FormRemark>& remarks)
        : m_remarks(remarks)
    {}

    void add(const std::string& schemaPath, i18n::Phrase text);

    /// A keyword without meaning, a format that is not judged, several types at once.
    void inspect(const SchemaPart& part);

    /// Members that appear only under conditions, or under names not known beforehand.
    void inspectObject(const SchemaPart& part);

  private:
    std::vector<FormRemark>& m_remarks;
};

/// Whether draft-07 gives the keyword a meaning; own members begin with "x-".
[[nodiscard]] bool isSchemaKeyword(std::string_view keyword);
[[nodiscard]] i18n::Phrase meaningless();

[[nodiscard]] i18n::Phrase noControl();
[[nodiscard]] i18n::Phrase cannotBeShown();

}  // namespace forms
