#pragma once

#include <forms/case.h>
#include <forms/form_data.h>

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <string>

namespace forms {

/// Gives "r1", "r2", … none of which the case ever had.
class RowNumbers
{
  public:
    explicit RowNumbers(Case& draft);

    [[nodiscard]] std::string next();

  private:
    Case& m_draft;
    bool m_looked = false;
};

/// Old key to new.
using Renames = std::map<std::string, std::string>;

/// Papers lie under another key now; all at once, since "heir#2" may become what another was.
void rename(Case& draft, const Renames& renames);

[[nodiscard]] bool hasPapers(const Case& draft, const std::string& key);

/// Whether it has a page that is not in the bin.
[[nodiscard]] bool hasLivePages(const Case& draft, const CaseMaterial& material);

/// Puts papers of one material together: what the target has itself counts, what it lacks it takes over.
void addPapers(CaseMaterial& target, CaseMaterial source);

/// The rows of a table; an empty list where there are none.
[[nodiscard]] nlohmann::json rowsOf(const FormData& data, const std::string& table);

[[nodiscard]] std::string rowText(const nlohmann::json& row);

/// What a form holds; an empty one where nothing was filled in.
[[nodiscard]] const FormData& formIn(const std::map<std::string, FormData>& forms, const std::string& form);

}  // namespace forms
