#pragma once

#include <base/result.h>
#include <i18n/phrase.h>

#include <forms/field.h>
#include <forms/form_data.h>
#include <forms/form_layout.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace forms {

/// Block: the form is not valid. Warn: said at the field, and the form may be sealed as it is.
enum class ProblemLevel { Block, Warn };

/// One thing wrong with what is filled in: where (JSON pointer into the data), which rule, and the sentence for
/// the person at the field. A missing required member is reported at the member's own pointer.
struct FormProblem {
    std::string pointer;
    std::string keyword;  ///< JSON Schema keyword, "format:cn-id", or what checkForm() adds
    i18n::Phrase text;
    ProblemLevel level = ProblemLevel::Block;

    bool operator==(const FormProblem&) const = default;
};

/// What the UI schema's rules make of a field: shown and open, shown but locked, or not there.
enum class FieldState { Enabled, Disabled, Hidden };

/// Something a schema or UI schema asks for that the form does not do; `guide lint` tells it.
struct FormRemark {
    std::string path;  ///< "/schema/properties/x" or "/ui/elements/0"
    i18n::Phrase text;
};

/// A standardized form (标准化表单) of a guide: JSON Schema draft-07 and its JSON Forms UI schema, compiled.
/// Immutable, cheap to copy, safe to use from several threads.
class Form
{
  public:
    /// Error BadInput for an invalid schema, a pattern that does not compile, a bad rule, or a scope to no field;
    /// {path} is "/schema…" or "/ui…".
    [[nodiscard]] static base::Result<Form> make(std::string id,
                                                 std::string name,
                                                 std::string_view schemaJson,
                                                 std::string_view uiJson);

    [[nodiscard]] const std::string& id() const;
    [[nodiscard]] const std::string& name() const;
    [[nodiscard]] const std::vector<Field>& fields() const;             ///< in the order of the layout
    [[nodiscard]] const Field* findField(std::string_view name) const;  ///< by pointer or by top-level name

    [[nodiscard]] const LayoutNode& layout() const;  ///< the whole page

    /// What the author asks for and will not get.
    [[nodiscard]] const std::vector<FormRemark>& remarks() const;

    /// What a new form holds: the schema's defaults.
    [[nodiscard]] const FormData& initialData() const;

    /// What the rules (SHOW, HIDE, ENABLE, DISABLE) make of a field, by pointer or top-level name.
    [[nodiscard]] FieldState stateOf(const FormData& data, std::string_view field) const;

    /// The same of an element of this form's layout: its own rules and those of all it stands in.
    [[nodiscard]] FieldState stateOf(const FormData& data, const LayoutNode& element) const;

    /// What its schema finds wrong, in field order; all of it blocks. A required field left blank is missing; a field
    /// the rules hide has no problems. What no schema can say is in checkForm() (forms/form_check.h).
    [[nodiscard]] std::vector<FormProblem> validate(const FormData& data) const;

    /// Puts text typed by a person (or the command line) into a field, typed by the schema: "2" into an integer
    /// field is the number 2; text that cannot be of the field's type is error BadInput and changes nothing. Empty
    /// text takes the value out. "family/0/name" is a column of a table's row, or of the row after the last.
    [[nodiscard]] base::Status fill(FormData& data, std::string_view field, std::string_view text) const;

    [[nodiscard]] std::string schemaJson() const;
    [[nodiscard]] std::string uiJson() const;

  private:
    struct Compiled;
    explicit Form(std::shared_ptr<const Compiled> compiled);
    std::shared_ptr<const Compiled> m_compiled;
};

}  // namespace forms
