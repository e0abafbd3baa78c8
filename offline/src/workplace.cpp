#include <offline/workplace.h>

namespace offline {

struct Workplace::Stores {
    Stores(const DataFolder& where, const Vault& keys, const base::Clock& time, Database opened)
        : folder(where)
        , vault(keys)
        , clock(time)
        , database(std::move(opened))
    {}

    const DataFolder& folder;
    const Vault& vault;
    const base::Clock& clock;
    Database database;
    CatalogueStore catalogue{database, clock};
    MatterUseStore matterUse{database, vault};
    CaseStore cases{database, vault, catalogue, clock};
    PageStore pages{database, folder, vault, clock};
    PaperStore papers{database, vault};
    Spool spool{database, folder, vault, clock};
    OutboxStore outbox{database, vault, clock};
    InboxStore inbox{database, vault};
    SessionStore sessions{database, vault};
    AuditLog audit{database, vault, clock};
    UserKeys userKeys{folder, vault};
};

Workplace::Workplace(std::unique_ptr<Stores> stores)
    : m_stores(std::move(stores))
{}

Workplace::~Workplace() = default;
Workplace::Workplace(Workplace&&) noexcept = default;
Workplace& Workplace::operator=(Workplace&&) noexcept = default;

base::Result<Workplace> Workplace::open(const DataFolder& folder,
                                        const Vault& vault,
                                        const base::Clock& clock)
{
    auto database = Database::open(folder, clock);
    if (!database)
        return base::passOn(database);
    Workplace workplace(std::make_unique<Stores>(folder, vault, clock, std::move(*database)));
    if (workplace.database().salvage())
        if (auto adopted = workplace.pages().adoptOrphans(); !adopted)
            return base::passOn(adopted);
    return workplace;
}

const DataFolder& Workplace::folder() const
{
    return m_stores->folder;
}

const Vault& Workplace::vault() const
{
    return m_stores->vault;
}

const base::Clock& Workplace::clock() const
{
    return m_stores->clock;
}

Database& Workplace::database()
{
    return m_stores->database;
}

CatalogueStore& Workplace::catalogue()
{
    return m_stores->catalogue;
}

MatterUseStore& Workplace::matterUse()
{
    return m_stores->matterUse;
}

CaseStore& Workplace::cases()
{
    return m_stores->cases;
}

PageStore& Workplace::pages()
{
    return m_stores->pages;
}

PaperStore& Workplace::papers()
{
    return m_stores->papers;
}

Spool& Workplace::spool()
{
    return m_stores->spool;
}

OutboxStore& Workplace::outbox()
{
    return m_stores->outbox;
}

InboxStore& Workplace::inbox()
{
    return m_stores->inbox;
}

SessionStore& Workplace::sessions()
{
    return m_stores->sessions;
}

AuditLog& Workplace::audit()
{
    return m_stores->audit;
}

UserKeys& Workplace::userKeys()
{
    return m_stores->userKeys;
}

}  // namespace offline
