#include <desk/dossier_notes.h>

#include <gtest/gtest.h>

TEST(DossierNotes, NameOtherCasesOfTheApplicant)
{
    desk::Dossier dossier;
    EXPECT_TRUE(desk::notesOf(dossier).empty());
    dossier.detail.duplicates = {{base::CaseId{}, "330399-20261122-00001", forms::CaseState::Accepted}};
    const auto notes = desk::notesOf(dossier);
    ASSERT_EQ(notes.size(), 1U);
    EXPECT_EQ(base::fillPlaces(notes.front().id, notes.front().arguments),
              "The same applicant has case 330399-20261122-00001 of this matter under way: Accepted.");
}

TEST(DossierNotes, TellThatACaseCameForReceiptOnly)
{
    desk::Dossier dossier;
    dossier.revisions.emplace_back();
    EXPECT_TRUE(desk::notesOf(dossier).empty());
    dossier.revisions.back().purpose = forms::SealPurpose::Receipt;
    EXPECT_EQ(desk::notesOf(dossier).size(), 1U);
}
