#include <review/review_page.h>

namespace review {

ReviewPage::ReviewPage(wxWindow* parent, workbench::Bench& bench)
    : WorkPage(parent, bench)
{}

void ReviewPage::enter() {}

}  // namespace review
