#pragma once

#include <string>
#include <variant>
#include <vector>

namespace papers {

/// Label and value pairs in a ruled grid; two pairs a row unless a pair is wide.
struct FieldGrid {
    struct Field {
        std::string label;
        std::string value;
        bool wide = false;  ///< takes a row of its own
    };

    std::vector<Field> fields;
};

enum class ColumnAlign { Left, Centre };

/// A ruled table; its head is repeated on every page it reaches.
struct RuledTable {
    struct Column {
        std::string title;
        double share = 1;  ///< of the width, relative to the others
        ColumnAlign align = ColumnAlign::Left;
    };

    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;  ///< as many cells as columns
};

enum class ParagraphRole {
    Body,       ///< first line indented by two characters
    Flush,      ///< no indent: the addressee, list items
    Heading,    ///< a small bold line, kept with what follows
    Statement,  ///< bold, set apart: 「本凭证不代表受理」
    Note,       ///< small: what a slip explains
};

struct Paragraph {
    std::string text;
    ParagraphRole role = ParagraphRole::Body;
};

/// What a document ends with, never split and never alone on a page: places to sign at the left, the unit and
/// the date at the right with room for the seal that presses on the date (GB/T 9704).
struct Closing {
    std::vector<std::string> signatures;  ///< "经办人", "申请人"; each with a line and a date to fill in
    std::string unit;                     ///< empty: no seal here
    std::string date;
    std::string sealNote;  ///< "(盖章)"
};

using Block = std::variant<FieldGrid, RuledTable, Paragraph, Closing>;

/// One part of a notice: the stub the hall keeps, the slip the applicant takes, or one of two copies.
struct NoticePart {
    std::string label;  ///< "存根": printed at the top left; may be empty
    std::vector<Block> blocks;
};

/// How parts follow each other on paper.
enum class PartSeparation {
    CutLine,  ///< on one page with a line to cut along, where both fit
    NewPage,  ///< each begins a page and counts its own pages
};

/// A notice before it is laid out: all text is in the document's language.
struct NoticeDocument {
    std::string heading;     ///< the centre
    std::string title;       ///< what it is
    std::string reference;   ///< "〔2026〕12号"; may be empty
    std::string numberLine;  ///< case number and look-up code
    std::string qrText;
    std::vector<std::string> footer;  ///< lines at the foot of every page
    std::string pageNumber;           ///< with places {page} and {pages}
    std::string language = "zh-CN";
    PartSeparation separation = PartSeparation::NewPage;
    std::vector<NoticePart> parts;
};

}  // namespace papers
