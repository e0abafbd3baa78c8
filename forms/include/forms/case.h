#pragma once

#include <base/clock.h>
#include <base/date.h>
#include <base/digest.h>
#include <base/ids.h>

#include <forms/answers.h>
#include <forms/case_flow.h>
#include <forms/course.h>
#include <forms/form_data.h>
#include <forms/page.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace forms {

/// Which guide a case began with; it keeps it (DESIGN 5.7).
struct GuideReference {
    std::string code;
    std::string version;
    base::Digest sha256;

    bool operator==(const GuideReference&) const = default;
};

/// Somebody the case is about. `key` tells several people of one role apart: for a row of a table "role@<row id>", which
/// no sorting or deleting changes; else the role for the first, then "role#2", "role#3" (as earlier stores wrote it for
/// rows too). `idType` is the kind of paper the number stands on (forms/identity_paper.h), empty where it is on none.
struct Party {
    std::string key;
    std::string role;
    std::string name;
    std::string idType;
    std::string idNumber;
    std::string phone;

    bool operator==(const Party&) const = default;
};

enum class PointVerdict { Pass, Fail, Open };

/// What the clerk (or the program) found at one review point, with who and when: recorded verdicts travel.
struct RecordedPoint {
    std::string id;
    PointVerdict verdict = PointVerdict::Open;
    std::string by;  ///< user name, or "program"
    base::Timestamp at;
    std::string note;

    bool operator==(const RecordedPoint&) const = default;
};

/// That a material need not be handed in: card read, licence number, query reference.
struct Proof {
    std::string by;
    std::string reference;
    base::Timestamp at;

    bool operator==(const Proof&) const = default;
};

/// The paper that lies on the desk, for the receipt slip.
struct PaperCount {
    int originals = 0;
    int copies = 0;
    int kept = 0;  ///< of these, how many stay in the hall; the rest is handed back

    bool operator==(const PaperCount&) const = default;
};

/// What a case has of one material of its guide, for one party where the material is asked per party.
struct CaseMaterial {
    std::string id;
    std::string party;  ///< Party::key, or empty for `per: case`
    std::optional<Proof> proof;
    std::optional<base::Date> deferredUntil;  ///< the applicant committed to hand it in by then (容缺)
    PaperCount paper;
    std::map<std::string, std::string> facts;  ///< "valid_to" -> "2035-06-15", typed or read
    std::vector<RecordedPoint> points;
    std::vector<base::PageId> pages;  ///< in order

    bool operator==(const CaseMaterial&) const = default;
};

/// That a paper was given to somebody, and how.
struct HandedOver {
    base::Timestamp at;
    std::string to;
    std::string how;  ///< "person", "agent", "mail"

    bool operator==(const HandedOver&) const = default;
};

/// A paper the window made for this case. Its bytes are kept by digest and sent like a page; it is never rendered again.
struct NoticeRecord {
    std::string kind;  ///< PaperKind token
    base::Digest sha256;
    std::string number = {};  ///< 机关代字〔year〕workstation-n号; empty in records of before numbers
    base::ByteCount bytes = {};
    std::optional<base::Timestamp> made = {};
    std::optional<HandedOver> handed = {};
    int copies = 1;
    std::vector<base::PageId> signedPages = {};  ///< the paper as it came back with its signature

    bool operator==(const NoticeRecord&) const = default;
};

enum class AnswerHow { Replaced, Filled, Stays };

[[nodiscard]] std::string_view nameOf(AnswerHow how);  ///< "replaced", "filled", "stays"
[[nodiscard]] std::optional<AnswerHow> parseAnswerHow(std::string_view token);

/// What became of one mark of the correction before: each is answered before the next revision is sealed.
struct MarkAnswer {
    base::AnnotationId annotation;
    AnswerHow how = AnswerHow::Replaced;
    std::string reason;  ///< Stays: why, shown to the reviewer at that mark

    bool operator==(const MarkAnswer&) const = default;
};

/// The stable ids of the rows of one form's tables, beside the form and never in it: JSON pointer of the table to one id a
/// row, in row order. A table without an entry is keyed by place, as earlier versions did.
using RowIds = std::map<std::string, std::vector<std::string>>;

/// Somebody who went from the case: with the row that named him, or taken out or replaced by another person. His papers
/// stay under the key, count for nobody else, and are found again when the same person comes back (forms/case_people.h).
struct GoneParty {
    Party party;       ///< its key is where the papers lie
    std::string form;  ///< form and table of the row; empty where no row went
    std::string table;
    std::size_t row = 0;              ///< where the row stood
    std::string content;              ///< the row as JSON
    std::vector<base::PageId> pages;  ///< that went to the bin with him

    bool operator==(const GoneParty&) const = default;
};

/// A case (办件) while it is worked on: a draft, saved at every step. The back office's view of it is another
/// type (backoffice/api). Ids are given at birth and never rewritten.
struct Case {
    base::CaseId id;
    int revision = 1;
    std::optional<base::Digest> previous;  ///< manifest digest of the revision before
    CaseState state = CaseState::Draft;
    std::string division;
    std::string workstation;
    std::string clerk;           ///< user name
    std::string number;          ///< provisional: <workstation>-<yyMMdd>-<n>
    std::string officialNumber;  ///< from the receipt; empty until then
    GuideReference guide;
    std::string matterName;
    base::Timestamp received;  ///< at the counter: clocks run from here
    Answers answers;
    std::map<std::string, FormData> forms;
    std::map<std::string, RowIds> rows;  ///< form id -> its tables
    int rowsGiven = 0;  ///< the number of the last row id given: none is given twice, also after its row went
    std::vector<Party>
        parties;  ///< added by hand (agents, hosts); those in forms are found by the guide's rules
    std::vector<GoneParty> gone;  ///< of this workstation's draft alone: it is in no manifest
    std::vector<CaseMaterial> materials;
    std::vector<Page> pages;  ///< every page kept, also those put to no material yet
    std::vector<NoticeRecord> notices;
    std::vector<base::AnnotationId> settled;
    std::vector<MarkAnswer> answersTo;
    Course course;                       ///< what happened at the window since the revision before
    std::optional<base::Digest> office;  ///< digest of the office document the papers were made by
    bool insisted =
        false;  ///< xkf32: the applicant insists although a route ends it (许可法 art. 38: accepted and refused)
    std::string insistedRoute;  ///< that route
    std::vector<std::string>
        supplements;  ///< materials that come after acceptance: the draft brings these and changes nothing else;
                      ///< none = an ordinary draft (forms/deferral.h)
    std::string
        replaces;  ///< id of the case this one resubmits where the regime wants a new case; else empty
    std::string
        other;  ///< members of the file this version does not know, as one JSON object, kept; or empty

    [[nodiscard]] CaseMaterial* findMaterial(std::string_view material, std::string_view party = {});
    [[nodiscard]] const CaseMaterial* findMaterial(std::string_view material,
                                                   std::string_view party = {}) const;
    /// The day agreed with that party for a material to come later, else the one agreed for everybody it is asked of.
    [[nodiscard]] std::optional<base::Date> deferredUntil(std::string_view material,
                                                          std::string_view party) const;
    [[nodiscard]] const Page* findPage(base::PageId page) const;
    [[nodiscard]] Page* findPage(base::PageId page);

    /// The entry for a material, made when the case has none yet.
    CaseMaterial& materialEntry(std::string_view material, std::string_view party = {});
};

inline constexpr std::string_view CaseFormat = "onewindow-case/1";

/// The draft's own file form (sealed in the case store): every member above, onewindow-case/1. What one version
/// wrote every later one reads: a draft is never refused for being incomplete or contradictory.
[[nodiscard]] std::string caseToJson(const Case& draft);
[[nodiscard]] base::Result<Case> caseFromJson(std::string_view json);

}  // namespace forms
