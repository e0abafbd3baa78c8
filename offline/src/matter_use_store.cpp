#include <offline/matter_use_store.h>

#include "sql.h"

#include <base/sealed_blob.h>

#include <map>

namespace offline {

namespace {

void countFor(SQLite::Database& database, std::string_view clerk, std::string_view matter, base::Timestamp at)
{
    SQLite::Statement row(
        database,
        "INSERT INTO matter_use (clerk, matter, uses, last) VALUES (?, ?, 1, ?) "
        "ON CONFLICT (clerk, matter) DO UPDATE SET uses = uses + 1, last = max(last, excluded.last)");
    sql::bindBlob(row, 1, clerk);
    row.bind(2, std::string(matter));
    sql::bindTime(row, 3, at);
    row.exec();
}

}  // namespace

MatterUseStore::MatterUseStore(Database& database, const Vault& vault)
    : m_database(database)
    , m_vault(vault)
{}

std::string MatterUseStore::hashOf(std::string_view clerk) const
{
    return clerk.empty() ? std::string()
                         : base::keyedHash("clerk:" + std::string(clerk), m_vault.lookupKey());
}

base::Status MatterUseStore::count(std::string_view clerk, std::string_view matter, base::Timestamp at)
{
    return m_database.transact([&]() -> base::Status {
        countFor(m_database.sqlite(), std::string(), matter, at);
        if (!clerk.empty())
            countFor(m_database.sqlite(), hashOf(clerk), matter, at);
        return {};
    });
}

base::Status MatterUseStore::mark(std::string_view clerk, std::string_view matter, Favourite favourite)
{
    return m_database.transact([&]() -> base::Status {
        SQLite::Statement row(
            m_database.sqlite(),
            "INSERT INTO matter_use (clerk, matter, uses, last, favourite) VALUES (?, ?, 0, 0, ?) "
            "ON CONFLICT (clerk, matter) DO UPDATE SET favourite = excluded.favourite");
        sql::bindBlob(row, 1, hashOf(clerk));
        row.bind(2, std::string(matter));
        row.bind(3, favourite == Favourite::Yes ? 1 : 0);
        row.exec();
        return {};
    });
}

base::Result<std::vector<MatterUse>> MatterUseStore::of(std::string_view clerk) const
{
    return sql::guarded(m_database, [&]() -> base::Result<std::vector<MatterUse>> {
        const auto own = hashOf(clerk);
        std::map<std::string, MatterUse> uses;
        SQLite::Statement select(
            m_database.sqlite(),
            "SELECT clerk, matter, uses, last, favourite FROM matter_use WHERE clerk = x'' OR clerk = ?");
        sql::bindBlob(select, 1, own);
        while (select.executeStep()) {
            auto& use = uses[select.getColumn(1).getString()];
            use.matter = select.getColumn(1).getString();
            const auto times = static_cast<std::uint64_t>(select.getColumn(2).getInt64());
            const auto whose = sql::bytesOf(select.getColumn(0));
            if (whose.empty())
                use.everyones = times;
            if (whose != own)
                continue;
            use.own = times;
            if (times > 0)
                use.last = sql::timeOf(select.getColumn(3));
            use.favourite = select.getColumn(4).getInt() != 0;
        }
        std::vector<MatterUse> all;
        for (auto& [code, use] : uses)
            all.push_back(std::move(use));
        return all;
    });
}

}  // namespace offline
