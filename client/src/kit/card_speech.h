#pragma once

#include <kit/card.h>

#include <vector>

class wxDataViewColumn;

namespace kit {

/// A cell painted by the program says nothing to a screen reader. This puts a text cell without width beside it,
/// which holds each card's sentence. The column is in its list already; the cards outlive it. On systems other
/// than GTK nothing is done.
void speakCards(wxDataViewColumn& column, const std::vector<Card>& cards);

}  // namespace kit
