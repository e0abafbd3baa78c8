#include <cases/cases_page.h>

namespace cases {

CasesPage::CasesPage(wxWindow* parent, workbench::Bench& bench)
    : WorkPage(parent, bench)
{}

void CasesPage::enter() {}

}  // namespace cases
