#include <workbench/question.h>

#include <workbench/bench.h>
#include <workbench/words_button.h>

#include <widgets/accessible.h>
#include <widgets/date_entry.h>
#include <widgets/layout_kit.h>
#include <widgets/looks.h>
#include <widgets/theme.h>
#include <widgets/wrap_text.h>

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <memory>

namespace workbench {

namespace {

constexpr double Width = 28;
constexpr double TextHeight = 5;

/// The frame of every question: text, fields, and the two buttons.
class QuestionDialog : public wxDialog
{
  public:
    QuestionDialog(wxWindow* parent, const wxString& title, const wxString& text)
        : wxDialog(parent, wxID_ANY, title)
        , m_column(new wxBoxSizer(wxVERTICAL))
    {
        SetBackgroundColour(widgets::Theme::fromSystem().panel);
        const widgets::LayoutKit kit(*this);
        if (!text.empty()) {
            auto* why = new wxStaticText(this, wxID_ANY, widgets::wrapText(*this, text, kit.ems(Width)));
            m_column->Add(why, kit.inColumn());
        }
        Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) { key(event); });
    }

    template <class Control>
    Control* add(const wxString& label, Control* control)
    {
        const widgets::LayoutKit kit(*this);
        m_column->Add(new wxStaticText(this, wxID_ANY, label), wxSizerFlags());
        widgets::setAccessibleName(*control, label);
        m_column->Add(control, kit.inColumn());
        return control;
    }

    /// Under the last field, in small letters.
    void addHint(const wxString& text)
    {
        const widgets::LayoutKit kit(*this);
        auto* hint = new wxStaticText(this, wxID_ANY, text);
        hint->SetFont(widgets::fontFor(widgets::TextRole::Small));
        hint->SetForegroundColour(widgets::Theme::fromSystem().muted);
        m_column->Add(hint, kit.inColumn());
    }

    /// Under the last field, at the right.
    void addBeside(wxWindow* control) { m_column->Add(control, wxSizerFlags().Right()); }

    void addButtons(const wxString& yes, const wxString& no)
    {
        const widgets::LayoutKit kit(*this);
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->AddStretchSpacer();
        row->Add(new wxButton(this, wxID_CANCEL, no), kit.inRow());
        m_yes = new wxButton(this, wxID_OK, yes);
        widgets::wear(*m_yes, widgets::Look::Primary);
        m_yes->SetDefault();
        row->Add(m_yes, wxSizerFlags());
        m_column->AddSpacer(kit.gap());
        m_column->Add(row, wxSizerFlags().Expand());
        auto* around = new wxBoxSizer(wxVERTICAL);
        m_column->SetMinSize(wxSize(kit.ems(Width), -1));
        around->Add(m_column, wxSizerFlags(1).Expand().Border(wxALL, kit.padding()));
        SetSizerAndFit(around);
        CentreOnParent();
    }

    void allow(bool yes) { m_yes->Enable(yes); }

    /// As if its button were pressed; nothing happens while that is grey.
    void sayYes()
    {
        if (!m_yes->IsEnabled())
            return;
        wxCommandEvent click(wxEVT_BUTTON, wxID_OK);
        click.SetEventObject(m_yes);
        m_yes->GetEventHandler()->ProcessEvent(click);
    }

  private:
    /// Enter in a drop-down means what it means in a field: yes. Left alone it would open the list.
    void key(wxKeyEvent& event)
    {
        const bool chosen = dynamic_cast<wxChoice*>(event.GetEventObject()) != nullptr;
        if (event.GetKeyCode() == WXK_RETURN && chosen && m_yes->IsEnabled())
            sayYes();
        else
            event.Skip();
    }

    wxBoxSizer* m_column;
    wxButton* m_yes = nullptr;
};

/// Shows it and destroys it; `done` runs last, when the dialog is no longer in the way.
void show(QuestionDialog* dialog, std::function<void()> done)
{
    dialog->ShowWindowModalThenDo([dialog, done = std::move(done)](int answer) {
        dialog->Destroy();
        if (answer == wxID_OK)
            done();
    });
}

/// Yes only with something written; the field has the keyboard.
void needText(QuestionDialog& dialog, wxTextCtrl& text)
{
    dialog.allow(false);
    text.Bind(wxEVT_TEXT,
              [&dialog, &text](wxCommandEvent&) { dialog.allow(!text.GetValue().Trim().empty()); });
    text.SetFocus();
}

wxArrayString arrayOf(const std::vector<wxString>& choices)
{
    wxArrayString array;
    for (const auto& choice : choices)
        array.Add(choice);
    return array;
}

}  // namespace

void ask(wxWindow* parent, Bench& bench, const TextQuestion& question, std::function<void(std::string)> done)
{
    auto* dialog = new QuestionDialog(parent, question.title, question.text);
    const widgets::LayoutKit kit(*dialog);
    wxChoice* usual = nullptr;
    if (!question.phrases.empty()) {
        usual = dialog->add(bench.say("Usual answers"), new wxChoice(dialog, wxID_ANY));
        for (const auto& phrase : question.phrases)
            usual->Append(wxString::FromUTF8(phrase));
    }
    auto* text = dialog->add(question.label,
                             new wxTextCtrl(dialog,
                                            wxID_ANY,
                                            wxString::FromUTF8(question.begin),
                                            wxDefaultPosition,
                                            wxSize(-1, kit.ems(TextHeight)),
                                            wxTE_MULTILINE));
    dialog->addButtons(question.yes, bench.say("Cancel"));
    const auto allow = [dialog, text, needed = question.needed] {
        dialog->allow(!needed || !text->GetValue().Trim().empty());
    };
    if (usual != nullptr)
        usual->Bind(wxEVT_CHOICE,
                    [usual, text](wxCommandEvent&) { text->SetValue(usual->GetStringSelection()); });
    text->Bind(wxEVT_TEXT, [allow](wxCommandEvent&) { allow(); });
    allow();
    text->SetFocus();
    const auto answer = std::make_shared<std::string>();  // read before the dialog goes
    dialog->Bind(wxEVT_BUTTON, [answer, text](wxCommandEvent& event) {
        *answer = text->GetValue().Trim().utf8_string();
        event.Skip();
    });
    show(dialog, [answer, done = std::move(done)] { done(*answer); });
}

void ask(wxWindow* parent, Bench& bench, const DateQuestion& question, std::function<void(base::Date)> done)
{
    auto* dialog = new QuestionDialog(parent, question.title, question.text);
    auto* entry = dialog->add(question.label, new widgets::DateEntry(dialog, bench.say("Choose a day")));
    widgets::setAccessibleName(entry->entry(), question.label);
    widgets::setAccessibleName(entry->picker(), bench.say("Choose a day"));
    entry->show(base::formatDate(question.begin));
    if (question.latest)
        dialog->addHint(bench.say("{date} at the latest", {{"date", base::formatDate(*question.latest)}}));
    dialog->addButtons(question.yes, bench.say("Cancel"));
    const auto day = std::make_shared<base::Date>(question.begin);
    entry->onChanged = [dialog, entry, day, question] {
        const auto typed = entry->date();
        *day = typed.value_or(*day);
        dialog->allow(typed && !(question.earliest && *typed < *question.earliest)
                      && !(question.latest && *typed > *question.latest));
    };
    entry->onFinished = [dialog] { dialog->sayYes(); };
    entry->entry().SetFocus();
    show(dialog, [day, done = std::move(done)] { done(*day); });
}

void ask(wxWindow* parent,
         Bench& bench,
         const ChoiceQuestion& question,
         std::function<void(std::size_t choice, std::string text)> done)
{
    auto* dialog = new QuestionDialog(parent, question.title, question.text);
    wxChoice* choice = nullptr;
    if (!question.choices.empty()) {
        choice = dialog->add(
            question.label,
            new wxChoice(dialog, wxID_ANY, wxDefaultPosition, wxDefaultSize, arrayOf(question.choices)));
        choice->SetSelection(0);
    }
    wxTextCtrl* text = nullptr;
    if (!question.textLabel.empty())
        text = dialog->add(question.textLabel, new wxTextCtrl(dialog, wxID_ANY));
    if (text != nullptr && question.words)
        dialog->addBeside(
            new WordsButton(dialog,
                            bench,
                            *question.words,
                            bench.say("Usual words: {point}", {{"point", question.textLabel.utf8_string()}}),
                            [text](const wxString& words) {
                                text->SetValue(words);
                                text->SetFocus();
                            }));
    dialog->addButtons(question.yes, bench.say("Cancel"));
    if (choice != nullptr)
        choice->SetFocus();
    else if (text != nullptr)
        needText(*dialog, *text);
    const auto chosen = std::make_shared<std::size_t>(0);
    const auto typed = std::make_shared<std::string>();
    dialog->Bind(wxEVT_BUTTON, [=](wxCommandEvent& event) {
        if (choice != nullptr)
            *chosen = static_cast<std::size_t>(choice->GetSelection());
        if (text != nullptr)
            *typed = text->GetValue().Trim().utf8_string();
        event.Skip();
    });
    show(dialog, [chosen, typed, done = std::move(done)] { done(*chosen, *typed); });
}

}  // namespace workbench
