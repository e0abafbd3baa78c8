#pragma once

#include <forms/case.h>
#include <forms/case_difference.h>
#include <forms/guide.h>

#include <optional>
#include <string>
#include <vector>

namespace desk {

/// One value of a case as it stands on paper: what it is called, and what it says.
struct SheetValue {
    std::string id;  ///< as differencesOf() names it: "answer:kind", "field:application/tel"
    std::string label;
    std::string value;      ///< in the words people see; empty where nothing was filled in
    bool changed = false;  ///< since the revision before

    bool operator==(const SheetValue&) const = default;
};

struct FormSheet {
    std::string form;
    std::string name;
    std::vector<SheetValue> values;  ///< in the form's order; of tables each cell, row by row
};

struct PointSheet {
    std::string id;  ///< "material/point"
    std::string text;
    forms::PointVerdict verdict = forms::PointVerdict::Open;
    std::string by;
    std::string note;
    bool changed = false;
};

struct MaterialSheet {
    std::string material;
    std::string party;
    std::string name;  ///< with the person's, where it is asked per person
    std::optional<forms::Proof> proof;
    std::optional<base::Date> deferredUntil;
    std::vector<SheetValue> facts;
    std::vector<PointSheet> points;  ///< those of the guide, whether judged or not
    std::vector<base::PageId> pages;
    bool changed = false;  ///< its pages, its proof, its date or what it says
};

/// Everything a sealed case says, as whoever decides about it reads it beside the pages.
struct CaseSheet {
    std::vector<SheetValue> answers;
    std::vector<FormSheet> forms;
    std::vector<forms::Party> people;
    std::vector<MaterialSheet> materials;
};

[[nodiscard]] CaseSheet sheetOf(const forms::Guide& guide,
                                const forms::Case& sealed,
                                const std::vector<forms::CaseDifference>& changes);

}  // namespace desk
