#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

/// What programs that are not ours say about a PDF: poppler's tools and PDFBox Preflight.
class PdfTools
{
  public:
    explicit PdfTools(const std::string& pdf);
    ~PdfTools();
    PdfTools(const PdfTools&) = delete;
    PdfTools& operator=(const PdfTools&) = delete;

    [[nodiscard]] std::string text() const;   ///< pdftotext, all pages
    [[nodiscard]] std::string info() const;   ///< pdfinfo
    [[nodiscard]] std::string fonts() const;  ///< pdffonts
    [[nodiscard]] int pageCount() const;

    /// Right and lower edge of every word, in points from the top left.
    struct Word {
        double right;
        double bottom;
        std::string text;
    };

    [[nodiscard]] std::vector<Word> words() const;

    /// The first page at 300 dpi, 8 bit gray.
    struct Picture {
        int width = 0;
        int height = 0;
        std::string pixels;

        [[nodiscard]] bool isDark(double millimetreX, double millimetreY) const;
    };

    [[nodiscard]] Picture firstPage() const;

    /// The codes of what Preflight's PDF/A-1b finds, with the claim of part 2 read as part 1, since that is the
    /// only part it knows.
    [[nodiscard]] std::set<std::string> preflightCodes() const;

  private:
    std::string run(const std::string& command) const;

    std::filesystem::path m_folder;
};
