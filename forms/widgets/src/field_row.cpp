#include "field_row.h"

#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/theme.h>
#include <widgets/wrap_text.h>

#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>
#include <charconv>

namespace widgets {
namespace {

constexpr double TitleWidth = 10.5;
constexpr double StarWidth = 0.9;
constexpr double WidestControl = 38;

}  // namespace

FieldRow::FieldRow(wxWindow* parent,
                   const forms::LayoutNode& element,
                   const forms::Field& field,
                   i18n::Language language,
                   TitlePlace titlePlace)
    : FormPart(parent, element)
    , m_control(makeFieldControl(this, field, language))
    , m_language(language)
    , m_titlePlace(titlePlace)
    , m_title(new wxStaticText(this, wxID_ANY, wxString()))
    , m_note(new wxStaticText(this, wxID_ANY, wxString()))
{
    m_note->SetFont(fontFor(TextRole::Small));
    m_note->Hide();
    build(wxString::FromUTF8(element.label));
    refreshNote();
    watchFocus();
}

void FieldRow::build(const wxString& title)
{
    const LayoutKit kit(*this);
    const bool isLeft = m_titlePlace == TitlePlace::Left;
    auto* star = new wxStaticText(
        this, wxID_ANY, field().required ? "*" : "", wxDefaultPosition, wxSize(kit.ems(StarWidth), -1));
    star->SetForegroundColour(Theme::fromSystem().ink(Tone::Danger));
    m_title->SetLabelText(isLeft ? wrapText(*m_title, title, kit.ems(TitleWidth)) : title);
    auto* right = new wxBoxSizer(wxVERTICAL);
    right->Add(m_control, m_control->stretches() ? wxSizerFlags().Expand() : wxSizerFlags().Left());
    right->Add(m_note, wxSizerFlags().Expand().Border(wxTOP, kit.hair() * 2));
    if (!isLeft) {
        auto* heading = new wxBoxSizer(wxHORIZONTAL);
        heading->Add(m_title, wxSizerFlags().CentreVertical());
        heading->Add(star, wxSizerFlags().CentreVertical().Border(wxLEFT, kit.hair()));
        right->Insert(0, heading, wxSizerFlags().Border(wxBOTTOM, kit.hair()));
        SetSizer(right);
        return;
    }
    m_title->SetMinSize(wxSize(kit.ems(TitleWidth), m_title->GetBestSize().y));
    const int drop = std::max(0, (kit.controlHeight() - GetTextExtent("Xg").y) / 2);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(star, wxSizerFlags().Border(wxTOP, drop));
    row->Add(m_title, wxSizerFlags().Border(wxTOP, drop));
    row->AddSpacer(kit.gap());
    row->Add(right, wxSizerFlags(1));
    SetSizer(row);
}

bool FieldRow::setState(forms::FieldState state)
{
    if (const bool locked = state == forms::FieldState::Disabled; locked != m_locked) {
        m_locked = locked;
        m_control->setReadOnly(m_readOnly || m_locked);
    }
    return FormPart::setState(state);
}

void FieldRow::setReadOnly(bool readOnly)
{
    if (readOnly != m_readOnly) {
        m_readOnly = readOnly;
        m_control->setReadOnly(m_readOnly || m_locked);
    }
}

bool FieldRow::isOpen() const
{
    return IsShown() && !m_readOnly && !m_locked && !field().readOnly;
}

void FieldRow::watchFocus()
{
    // Where the focus goes to is known only after it went.
    Bind(wxEVT_CHILD_FOCUS, [this](wxChildFocusEvent& event) {
        visited = true;
        if (onEntered && event.GetWindow() != nullptr) {
            onEntered(*event.GetWindow());
        }
        event.Skip();
    });
    const auto lost = [this](wxFocusEvent& event) {
        event.Skip();
        CallAfter([this] {
            const wxWindow* now = FindFocus();
            if (now == nullptr || !IsDescendant(const_cast<wxWindow*>(now))) {
                if (onLeft) {
                    onLeft();
                }
            }
        });
    };
    for (auto* child : m_control->GetChildren()) {
        child->Bind(wxEVT_KILL_FOCUS, lost);
        for (auto* inner : child->GetChildren()) {
            inner->Bind(wxEVT_KILL_FOCUS, lost);
        }
    }
}

bool FieldRow::holds(std::string_view pointer) const
{
    const auto& own = field().pointer;
    return pointer == own || (pointer.starts_with(own) && pointer[own.size()] == '/');
}

wxString FieldRow::sentenceOf(const forms::FormProblem& problem) const
{
    const std::string sentence = i18n::translate(problem.text, m_language);
    const std::string below =
        problem.pointer.substr(std::min(problem.pointer.size(), field().pointer.size()));
    std::size_t row = 0;
    if (field().kind == forms::FieldKind::Table && below.size() > 1
        && std::from_chars(below.data() + 1, below.data() + below.size(), row).ec == std::errc{})
    {
        return wxString::FromUTF8(i18n::translate(
            i18n::phrase("Row {row}: {problem}", {{"row", std::to_string(row + 1)}, {"problem", sentence}}),
            m_language));
    }
    return wxString::FromUTF8(sentence);
}

void FieldRow::showProblems(const std::vector<forms::FormProblem>& problems)
{
    m_control->setTone(field().pointer, Tone::Neutral);
    m_problem.clear();
    m_problemTone = Tone::Warn;
    // What blocks comes last, so that its colour stays.
    for (const auto level : {forms::ProblemLevel::Warn, forms::ProblemLevel::Block}) {
        for (const auto& problem : problems) {
            if (problem.level != level) {
                continue;
            }
            const Tone tone = level == forms::ProblemLevel::Block ? Tone::Danger : Tone::Warn;
            m_control->setTone(problem.pointer, tone);
            m_problemTone = tone;
            m_problem += (m_problem.empty() ? "" : "\n") + sentenceOf(problem);
        }
    }
    refreshNote();
}

void FieldRow::showSource(const wxString& source)
{
    m_source = source;
    refreshNote();
}

/// What is said under the control: what is wrong, else where it came from, else the hint.
wxString FieldRow::note() const
{
    if (!m_problem.empty()) {
        return m_problem;
    }
    return m_source.empty() ? wxString::FromUTF8(field().hint) : m_source;
}

void FieldRow::refreshNote()
{
    const auto theme = Theme::fromSystem();
    const wxString said = note();
    wxString description = said;
    if (field().required) {
        description =
            wxString::FromUTF8(i18n::translate("Required", m_language)) + (said.empty() ? "" : ". " + said);
    }
    m_control->name(wxString::FromUTF8(field().title), description);
    const Tone tone = !m_problem.empty() ? m_problemTone : m_source.empty() ? Tone::Neutral : Tone::Ok;
    m_note->SetForegroundColour(theme.ink(tone));
    const wxString wrapped = m_noteWidth > 0 ? wrapText(*m_note, said, m_noteWidth) : said;
    const bool resized =
        said.empty() == m_note->IsShown() || wrapped.Freq('\n') != m_note->GetLabelText().Freq('\n');
    m_note->SetLabelText(wrapped);
    m_note->Show(!said.empty());
    if (resized && m_control->onResized) {
        m_control->onResized();
    }
}

void FieldRow::fitTo(int width)
{
    const LayoutKit kit(*this);
    const int left =
        m_titlePlace == TitlePlace::Left ? kit.ems(StarWidth) + kit.ems(TitleWidth) + kit.gap() : 0;
    m_noteWidth = std::max(kit.ems(8), std::min(width - left, kit.ems(WidestControl)));
    if (m_control->stretches()) {
        m_control->SetMinSize(wxSize(m_noteWidth, -1));
        m_control->SetMaxSize(wxSize(m_noteWidth, -1));
        m_control->fitWidth(m_noteWidth);
    }
    if (m_note->IsShown()) {
        m_note->SetLabelText(wrapText(*m_note, note(), m_noteWidth));
    }
    InvalidateBestSize();
}

}  // namespace widgets
