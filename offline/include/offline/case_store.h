#pragma once

#include <offline/catalogue_store.h>
#include <offline/database.h>
#include <offline/vault.h>

#include <base/date.h>
#include <base/ids.h>

#include <forms/case.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offline {

/// A case as lists show it; the people in it are masked (示*甲, 330399********0139).
struct CaseRow {
    base::CaseId id;
    int revision = 1;
    forms::CaseState state = forms::CaseState::Draft;
    std::string matter;  ///< guide code
    std::string matterName;
    std::string guideVersion;
    std::string number;
    std::string officialNumber;
    base::Timestamp received;
    base::Timestamp changed;
    std::string applicant;  ///< first party's name, masked; empty while there is none
    int pages = 0;
};

/// Empty members do not filter. Name, identity number and case number are found by keyed hash, so only whole values.
struct CaseFilter {
    std::optional<forms::CaseState> state{};
    std::string matter{};
    std::string name{};
    std::string idNumber{};
    std::string number{};  ///< provisional or official
    std::size_t limit = 1000;
    std::optional<base::CaseId> before{};  ///< the next part of a long list: cases born before this one
};

/// The cases of this workstation. Ids, states and times in clear; everything of a person in one sealed blob. Every verb
/// is one transaction and on disk when it returns.
class CaseStore
{
  public:
    CaseStore(Database& database, const Vault& vault, CatalogueStore& catalogue, const base::Clock& clock);

    /// A new draft. Error Conflict when the id is there already.
    [[nodiscard]] base::Status create(const forms::Case& draft);

    /// Error NotFound, or Damaged when the row does not open.
    [[nodiscard]] base::Result<forms::Case> load(base::CaseId id) const;

    /// The case as lists show it; nothing when it is not here. Also for a case whose content was removed.
    [[nodiscard]] base::Result<std::optional<CaseRow>> row(base::CaseId id) const;

    /// Loads, lets `step` change it and saves, as one transaction across processes, so that no step is lost between
    /// two windows. An error of `step` leaves the case as it was. Returns the case as saved.
    using Step = std::function<base::Status(forms::Case&)>;
    [[nodiscard]] base::Result<forms::Case> change(base::CaseId id, const Step& step);

    /// The case's id from its full text form or an unambiguous beginning of at least 8 characters, or its number.
    [[nodiscard]] base::Result<base::CaseId> resolve(std::string_view text) const;

    /// Newest first.
    [[nodiscard]] base::Result<std::vector<CaseRow>> list(const CaseFilter& filter) const;

    /// The next provisional number <workstation>-<yyMMdd>-<n>; never given twice, also not after a crash.
    [[nodiscard]] base::Result<std::string> nextNumber(std::string_view workstation, base::Date day);

    /// The case's pages may go from this workstation, because the back office has them; it can be worked on again after
    /// Inbox::fetch. The papers made for it stay: they can be printed again without a line. Nothing happens to a case that is a draft again or waits for a correction.
    [[nodiscard]] base::Status releasePages(base::CaseId id);

    /// The case was withdrawn or is over: its people are removed from this workstation, the clear row stays.
    [[nodiscard]] base::Status forgetPeople(base::CaseId id);

  private:
    [[nodiscard]] base::Status write(const forms::Case& draft);
    [[nodiscard]] base::Status writeLookups(const std::string& id, const std::vector<std::string>& hashes);
    [[nodiscard]] base::Status writePages(const forms::Case& draft);

    Database& m_database;
    const Vault& m_vault;
    CatalogueStore& m_catalogue;
    const base::Clock& m_clock;
};

}  // namespace offline
