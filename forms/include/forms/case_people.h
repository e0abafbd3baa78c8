#pragma once

#include <base/result.h>

#include <forms/case.h>
#include <forms/guide.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace forms {

/// Pages that went to the bin with somebody, or came back with him.
struct MovedPapers {
    Party party;
    std::vector<base::PageId> pages;
};

/// What a step did to the papers of people who went or came back. Those without pages are not told.
struct PeopleChange {
    std::vector<MovedPapers> gone;
    std::vector<MovedPapers> back;

    [[nodiscard]] bool empty() const { return gone.empty() && back.empty(); }
};

/// Who stood where before a step.
struct PeopleBefore {
    std::map<std::string, FormData> forms;
    std::map<std::string, RowIds> rows;
    std::vector<Party> added;
};

/// Gives an id to every row of the guide's people tables that has none (a draft of before there were ids) and takes the
/// papers along: what lay under "heir#2" then lies under the key of the second heir. Nothing else of the draft changes.
void nameRows(const Guide& guide, Case& draft);

[[nodiscard]] PeopleBefore peopleBefore(const Case& draft);

/// Keeps the papers of a draft with their people after forms and parties were changed at will. `before` is of the draft
/// before that step, after nameRows().
/// - Rows keep their ids (rowsAfter), unless the step gave ids itself.
/// - Who is no longer there, or has somebody else in his place, is put to Case::gone. His pages go to the bin, his papers
///   count for nobody; another place of the same person in the same role takes them over instead.
/// - Who comes back, the same row or the same number in the same role, has his papers again, out of the bin.
/// - Papers put to a role before it had anybody become those of its first person, and stay his.
PeopleChange followPeople(const Guide& guide, const PeopleBefore& before, Case& draft);

/// What followPeople() would put to the bin, were this the form's content: to ask before it is done.
[[nodiscard]] std::vector<MovedPapers> papersGoing(const Guide& guide,
                                                   const Case& draft,
                                                   const std::string& form,
                                                   const FormData& content);

/// Brings back somebody of Case::gone by his key, and all who stood in the same row: row, id and papers. Error NotFound;
/// NotAllowed for who stood in fields that are somebody else's now: entered there again, he has his papers again.
[[nodiscard]] base::Result<PeopleChange> bringBack(const Guide& guide, Case& draft, std::string_view key);

/// Whether the papers of that entry are of somebody who is not in the case, or no more: they count for nobody and are not
/// told of on any notice.
[[nodiscard]] bool isOfNobody(const Guide& guide, const Case& draft, const CaseMaterial& entry);

/// Whose papers of a material are meant by a name: somebody's key; "heir#2" is the second of a role by place; none, or
/// the role alone, its first. Empty where the material is asked once, or the role has nobody yet. A name that is none of
/// these stays as it is.
[[nodiscard]] std::string partyNamed(const Guide& guide,
                                     const Case& draft,
                                     std::string_view material,
                                     std::string_view name);

/// The key of somebody who is added by hand: one that nobody has or had, nor will have by his place in a form.
[[nodiscard]] std::string newPartyKey(const Guide& guide, const Case& draft, const std::string& role);

}  // namespace forms
