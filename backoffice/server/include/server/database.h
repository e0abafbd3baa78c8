#pragma once

#include <base/result.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace server {

/// Bytes that are no text.
struct Blob {
    std::string bytes;
};

using Value = std::variant<std::int64_t, std::string, Blob>;

/// One row of an answer as texts, read by Fields (fields.h); columns count from 0. There is no null: queries say COALESCE.
class Row
{
  public:
    explicit Row(std::vector<std::string> columns)
        : m_columns(std::move(columns))
    {}

    [[nodiscard]] const std::string& text(std::size_t column) const { return m_columns.at(column); }

  private:
    std::vector<std::string> m_columns;
};

/// A row that is not what was written, by its table and key. Thrown where it is read; Database turns it into
/// ErrorCode::Damaged after rolling back, and lists step over it (readEach in fields.h).
struct DamagedRow {
    std::string table;
    std::string id;

    bool operator==(const DamagedRow&) const = default;
};

/// What a store works with. Made by Database only, used on one thread, gone when the work returns. A failure of the
/// database leaves these calls as an exception that Database turns into an Error after rolling back; stores do not catch.
class Transaction
{
  public:
    virtual ~Transaction() = default;

    /// Placeholders are $1, $2, … and first appear in that order.
    [[nodiscard]] virtual std::vector<Row> rows(const std::string& sql, const std::vector<Value>& values) = 0;

    /// How many rows were changed.
    virtual std::int64_t run(const std::string& sql, const std::vector<Value>& values) = 0;

    [[nodiscard]] std::optional<Row> row(const std::string& sql, const std::vector<Value>& values);
};

/// The back office's records: SQLite in WAL mode with synchronous=FULL, so that what `write` reported as done
/// survives a power cut. Safe to use from several threads: one writer at a time, readers beside it.
class Database
{
  public:
    /// Opens or makes the file and brings its schema up to date.
    [[nodiscard]] static base::Result<std::unique_ptr<Database>> open(const std::filesystem::path& file);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Runs `work(Transaction&)` seeing one state of the records. `work` returns a Result.
    template <class Work>
    auto read(Work work) -> std::invoke_result_t<Work, Transaction&>
    {
        return inside<Work>(Purpose::Read, std::move(work));
    }

    /// As `read`, and keeps what was changed if and only if the result is a value.
    template <class Work>
    auto write(Work work) -> std::invoke_result_t<Work, Transaction&>
    {
        return inside<Work>(Purpose::Write, std::move(work));
    }

  private:
    enum class Purpose { Read, Write };
    class Connections;

    explicit Database(std::unique_ptr<Connections> connections);
    base::Status guarded(Purpose purpose, const std::function<base::Status(Transaction&)>& work);

    template <class Work>
    auto inside(Purpose purpose, Work work) -> std::invoke_result_t<Work, Transaction&>
    {
        using Outcome = std::invoke_result_t<Work, Transaction&>;
        std::optional<Outcome> outcome;
        const auto done = guarded(purpose, [&](Transaction& transaction) -> base::Status {
            outcome.emplace(work(transaction));
            if (!*outcome)
                return base::passOn(*outcome);
            return {};
        });
        if (!done)
            return base::passOn(done);
        return std::move(*outcome);
    }

    std::unique_ptr<Connections> m_connections;
};

}  // namespace server
