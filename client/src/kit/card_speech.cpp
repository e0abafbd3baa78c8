#include <kit/card_speech.h>

#include <wx/dataview.h>

#ifdef __WXGTK__
#include <gtk/gtk.h>
#endif

#include <string>

namespace kit {
#ifdef __WXGTK__
namespace {

void fillSentence(
    GtkTreeViewColumn*, GtkCellRenderer* cell, GtkTreeModel* model, GtkTreeIter* row, gpointer cards)
{
    const auto& all = *static_cast<const std::vector<Card>*>(cards);
    GtkTreePath* path = gtk_tree_model_get_path(model, row);
    const auto index = static_cast<std::size_t>(gtk_tree_path_get_indices(path)[0]);
    gtk_tree_path_free(path);
    const std::string sentence = index < all.size() ? all[index].sentence().utf8_string() : std::string();
    g_object_set(cell, "text", sentence.c_str(), nullptr);
}

}  // namespace

void speakCards(wxDataViewColumn& column, const std::vector<Card>& cards)
{
    auto* native = GTK_TREE_VIEW_COLUMN(column.GetGtkHandle());
    GtkCellRenderer* cell = gtk_cell_renderer_text_new();
    constexpr double Unseen = 0.01;
    g_object_set(cell, "width", 1, "xpad", 0, "scale", Unseen, "ellipsize", PANGO_ELLIPSIZE_END, nullptr);
    gtk_tree_view_column_pack_end(native, cell, FALSE);
    gtk_tree_view_column_set_cell_data_func(
        native, cell, fillSentence, const_cast<std::vector<Card>*>(&cards), nullptr);
}
#else
void speakCards(wxDataViewColumn&, const std::vector<Card>&) {}
#endif

}  // namespace kit
