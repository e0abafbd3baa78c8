#pragma once

#include "qr_code.h"
#include "text_block.h"

#include <papers/notice_document.h>

#include <cairo.h>

#include <string>

namespace papers {

/// A4 and its margins, in millimetres. The body is as wide as GB/T 9704 has it (156 mm); the upper margin is
/// smaller than for an official letter so that stub and slip share a sheet.
namespace a4 {
inline constexpr double Width = 210;
inline constexpr double Height = 297;
inline constexpr double Left = 28;
inline constexpr double Body = 156;
inline constexpr double Top = 16;
inline constexpr double SharedTop = 12;  ///< where two parts share a sheet
inline constexpr double Bottom = 272;    ///< where the body ends
inline constexpr double Foot = 275;      ///< where the footer's rule is
}  // namespace a4

/// Where the next block goes: a cursor that moves down pages and draws what every page carries. Used twice: once
/// to count pages, once to draw with the count known.
class PageFlow
{
  public:
    PageFlow(cairo_t* cairo, const NoticeDocument& document, const QrCode& code);

    /// Begins a run of pages counted by itself; `pages` is what the counting pass found (0 in that pass).
    void startRun(int pages);

    /// Ends the run's last page.
    void endRun();

    [[nodiscard]] int pageOfRun() const { return m_page; }

    [[nodiscard]] cairo_t* cairo() const { return m_cairo; }

    [[nodiscard]] double y() const { return m_y; }

    [[nodiscard]] double remaining() const { return a4::Bottom - m_y; }

    [[nodiscard]] bool atTop() const { return m_y <= m_top; }

    [[nodiscard]] static double wholePage() { return a4::Bottom - a4::Top - 10; }

    void advance(double height) { m_y += height; }

    /// Goes to the next page unless `height` fits here.
    void need(double height);
    void nextPage();

    /// A page for the next part: it has a masthead, so no running head.
    void nextPartPage();

    /// The band with label, heading, title and QR code, and the number line below it.
    void drawMasthead(const std::string& label);

    /// How tall the masthead is.
    [[nodiscard]] double mastheadHeight() const;

    /// A line to cut along, in the middle of 10 mm.
    void drawCutLine();

  private:
    void drawFooter();
    void drawRunningHead();
    void drawCode(double x, double y);

    cairo_t* m_cairo;
    const NoticeDocument& m_document;
    const QrCode& m_code;
    double m_codeSize;  ///< smaller where two parts share a sheet
    double m_y = 0;
    double m_top = a4::Top;
    int m_page = 0;
    int m_pages = 0;
};

void rule(cairo_t* cairo, double x1, double y1, double x2, double y2, double width, double grey = 0);

}  // namespace papers
