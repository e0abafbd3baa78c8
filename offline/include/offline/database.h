#pragma once

#include <offline/data_folder.h>

#include <base/clock.h>
#include <base/result.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace offline {

/// What was done about a damaged database at open: nothing of it was deleted.
struct Salvage {
    std::filesystem::path copy;           ///< where the damaged file now lies
    std::uint64_t rows = 0;               ///< recovered
    std::vector<std::string> incomplete;  ///< tables of which not every row could be read

    bool operator==(const Salvage&) const = default;
};

/// One connection to onewindow.db: WAL, synchronous=FULL, busy 5 s, foreign keys on. Owned and used by one thread;
/// several threads and processes open one each. SQL stands in *_store.cpp and here, nowhere else.
class Database
{
  public:
    /// Opens or makes the database and brings it to this program's version. After an end that was not clean, or
    /// when damage was met before, the whole file is checked first; a damaged one is copied to damaged/ and
    /// salvaged row by row. Errors: NotAllowed (a newer program's database), Damaged (and another process has it open,
    /// so that nothing can be done about it now), NoSpace, Failed.
    [[nodiscard]] static base::Result<Database> open(const DataFolder& folder, const base::Clock& clock);

    ~Database();
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;

    /// Set when this opening had to salvage; the window and `whoami` tell it.
    [[nodiscard]] const std::optional<Salvage>& salvage() const;

    /// Runs `work` in one transaction that is on disk when this returns success; an error or exception of it undoes
    /// everything. A call inside a call joins the outer transaction. Exceptions of SQLite become errors here.
    [[nodiscard]] base::Status transact(const std::function<base::Status()>& work);

    /// Another text whenever anything in the database was changed, by whichever thread or process: for those who keep
    /// what they made of it. Cheap enough for every keystroke.
    [[nodiscard]] base::Result<std::string> changeMark();

    /// For the stores' own sources.
    [[nodiscard]] SQLite::Database& sqlite();

    /// Tells that damage was met, so that the next opening checks the whole file.
    void noteDamage() const;

  private:
    struct State;
    explicit Database(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace offline
