#include <workbench/settled_text.h>

#include <utility>

namespace workbench {

namespace {

constexpr int PauseMs = 600;

}  // namespace

SettledText::SettledText(wxTextCtrl& field, Listener settled)
    : m_field(&field)
    , m_settled(std::move(settled))
{
    m_pause.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { settle(); });
    field.Bind(wxEVT_TEXT, &SettledText::typed, this);
    field.Bind(wxEVT_TEXT_ENTER, &SettledText::entered, this);
    field.Bind(wxEVT_KILL_FOCUS, &SettledText::left, this);
}

SettledText::~SettledText()
{
    if (!m_field)
        return;
    m_field->Unbind(wxEVT_TEXT, &SettledText::typed, this);
    m_field->Unbind(wxEVT_TEXT_ENTER, &SettledText::entered, this);
    m_field->Unbind(wxEVT_KILL_FOCUS, &SettledText::left, this);
}

void SettledText::typed(wxCommandEvent& event)
{
    m_typed = true;
    // Not begun anew by every key: somebody who never rests is saved too.
    if (!m_pause.IsRunning())
        m_pause.StartOnce(PauseMs);
    event.Skip();
}

void SettledText::entered(wxCommandEvent&)
{
    settle();
}

void SettledText::left(wxFocusEvent& event)
{
    if (m_typed)
        settle();
    else
        m_field->ChangeValue(wxString::FromUTF8(m_known));
    event.Skip();
}

void SettledText::settle()
{
    m_pause.Stop();
    if (std::exchange(m_typed, false) && m_field)
        m_settled(m_field->GetValue().Trim().utf8_string());
}

void SettledText::show(const std::string& text)
{
    m_known = text;
    const bool begun = std::exchange(m_begun, false);
    if (m_field && (begun || (!m_typed && !m_field->HasFocus())))
        m_field->ChangeValue(wxString::FromUTF8(text));
}

}  // namespace workbench
