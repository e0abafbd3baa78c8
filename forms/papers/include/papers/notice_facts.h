#pragma once

#include <base/clock.h>
#include <base/date.h>

#include <forms/bundle.h>
#include <forms/deadlines.h>
#include <forms/guide.h>
#include <forms/law.h>
#include <forms/limits.h>
#include <forms/office.h>
#include <forms/period.h>

#include <optional>
#include <string>
#include <vector>

namespace papers {

/// A day something ends, or, where the year has no calendar yet, the working days it takes (DESIGN section 9).
struct DueDay {
    std::optional<base::Date> date;
    forms::Period period;
};

/// Somebody named on a paper. A person's number is given whole and printed masked.
struct NamedPerson {
    std::string name;
    std::string number;
    std::string phone;
    std::string idType;  ///< Party::idType; may be empty

    [[nodiscard]] bool isOrganisation() const;
};

/// Whose paper it is (实施机关): the office document's department of the guide, else what the guide names.
struct Issuer {
    std::string name;
    std::string shortName;  ///< 机关代字; may be empty
    std::string seal;       ///< what stands under the paper
    std::string telephone;
    forms::DepartmentKind kind = forms::DepartmentKind::Authority;
    bool known = false;  ///< the office document has it, so its kind and its remedy are told and not supposed
    std::optional<forms::Remedy> remedy;
};

/// How the hall came to hold a material.
enum class HandedIn { Scanned, Photographed, FileGiven, FilledHere };

struct ReceivedMaterial {
    std::string name;
    int originals = 0;
    int copies = 0;
    int pages = 0;       ///< kept page images
    int handedBack = 0;  ///< sheets of paper returned at once
    HandedIn how = HandedIn::Scanned;
};

/// Why a material of the guide was not received.
enum class NotReceivedBecause { Missing, Deferred, Exempt };

struct NotReceivedMaterial {
    std::string name;
    NotReceivedBecause because = NotReceivedBecause::Missing;
    std::optional<base::Date> due;  ///< Deferred: until when
};

/// One thing the applicant must put right.
struct CorrectionItem {
    std::string material;  ///< or the form
    std::string wrong;
    std::string standard;            ///< the guide's; may be empty
    std::vector<std::string> basis;  ///< the guide's; may be empty
    std::string supplementBy;        ///< empty: any of the usual ways
};

struct DeferredMaterial {
    std::string name;
    std::string form;  ///< "原件 1 份"
    DueDay due;
};

/// Why a case is not taken on, and where to go instead.
struct Refusal {
    forms::Outcome outcome = forms::Outcome::NotCompetent;
    std::vector<std::string> clauses;  ///< the guide's texts of what is cited
    std::string basis = {};            ///< the law the route names; may be empty
    std::optional<forms::CompetentAuthority> authority =
        {};                             ///< NotCompetent: who is, where the guide says so
    std::string reason = {};            ///< in the reviewer's words; may be empty
    std::optional<base::Date> on = {};  ///< when it was decided; absent: on the day the paper is made
};

/// A step that decided or ended a case.
struct DecisiveStep {
    forms::Outcome outcome = forms::Outcome::Approval;
    base::Date on;
    std::vector<std::string> cited;  ///< in the guide's words
    std::string reason;              ///< in the words of whoever took it; may be empty
};

/// What became of an application after it was received, as its course tells it.
struct Handling {
    std::optional<base::Timestamp> accepted;
    bool deemed = false;  ///< accepted because nobody said in time what is lacking
    std::optional<forms::Deadline> promised;
    std::optional<forms::Deadline> legal;
    std::optional<DecisiveStep> decision;     ///< Approval or Refusal
    std::optional<forms::Deadline> delivery;  ///< by when a granted licence is handed over
    std::optional<DecisiveStep> end;          ///< without a decision, or after one that was not handed over
    std::optional<base::Date> asked;          ///< when the applicant was last told what is lacking
    std::optional<base::Date> answerDue;      ///< until when it was to be put right
    std::vector<DeferredMaterial> missed;     ///< put off and not handed in
    std::string request;                      ///< the words of the request for correction; may be empty
};

/// What an applicant should know of a matter in one situation before and while applying (材料清单). The guide's own
/// words; nothing beyond the guide.
struct HandOut {
    std::vector<forms::Material>
        materials;  ///< those the situation asks for, optional ones too, in the guide's order
    std::vector<std::string> openQuestions;  ///< not answered yet: the list may grow with them
    std::vector<std::string> conditions;
    std::vector<forms::Fee> fees;
    forms::Limits limits;
    std::vector<forms::MatterResult> results;
    std::vector<forms::ChildPlan> children;
    forms::Department department;
    std::vector<forms::Department> jointDepartments;
    int visits = 1;
    std::string ending;  ///< the text of the route that ends the application here, or empty
};

/// Everything a paper can say about a case; each kind prints its part of it. Text is UTF-8 of any plane and is
/// printed as it stands, so matter, material and clause are in the guide's words.
struct NoticeFacts {
    std::string caseId;       ///< what the QR code holds
    std::string number;       ///< the case's: provisional or official
    std::string paperNumber;  ///< the paper's own (papers/paper_number.h); empty: none is printed
    std::string lookUpCode;
    std::string centre;  ///< "测试区政务服务中心": heads and seals what the hall itself gives out
    std::string site;    ///< where it was handed in, as people know it
    std::string address;
    std::string telephone;
    std::string complaintTelephone;
    std::string clerk;
    Issuer issuer;
    std::string matter;
    std::string situation;  ///< the answers that matter, in one line; may be empty
    std::string guideVersion;
    std::vector<std::string> legalBasis;  ///< the guide's
    std::vector<NamedPerson> applicants;
    std::optional<NamedPerson> agent;
    std::vector<std::string> mandate;  ///< what the agent's power rests on, of what was handed in
    bool business = false;             ///< the applicant is one (forms::isBusiness)
    base::Timestamp receivedAt;
    base::Date madeOn;
    forms::CorrectionRule correction;
    std::optional<DueDay>
        correctionDue;  ///< when the hall must have told what is lacking; absent: on the spot
    std::optional<DueDay>
        supplementDue;  ///< until when the applicant may supplement; absent: no limit is set
    std::vector<ReceivedMaterial> received;
    std::vector<NotReceivedMaterial> notReceived;
    std::vector<CorrectionItem> corrections;
    std::vector<DeferredMaterial> deferred;
    std::optional<Refusal> refusal;
    HandOut handOut;
    Handling handling;
};

}  // namespace papers
