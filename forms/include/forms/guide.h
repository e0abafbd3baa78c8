#pragma once

#include <base/date.h>
#include <base/digest.h>
#include <base/result.h>

#include <forms/condition.h>
#include <forms/form.h>
#include <forms/guide_example.h>
#include <forms/limits.h>
#include <forms/material.h>
#include <forms/question.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace forms {

struct CodeName {
    std::string code;
    std::string name;
};

struct Department {
    std::string name;
    std::string uscc;  ///< unified social credit code; may be empty for a joint department
    std::string role;  ///< joint departments only
};

struct Fee {
    std::string name;
    std::optional<double> amount;  ///< in yuan; absent where the unit says how it is found
    std::string unit;
    std::string note;
};

/// What a handled case ends in and how it reaches the applicant.
struct MatterResult {
    std::string name;
    std::vector<std::string> delivery;
};

/// Who is competent instead (NotCompetent): told to the applicant in writing.
struct CompetentAuthority {
    std::string name;
    std::string uscc;
    std::string address;
    std::string telephone;

    bool operator==(const CompetentAuthority&) const = default;
};

/// Ends the case before materials are judged; the first route that holds wins.
struct Route {
    std::string id;
    Condition when;
    RouteOutcome outcome = RouteOutcome::NotNeeded;
    std::string text;
    std::string basis = {};  ///< the clause of law; a guide is none. May be empty: lint warns
    std::optional<CompetentAuthority> authority = {};
};

/// Points from a role to where its people stand in a form; `*` in a pointer means every row of a table.
struct PartyRule {
    std::string role;
    std::string form;
    std::string name;
    std::string number;  ///< empty: nobody is asked for one (a company to be founded)
    std::vector<std::string> idTypes =
        {};  ///< kinds of paper the number may be of (GA/T 2000.156, "uscc"); none = any
};

/// Who decides: the department (Department), or one person at the window in one sitting (`settle`), which a guide
/// grants only where handling is immediate.
enum class DecidedBy { Department, Window };

/// A part of a bundle (一件事) with its own clock.
struct ChildMatter {
    std::string id;
    std::string department;
    Period limit;
    Condition when;
    std::string after;
};

struct LocalSubItem {
    std::string name;
    std::string mapsTo;
};

inline constexpr std::size_t MaxGuideBytes = std::size_t{4} << 20;

/// The newest format this program reads; it reads every one before it too.
inline constexpr int NewestGuideFormat = 2;

/// One version of one matter's guide (办事指南), format onewindow-guide/1 or /2. A value: read once, never changed.
/// Codes are opaque text, never parsed for logic.
struct Guide {
    std::string code;
    std::string version;
    base::Digest sha256;  ///< of the file's bytes; all zero for a guide not read from a file
    base::Date effectiveFrom;
    std::optional<base::Date> effectiveUntil;
    std::string mainName;
    std::string subName;
    std::string itemName;
    std::vector<std::string> aliases;
    std::vector<std::string> initials;
    std::string catalogCode;
    std::string taskCode;
    std::string itemCode;
    CodeName type;
    CodeName level;
    Department department;
    std::vector<Department> jointDepartments;
    std::vector<std::string> serviceObjects;
    Handling handling = Handling::Committed;
    DecidedBy decides = DecidedBy::Department;
    int visits = 1;
    std::vector<Fee> fees;
    std::vector<std::string> legalBasis;
    std::vector<std::string> conditions;
    std::vector<std::string> flow;
    std::vector<MatterResult> results;
    Limits limits;
    std::vector<Route> routes;
    std::vector<Question> questions;
    std::vector<Material> materials;
    std::vector<Form> forms;
    std::vector<PartyRule> parties;
    bool offlineAcceptance = false;
    std::vector<ChildMatter> children;
    std::vector<LocalSubItem> localSubItems;
    std::vector<GuideExample> examples;

    [[nodiscard]] const Material* findMaterial(std::string_view id) const;
    [[nodiscard]] const Question* findQuestion(std::string_view id) const;
    [[nodiscard]] const Form* findForm(std::string_view id) const;
    [[nodiscard]] const ChildMatter* findChild(std::string_view id) const;
    [[nodiscard]] const ReviewPoint* findPoint(std::string_view material, std::string_view point) const;

    /// The name people see: the item's, else the sub-item's, else the main item's.
    [[nodiscard]] const std::string& name() const;
};

/// Reads a guide file's bytes. Error BadInput names the JSON path and what is wrong there: not UTF-8, no JSON,
/// deeper than 64, larger than MaxGuideBytes, against the published schema (forms/schema/guide.schema.json), unknown
/// question, value or form id, duplicate id, a pattern that does not compile. The examples are not run here
/// (forms/guide_lint.h). `sha256` is that of `bytes`.
[[nodiscard]] base::Result<Guide> readGuide(std::string_view bytes);

/// The format of a guide that is newer than what this program reads ("onewindow-guide/3"): not a broken guide, but one
/// to be left out, with a word, while the rest of a release is taken. Empty for every other text.
[[nodiscard]] std::string newerFormatOf(std::string_view bytes);

}  // namespace forms
