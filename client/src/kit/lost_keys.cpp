#include <kit/lost_keys.h>

#include <wx/toplevel.h>

#ifdef __WXGTK__
#include <gtk/gtk.h>
#endif

#include <utility>

namespace kit {

namespace {

/// The first in reading order that takes keys itself.
wxWindow* firstThatTakesKeys(wxWindow& window)
{
    if (!window.IsShown() || !window.IsThisEnabled())
        return nullptr;
    for (auto* child : window.GetChildren())
        if (auto* found = child->IsTopLevel() ? nullptr : firstThatTakesKeys(*child))
            return found;
    return window.GetChildren().empty() && window.AcceptsFocusFromKeyboard() ? &window : nullptr;
}

}  // namespace

void giveFocus(wxWindow& window)
{
    window.SetFocus();
    const auto* frame = wxDynamicCast(wxGetTopLevelParent(&window), wxTopLevelWindow);
    if (frame == nullptr || hasFocus(*frame))
        return;
    if (auto* first = firstThatTakesKeys(window))
        first->SetFocus();
}

#ifdef __WXGTK__
namespace {

using Heir = std::function<wxWindow*()>;

bool focusIsIn(GtkWidget* window)
{
    GtkWidget* focus = gtk_window_get_focus(GTK_WINDOW(window));
    return focus != nullptr && gtk_widget_get_mapped(focus) != FALSE
           && gtk_widget_is_sensitive(focus) != FALSE;
}

/// Before the window looks whom a key is for; it goes on as usual afterwards.
gboolean eventCame(GtkWidget* window, GdkEvent* event, gpointer heir)
{
    if (event->type == GDK_KEY_PRESS && !focusIsIn(window))
        if (auto* next = (*static_cast<Heir*>(heir))())
            giveFocus(*next);
    return FALSE;
}

void forget(gpointer heir, GClosure*)
{
    delete static_cast<Heir*>(heir);
}

}  // namespace

void inheritLostKeys(wxTopLevelWindow& window, Heir heir)
{
    // Owned by the connection, which goes with the widget.
    auto* owned = new Heir(std::move(heir));
    g_signal_connect_data(window.GetHandle(), "event", G_CALLBACK(eventCame), owned, forget, GConnectFlags{});
}

bool hasFocus(const wxTopLevelWindow& window)
{
    return focusIsIn(window.GetHandle());
}
#else
void inheritLostKeys(wxTopLevelWindow&, std::function<wxWindow*()>) {}

bool hasFocus(const wxTopLevelWindow& window)
{
    const auto* focused = wxWindow::FindFocus();
    return focused != nullptr && wxGetTopLevelParent(const_cast<wxWindow*>(focused)) == &window
           && focused->IsShownOnScreen();
}
#endif
}  // namespace kit
