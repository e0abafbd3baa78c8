#include <server/counter_store.h>

#include <server/fields.h>

namespace server {

std::int64_t CounterStore::next(const std::string& name)
{
    if (m_transaction.run("UPDATE counters SET value = value + 1 WHERE name = $1", {name}) == 0) {
        m_transaction.run("INSERT INTO counters (name, value) VALUES ($1, 1)", {name});
        return 1;
    }
    return last(name);
}

std::int64_t CounterStore::last(const std::string& name)
{
    const auto row = m_transaction.row("SELECT CAST(value AS TEXT) FROM counters WHERE name = $1", {name});
    return row ? Fields(*row, "counters", name).number(0) : 0;
}

}  // namespace server
