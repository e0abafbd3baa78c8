// The inside of the library: the rooms' own functions.
#include <late/late_doors.h>

#include <kit/pdf_pages.h>
#include <offline/line_to.h>
#include <papers/archival_pdf.h>

extern "C" const late::LateDoors onewindowLateDoors;

extern "C" const late::LateDoors onewindowLateDoors{
    offline::lineTo, papers::archivalPdf, kit::countPdfPages, kit::drawPdfPage};
