#pragma once

#include "people.h"
#include "sheet.h"

namespace papers_drawn {

/// Each draws one whole sheet.
void drawApplicationForm(Sheet& sheet, const People& people);
void drawIdentityCard(Sheet& sheet, const Person& person, const char* address);  ///< both sides on one sheet
void drawIdentityCardFront(Sheet& sheet, const Person& person, const char* address);
void drawIdentityCardBack(Sheet& sheet);
void drawRegisterFirstPage(Sheet& sheet, const People& people);
void drawRegisterPersonPage(Sheet& sheet, const People& people);
void drawMarriageCertificate(Sheet& sheet, const People& people);

enum class Signature { Signed, Absent };
void drawConsent(Sheet& sheet, const People& people, Signature signature);

}  // namespace papers_drawn
