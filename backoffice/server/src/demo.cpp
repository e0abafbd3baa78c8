#include <server/demo.h>

#include "sample_catalogue.h"

#include <base/durable_file.h>
#include <server/account_store.h>
#include <server/audit_store.h>
#include <server/certificate.h>
#include <server/office_keys.h>
#include <server/password.h>
#include <server/settings.h>

#include <nlohmann/json.hpp>

#include <array>
#include <system_error>

namespace server {

namespace {

constexpr auto Division = "330399";
constexpr auto Hall = "测试区政务服务中心";
constexpr auto Telephone = "0000-0000000";
constexpr auto ComplaintTelephone = "12345";
constexpr auto ServerName = "onewindow-330399";

struct DemoUser {
    const char* name;
    const char* displayName;
    forms::Role role;
};

constexpr std::array DemoUsers{
    DemoUser{"clerk", "窗口人员", forms::Role::Clerk},
    DemoUser{"agent", "村级代办员", forms::Role::Agent},
    DemoUser{"reviewer", "审核人员", forms::Role::Reviewer},
    DemoUser{"approver", "审批人员", forms::Role::Approver},
    DemoUser{"certifier", "制证人员", forms::Role::Certifier},
    DemoUser{"supervisor", "监督人员", forms::Role::Supervisor},
    DemoUser{"admin", "系统管理员", forms::Role::Admin},
};

/// What an attempt that was cut off left behind.
base::Status clear(const std::filesystem::path& folder)
{
    std::error_code failure;
    for (const auto* name :
         {"backoffice.db", "backoffice.db-wal", "backoffice.db-shm", "demo-users.json", "keys", "ca.pem"})
    {
        std::filesystem::remove_all(folder / name, failure);
        if (failure)
            return base::fail(base::ErrorCode::Failed,
                              "{file} cannot be removed: {reason}",
                              {{"file", name}, {"reason", failure.message()}});
    }
    return {};
}

base::Status writeSecrets(const std::filesystem::path& folder, const OfficeKeys& keys, base::Timestamp now)
{
    if (auto made = base::makeFolder(folder / "keys"); !made)
        return made;
    if (auto written = keys.write(folder / "keys"); !written)
        return written;
    const auto certificate = Certificate::makeSelfSigned(now);
    if (!certificate)
        return base::passOn(certificate);
    if (auto written = base::writeDurably(folder / "keys" / "tls.key", certificate->key); !written)
        return written;
    return base::writeDurably(folder / "ca.pem", certificate->certificate);
}

base::Status addUsers(const std::filesystem::path& folder, Transaction& transaction)
{
    nlohmann::ordered_json passwords;
    for (const auto& user : DemoUsers) {
        const auto password = randomPassword();
        const auto hash = hashPassword(password);
        if (!hash)
            return base::fail(base::ErrorCode::NoSpace, "There is not enough memory to hash a password.");
        AccountStore(transaction).add({user.name, user.displayName, {user.role}, Division, *hash});
        passwords[user.name] = password;
    }
    return base::writeDurably(folder / "demo-users.json", passwords.dump(2) + "\n");
}

}  // namespace

base::Status makeDemo(const std::filesystem::path& folder, const base::Clock& clock)
{
    std::error_code ignored;
    if (std::filesystem::exists(folder / "config.json", ignored))
        return base::fail(base::ErrorCode::Conflict,
                          "There is a back office in {folder} already.",
                          {{"folder", folder.string()}});
    if (auto made = base::makeFolder(std::filesystem::absolute(folder)); !made)
        return made;
    if (auto cleared = clear(folder); !cleared)
        return cleared;
    const auto now = clock.now();
    const auto keys = OfficeKeys::generate();
    if (auto written = writeSecrets(folder, keys, now); !written)
        return written;
    if (auto made = base::makeFolder(std::filesystem::absolute(folder / "pages")); !made)
        return made;
    auto database = Database::open(folder / "backoffice.db");
    if (!database)
        return base::passOn(database);
    const auto filled = (*database)->write([&](Transaction& transaction) -> base::Status {
        if (auto added = addUsers(folder, transaction); !added)
            return added;
        AuditStore(transaction).add(now, "program", "init demo");
        return addSampleCatalogue(transaction, Division, keys.catalogue, now);
    });
    if (!filled)
        return filled;
    Settings settings;
    settings.division = Division;
    settings.hall = Hall;
    settings.telephone = Telephone;
    settings.complaintTelephone = ComplaintTelephone;
    settings.server = ServerName;
    return writeSettings(folder / "config.json", settings);
}

}  // namespace server
