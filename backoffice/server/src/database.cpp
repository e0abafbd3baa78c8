#include <server/database.h>

#include "schema_store.h"

#include <server/fields.h>

#include <Poco/Data/LOB.h>
#include <Poco/Data/RecordSet.h>
#include <Poco/Data/SQLite/Connector.h>
#include <Poco/Data/Session.h>
#include <Poco/Data/Statement.h>

#include <mutex>

namespace server {

namespace {

class PocoTransaction final : public Transaction
{
  public:
    explicit PocoTransaction(Poco::Data::Session& session)
        : m_session(session)
    {}

    std::vector<Row> rows(const std::string& sql, const std::vector<Value>& values) override
    {
        Poco::Data::Statement statement(m_session);
        prepare(statement, sql, values);
        statement.execute();
        Poco::Data::RecordSet records(statement);
        std::vector<Row> found;
        const auto columns = records.columnCount();
        for (bool more = records.moveFirst(); more; more = records.moveNext()) {
            std::vector<std::string> texts;
            texts.reserve(columns);
            for (std::size_t column = 0; column < columns; ++column)
                texts.push_back(textOf(records, column));
            found.emplace_back(std::move(texts));
        }
        return found;
    }

    std::int64_t run(const std::string& sql, const std::vector<Value>& values) override
    {
        Poco::Data::Statement statement(m_session);
        prepare(statement, sql, values);
        return static_cast<std::int64_t>(statement.execute());
    }

  private:
    static void prepare(Poco::Data::Statement& statement,
                        const std::string& sql,
                        const std::vector<Value>& values)
    {
        statement << sql;
        for (const auto& value : values) {
            if (const auto* number = std::get_if<std::int64_t>(&value))
                statement.bind(static_cast<Poco::Int64>(*number));
            else if (const auto* text = std::get_if<std::string>(&value))
                statement.bind(*text);
            else {
                const auto& bytes = std::get<Blob>(value).bytes;
                statement.bind(
                    Poco::Data::BLOB(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()));
            }
        }
    }

    static std::string textOf(Poco::Data::RecordSet& records, std::size_t column)
    {
        const auto value = records.value(column);
        if (value.isEmpty())
            return {};
        if (value.type() == typeid(Poco::Data::BLOB)) {
            const auto& bytes = value.extract<Poco::Data::BLOB>();
            return {reinterpret_cast<const char*>(bytes.rawContent()), bytes.size()};
        }
        return value.convert<std::string>();
    }

    Poco::Data::Session& m_session;
};

void configure(Poco::Data::Session& session)
{
    for (const auto* pragma : {"PRAGMA busy_timeout=5000",
                               "PRAGMA journal_mode=WAL",
                               "PRAGMA synchronous=FULL",
                               "PRAGMA foreign_keys=ON"})
    {
        Poco::Data::Statement statement(session);
        statement << std::string(pragma);
        statement.execute();
    }
}

void execute(Poco::Data::Session& session, const std::string& sql)
{
    Poco::Data::Statement statement(session);
    statement << sql;
    statement.execute();
}

tl::unexpected<base::Error> failed(const Poco::Exception& problem)
{
    return base::fail(base::ErrorCode::Failed,
                      "The records of the back office cannot be read or written: {reason}",
                      {{"reason", problem.displayText()}});
}

}  // namespace

std::optional<Row> Transaction::row(const std::string& sql, const std::vector<Value>& values)
{
    auto found = rows(sql, values);
    if (found.empty())
        return std::nullopt;
    return std::move(found.front());
}

/// Connections that are not in use, and the turn to write.
class Database::Connections
{
  public:
    explicit Connections(std::string file)
        : m_file(std::move(file))
    {}

    std::unique_ptr<Poco::Data::Session> take()
    {
        {
            const std::lock_guard lock(m_guard);
            if (!m_free.empty()) {
                auto session = std::move(m_free.back());
                m_free.pop_back();
                return session;
            }
        }
        auto session = std::make_unique<Poco::Data::Session>(Poco::Data::SQLite::Connector::KEY, m_file);
        configure(*session);
        return session;
    }

    void giveBack(std::unique_ptr<Poco::Data::Session> session)
    {
        const std::lock_guard lock(m_guard);
        m_free.push_back(std::move(session));
    }

    std::mutex& writing() { return m_writing; }

  private:
    std::string m_file;
    std::mutex m_guard;
    std::vector<std::unique_ptr<Poco::Data::Session>> m_free;
    std::mutex m_writing;  // SQLite has one writer; waiting here is fair, waiting for its lock is not
};

Database::Database(std::unique_ptr<Connections> connections)
    : m_connections(std::move(connections))
{}

Database::~Database() = default;

base::Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& file)
{
    static const bool registered = [] {
        Poco::Data::SQLite::Connector::registerConnector();
        return true;
    }();
    static_cast<void>(registered);
    auto database = std::unique_ptr<Database>(new Database(std::make_unique<Connections>(file.string())));
    const auto migrated =
        database->write([](Transaction& transaction) { return SchemaStore(transaction).migrate(); });
    if (!migrated)
        return base::passOn(migrated);
    return database;
}

base::Status Database::guarded(Purpose purpose, const std::function<base::Status(Transaction&)>& work)
{
    std::unique_lock<std::mutex> turn;
    if (purpose == Purpose::Write)
        turn = std::unique_lock(m_connections->writing());
    try {
        // A connection that failed is dropped with whatever it had open, which rolls back.
        auto session = m_connections->take();
        execute(*session, purpose == Purpose::Write ? "BEGIN IMMEDIATE" : "BEGIN");
        PocoTransaction transaction(*session);
        const auto outcome = work(transaction);
        execute(*session, outcome ? "COMMIT" : "ROLLBACK");
        m_connections->giveBack(std::move(session));
        return outcome;
    } catch (const Poco::Exception& problem) {
        return failed(problem);
    } catch (const DamagedRow& row) {
        return damaged(row);
    }
}

}  // namespace server
