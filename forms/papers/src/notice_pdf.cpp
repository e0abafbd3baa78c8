#include <papers/archival_pdf.h>
#include <papers/notice_pdf.h>

#include "block_painter.h"
#include "page_flow.h"

#include <cairo-pdf.h>

#include <memory>
#include <numeric>

namespace papers {
namespace {

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Context = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

constexpr double PointsPerMillimetre = 72 / 25.4;

cairo_status_t append(void* closure, const unsigned char* bytes, unsigned length)
{
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(bytes), length);
    return CAIRO_STATUS_SUCCESS;
}

void prepare(cairo_t* cairo)
{
    cairo_scale(cairo, PointsPerMillimetre, PointsPerMillimetre);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_set_font_options(cairo, options);
    cairo_font_options_destroy(options);
}

/// The parts that share one run of page numbers.
using Run = std::vector<const NoticePart*>;

std::vector<Run> runsOf(const NoticeDocument& document)
{
    std::vector<Run> runs;
    for (const auto& part : document.parts) {
        if (runs.empty() || document.separation == PartSeparation::NewPage) {
            runs.emplace_back();
        }
        runs.back().push_back(&part);
    }
    return runs;
}

double heightOfPart(const PageFlow& flow, const NoticePart& part)
{
    return std::accumulate(
        part.blocks.begin(),
        part.blocks.end(),
        flow.mastheadHeight(),
        [&flow](double sum, const Block& block) { return sum + heightOf(flow.cairo(), block); });
}

/// Returns how many pages the run took.
int drawRun(PageFlow& flow, const Run& run, int pages)
{
    flow.startRun(pages);
    bool first = true;
    for (const auto* part : run) {
        if (!first && heightOfPart(flow, *part) + 10 <= flow.remaining()) {
            flow.drawCutLine();
        } else if (!first) {
            flow.nextPartPage();
        }
        flow.drawMasthead(part->label);
        drawAll(flow, part->blocks);
        first = false;
    }
    flow.endRun();
    return flow.pageOfRun();
}

/// Lays everything out once; `pages` holds the counts of the pass before, or nothing in the first.
std::vector<int> layOut(cairo_t* cairo,
                        const NoticeDocument& document,
                        const QrCode& code,
                        const std::vector<int>& pages)
{
    prepare(cairo);
    PageFlow flow(cairo, document, code);
    std::vector<int> counted;
    for (const auto& run : runsOf(document)) {
        const auto known = counted.size() < pages.size() ? pages[counted.size()] : 0;
        counted.push_back(drawRun(flow, run, known));
    }
    return counted;
}

struct Drawn {
    std::string pdf;
    std::vector<int> pages;
    cairo_status_t status;
};

Drawn drawPdf(const NoticeDocument& document, const QrCode& code, const std::vector<int>& pages)
{
    Drawn drawn;
    Surface surface(
        cairo_pdf_surface_create_for_stream(
            &append, &drawn.pdf, a4::Width * PointsPerMillimetre, a4::Height * PointsPerMillimetre),
        &cairo_surface_destroy);
    Context cairo(cairo_create(surface.get()), &cairo_destroy);
    drawn.pages = layOut(cairo.get(), document, code, pages);
    cairo_surface_finish(surface.get());
    drawn.status = cairo_status(cairo.get());
    return drawn;
}

}  // namespace

base::Result<std::string> noticePdf(const NoticeDocument& document)
{
    const auto code = qrCode(document.qrText);
    if (!code) {
        return base::passOn(code);
    }
    const auto counted = drawPdf(document, *code, {});
    const auto drawn = drawPdf(document, *code, counted.pages);
    if (drawn.status != CAIRO_STATUS_SUCCESS) {
        return base::fail(base::ErrorCode::Failed,
                          "The PDF could not be made: {reason}.",
                          {{"reason", cairo_status_to_string(drawn.status)}});
    }
    return archivalPdf(drawn.pdf, document.heading + " " + document.title, document.language);
}

}  // namespace papers
