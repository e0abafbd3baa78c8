#pragma once

#include <base/clock.h>
#include <base/result.h>
#include <server/change_bell.h>
#include <server/database.h>
#include <server/guide_shelf.h>
#include <server/login_guard.h>
#include <server/metrics.h>
#include <server/office_keys.h>
#include <server/page_store.h>
#include <server/settings.h>

#include <filesystem>
#include <memory>
#include <semaphore>

namespace server {

/// Everything a back office consists of, made once per process and lent to the endpoints. Each member is safe to use
/// from several threads.
struct BackOffice {
    /// Opens DIR as `init` made it. Error NotFound says to run it first.
    [[nodiscard]] static base::Result<std::unique_ptr<BackOffice>> open(const std::filesystem::path& folder,
                                                                        const base::Clock& clock);

    BackOffice(Settings settings,
               OfficeKeys keys,
               std::unique_ptr<Database> database,
               std::filesystem::path folder,
               const base::Clock& clock);

    Settings settings;
    OfficeKeys keys;
    std::unique_ptr<Database> database;
    PageFolder pages;
    const base::Clock& clock;
    GuideShelf guides;
    LoginGuard logins;
    ChangeBell changes;
    Metrics metrics;
    std::counting_semaphore<16> passwordChecks{2};  ///< each takes 64 MiB

  private:
    base::Status reckonAnew();
};

}  // namespace server
