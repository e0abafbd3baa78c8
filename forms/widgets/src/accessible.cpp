#include <widgets/accessible.h>

#include <wx/window.h>

#ifdef __WXGTK__
#include <gtk/gtk.h>
#endif

namespace widgets {
#ifdef __WXGTK__
namespace {

/// The widget that takes the focus may lie inside the one wx knows: lists and long texts sit in a scroller.
template <class Visit>
void visitWidgets(const wxWindow& window, Visit visit)
{
    GtkWidget* widget = window.GetHandle();
    if (widget == nullptr) {
        return;
    }
    visit(gtk_widget_get_accessible(widget));
    if (GTK_IS_SCROLLED_WINDOW(widget)) {
        if (GtkWidget* inner = gtk_bin_get_child(GTK_BIN(widget))) {
            visit(gtk_widget_get_accessible(inner));
        }
    }
}

}  // namespace

void setAccessibleName(wxWindow& window, const wxString& name)
{
    window.SetName(name);
    visitWidgets(window, [&](AtkObject* object) { atk_object_set_name(object, name.utf8_str()); });
}

void setAccessibleDescription(wxWindow& window, const wxString& description)
{
    visitWidgets(window,
                 [&](AtkObject* object) { atk_object_set_description(object, description.utf8_str()); });
}
#else
void setAccessibleName(wxWindow& window, const wxString& name)
{
    window.SetName(name);
}

void setAccessibleDescription(wxWindow& window, const wxString& description)
{
    window.SetHelpText(description);
}
#endif

}  // namespace widgets
