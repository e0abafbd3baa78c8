#include <desk/dossier_notes.h>

namespace desk {

std::vector<i18n::Phrase> notesOf(const Dossier& dossier)
{
    using i18n::phrase;
    std::vector<i18n::Phrase> notes;
    for (const auto& other : dossier.detail.duplicates)
        notes.push_back(phrase("The same applicant has case {number} of this matter under way: {state}.",
                               {{"number", other.number}, base::word("state", forms::titleOf(other.state))}));
    if (!dossier.revisions.empty() && dossier.newest().purpose == forms::SealPurpose::Receipt)
        notes.push_back(
            phrase("The counter took this case in for receipt only: nobody there said that it is accepted."));
    return notes;
}

}  // namespace desk
