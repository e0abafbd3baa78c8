#pragma once

#include <base/clock.h>
#include <base/date.h>

#include <forms/bundle.h>
#include <forms/guide.h>
#include <forms/limits.h>
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

/// Somebody named on a notice. The number is given whole and printed masked.
struct NamedPerson {
    std::string name;
    std::string number;
    std::string phone;
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
    forms::RouteOutcome outcome = forms::RouteOutcome::NotCompetent;
    std::string clause;              ///< the guide's text of the route that holds
    std::string competentAuthority;  ///< NotCompetent: who is; empty when the clause says so
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

/// Everything a notice can say about a case; each kind prints its part of it. Text is UTF-8 of any plane and is
/// printed as it stands, so matter, material and clause are in the guide's words.
struct NoticeFacts {
    std::string caseId;  ///< what the QR code holds
    std::string number;  ///< provisional or official
    std::string lookUpCode;
    std::string centre;  ///< "测试区政务服务中心": the heading and the seal
    std::string window;
    std::string telephone;
    std::string complaintTelephone;
    std::string clerk;
    std::string matter;
    std::string situation;  ///< the answers that matter, in one line; may be empty
    std::string guideVersion;
    std::vector<std::string> legalBasis;  ///< the guide's
    int noticeNumber = 0;                 ///< running number of this year and kind; 0: none is printed
    NamedPerson applicant;
    std::optional<NamedPerson> agent;
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
};

}  // namespace papers
