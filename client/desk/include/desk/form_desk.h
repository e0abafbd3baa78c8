#pragma once

#include <base/result.h>

#include <desk/case_view.h>
#include <desk/earlier_case.h>
#include <forms/form.h>
#include <forms/identity_card.h>

#include <string>
#include <string_view>
#include <vector>

namespace desk {

/// A field that the program can fill, and where the value comes from (shown beside it until somebody changes it).
struct Prefill {
    std::string pointer;
    std::string text;
    std::string source;  ///< the `x-prefill` as the guide writes it
};

/// A form with values from elsewhere put in, and the fields that got one, in the form's order.
struct FilledForm {
    forms::FormData data;
    std::vector<std::string> pointers;
};

/// What the situation's answers give to the empty fields of a form (`situation:`), in the form's order.
[[nodiscard]] std::vector<Prefill> fromSituation(const forms::Guide& guide,
                                                 const forms::Form& form,
                                                 const forms::FormData& data,
                                                 const forms::Answers& answers);

/// One form under somebody's hands, in memory: what is typed is kept even while it is not valid, every change can be
/// undone. No disk: the owner saves `data()` through IntakeDesk::fillForm. Used by one thread.
class FormDesk
{
  public:
    FormDesk(std::shared_ptr<const forms::Guide> guide, std::string formId, forms::FormData data);

    [[nodiscard]] const forms::Form& form() const;

    [[nodiscard]] const forms::FormData& data() const { return m_data; }

    /// What blocks and what is only warned of (forms/form_check.h).
    [[nodiscard]] std::vector<forms::FormProblem> problems(base::Date today) const;

    /// How many of the required fields are filled, for "14/16".
    [[nodiscard]] std::pair<int, int> filled() const;

    /// What the situation's answers and the fields themselves give (`situation:`, `derive:`); only empty fields.
    [[nodiscard]] std::vector<Prefill> prefills(const forms::Answers& answers) const;

    /// What an earlier case of the same applicant gives: the fields of the same name and title that are empty here and
    /// that its values fit, in the form of the same id first.
    [[nodiscard]] FilledForm withEarlier(const EarlierCase& earlier) const;

    /// What a card's text gives. Standing in a row of a table ("/follow/1/name"), the card is of who stands in that row,
    /// and fills it alone. Standing at the name or number of another party of the guide than the one cards are read for,
    /// the card is that party's; else it fills what the form takes from identity cards (`x-prefill`). What stood there
    /// before is replaced.
    [[nodiscard]] FilledForm withCard(const forms::IdentityCard& card, std::string_view standingAt) const;

    /// Error BadInput: the text cannot be of the field's type; nothing changed.
    [[nodiscard]] base::Status type(std::string_view pointer, std::string_view text);
    void replace(forms::FormData data);

    [[nodiscard]] bool canUndo() const { return !m_undo.empty(); }

    [[nodiscard]] bool canRedo() const { return !m_redo.empty(); }

    void undo();
    void redo();

  private:
    std::shared_ptr<const forms::Guide> m_guide;
    std::string m_formId;
    forms::FormData m_data;
    std::vector<forms::FormData> m_undo;
    std::vector<forms::FormData> m_redo;
};

}  // namespace desk
