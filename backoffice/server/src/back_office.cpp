#include <server/back_office.h>

#include "log.h"

#include <server/case_store.h>
#include <server/release_reckoning.h>

namespace server {

BackOffice::BackOffice(Settings theSettings,
                       OfficeKeys theKeys,
                       std::unique_ptr<Database> theDatabase,
                       std::filesystem::path folder,
                       const base::Clock& theClock)
    : settings(std::move(theSettings))
    , keys(std::move(theKeys))
    , database(std::move(theDatabase))
    , pages(folder / "pages", keys.pages)
    , clock(theClock)
    , guides(*database)
    , logins(settings.limits)
    , changes(settings.limits.waiters)
{}

/// Cases whose columns an older version wrote, or another release, are put right before anything is told.
base::Status BackOffice::reckonAnew()
{
    const auto now = clock.now();
    return database->write([&](Transaction& transaction) -> base::Status {
        for (const auto& division : CaseStore(transaction).divisions()) {
            const auto rules = guides.rules(transaction, division);
            if (!rules)
                return base::passOn(rules);
            logDamaged(now, server::reckonAnew(transaction, division, **rules, now));
        }
        return {};
    });
}

base::Result<std::unique_ptr<BackOffice>> BackOffice::open(const std::filesystem::path& folder,
                                                           const base::Clock& clock)
{
    auto settings = readSettings(folder / "config.json");
    if (!settings && settings.error().code == base::ErrorCode::NotFound)
        return base::fail(base::ErrorCode::NotFound,
                          "There is no back office in {folder}: make one with onewindow-backoffice init.",
                          {{"folder", folder.string()}});
    if (!settings)
        return base::passOn(settings);
    auto keys = OfficeKeys::read(folder / "keys");
    if (!keys)
        return base::passOn(keys);
    auto database = Database::open(folder / "backoffice.db");
    if (!database)
        return base::passOn(database);
    auto office = std::make_unique<BackOffice>(
        std::move(*settings), std::move(*keys), std::move(*database), folder, clock);
    office->pages.removeLeftovers();
    if (auto reckoned = office->reckonAnew(); !reckoned)
        return base::passOn(reckoned);
    return office;
}

}  // namespace server
