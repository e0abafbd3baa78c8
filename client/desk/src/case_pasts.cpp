#include "case_pasts.h"

#include <desk/case_parts.h>

#include <forms/allowed.h>

namespace desk {

forms::CasePast pastOf(const Dossier& dossier)
{
    return forms::pastOf(*dossier.guide, dossier.detail.course, childCasesOf(dossier.detail));
}

}  // namespace desk
