#include <widgets/looks.h>

#include "style_sheet.h"

#include <wx/textctrl.h>

#ifdef __WXGTK__
#include <gtk/gtk.h>
#endif

#include <array>
#include <string>

namespace widgets {
namespace {

constexpr std::array Tones{Tone::Neutral, Tone::Info, Tone::Ok, Tone::Warn, Tone::Danger};

}  // namespace

#ifdef __WXGTK__
struct LookBook::Sheet {
    GtkCssProvider* provider = gtk_css_provider_new();

    ~Sheet() { g_object_unref(provider); }
};

LookBook::LookBook(const Theme& theme)
    : m_sheet(std::make_unique<Sheet>())
{
    gtk_style_context_add_provider_for_screen(gdk_screen_get_default(),
                                              GTK_STYLE_PROVIDER(m_sheet->provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    repaint(theme);
}

LookBook::~LookBook()
{
    gtk_style_context_remove_provider_for_screen(gdk_screen_get_default(),
                                                 GTK_STYLE_PROVIDER(m_sheet->provider));
}

void LookBook::repaint(const Theme& theme)
{
    const std::string css = styleSheet(theme);
    gtk_css_provider_load_from_data(m_sheet->provider, css.data(), static_cast<gssize>(css.size()), nullptr);
}

void wear(wxWindow& window, Look look, Tone tone)
{
    GtkStyleContext* context = gtk_widget_get_style_context(window.GetHandle());
    gtk_style_context_add_class(context, styleClass(look).c_str());
    for (const Tone other : Tones) {
        gtk_style_context_remove_class(context, styleClass(other).c_str());
    }
    gtk_style_context_add_class(context, styleClass(tone).c_str());
    window.InvalidateBestSize();
}

void lockText(wxTextCtrl& entry, bool locked)
{
    entry.SetEditable(!locked);
    GtkStyleContext* context = gtk_widget_get_style_context(entry.GetHandle());
    if (locked) {
        gtk_style_context_add_class(context, "ow-locked");
    } else {
        gtk_style_context_remove_class(context, "ow-locked");
    }
}
#else
struct LookBook::Sheet {};

LookBook::LookBook(const Theme&)
    : m_sheet(std::make_unique<Sheet>())
{}

LookBook::~LookBook() = default;

void LookBook::repaint(const Theme&) {}

void wear(wxWindow& window, Look look, Tone tone)
{
    const Theme theme = Theme::fromSystem();
    if (look == Look::Badge) {
        window.SetBackgroundColour(theme.soft(tone));
        window.SetForegroundColour(theme.ink(tone));
    } else if (look == Look::Primary || look == Look::Danger) {
        window.SetBackgroundColour(look == Look::Danger ? theme.danger : theme.accent);
        window.SetForegroundColour(theme.onAccent);
    } else if (look == Look::Nav) {
        window.SetBackgroundColour(theme.nav);
        window.SetForegroundColour(theme.navText);
    }
}

void lockText(wxTextCtrl& entry, bool locked)
{
    const Theme theme = Theme::fromSystem();
    entry.SetEditable(!locked);
    entry.SetBackgroundColour(locked ? theme.ground : wxNullColour);
    entry.SetForegroundColour(locked ? theme.muted : wxNullColour);
}
#endif

}  // namespace widgets
