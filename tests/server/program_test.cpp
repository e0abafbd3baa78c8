#include "https_client.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <thread>

namespace server_tests {

namespace {

namespace fs = std::filesystem;

TEST(Program, MakesADemoOfficeWithSecretsOnlyItsOwnerReads)
{
    const RunningOffice office;
    for (const auto* name :
         {"demo-users.json", "keys/tls.key", "keys/receipt.key", "keys/catalogue.key", "keys/pages.key"})
        EXPECT_EQ(fs::status(office.folder() / name).permissions(),
                  fs::perms::owner_read | fs::perms::owner_write)
            << name;
    EXPECT_TRUE(fs::exists(office.folder() / "ca.pem"));
    for (const auto* user : {"clerk", "agent", "reviewer", "approver", "certifier", "supervisor", "admin"})
        EXPECT_GE(office.passwordOf(user).size(), 16U);
}

TEST(Program, DoesNotMakeAnOfficeWhereOneIs)
{
    const RunningOffice office;
    const auto before = office.passwordOf("clerk");
    EXPECT_EQ(runProgram({"init", "--data", office.folder().string(), "--demo"}), 1);
    EXPECT_EQ(office.passwordOf("clerk"), before);
}

TEST(Program, MakesTheOfficeAnewWhenTheFirstTryWasCutOff)
{
    RunningOffice office;
    fs::remove(office.folder() / "config.json");
    EXPECT_EQ(runProgram({"init", "--data", office.folder().string(), "--demo"}), 0);
    office.start();
    HttpsClient client(office);
    client.login("clerk");
    EXPECT_FALSE(client.token().empty());
}

TEST(Program, SaysUsageWithExitTwo)
{
    EXPECT_EQ(runProgram({"serve"}), 2);
    EXPECT_EQ(runProgram({"init", "--data", "/nowhere"}), 2);
    EXPECT_EQ(runProgram({"dance"}), 2);
    EXPECT_EQ(runProgram({"serve", "--data", "x", "--listen", "127.0.0.1:0", "--colour", "red"}), 2);
}

TEST(Program, FailsWithoutAnOfficeToServe)
{
    EXPECT_EQ(runProgram({"serve", "--data", "/nonexistent-onewindow", "--listen", "127.0.0.1:0"}), 1);
}

TEST(Program, StopsCleanlyAndServesTheSameAgain)
{
    RunningOffice office;
    office.start();
    HttpsClient client(office);
    client.login("clerk");
    EXPECT_EQ(office.stop(), 0);
    office.start();
    EXPECT_EQ(client.get("/v1/catalogue").status, 200);  // the session outlived the process
}

TEST(Program, StopsWhileSomebodyWaitsForChanges)
{
    RunningOffice office;
    office.start();
    HttpsClient client(office);
    client.login("reviewer");
    std::thread waiting([&] { static_cast<void>(client.get("/v1/changes?wait=25")); });
    const auto begun = std::chrono::steady_clock::now();
    EXPECT_EQ(office.stop(), 0);
    waiting.join();
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(10));
}

}  // namespace

}  // namespace server_tests
