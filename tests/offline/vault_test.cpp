#include "support/scratch_folder.h"

#include <offline/user_keys.h>
#include <offline/vault.h>

#include <base/durable_file.h>
#include <base/sealed_file.h>

#include <gtest/gtest.h>

#include <map>

namespace {

namespace fs = std::filesystem;

class FakeSecretStore final : public offline::SecretStore
{
  public:
    [[nodiscard]] bool reachable() override { return open; }

    [[nodiscard]] base::Result<std::optional<base::Key>> find(std::string_view id) override
    {
        const auto found = keys.find(std::string(id));
        return found == keys.end() ? std::nullopt : std::optional(found->second);
    }

    [[nodiscard]] base::Status keep(std::string_view id, const base::Key& key) override
    {
        keys[std::string(id)] = key;
        return {};
    }

    [[nodiscard]] base::Status forget(std::string_view id) override
    {
        keys.erase(std::string(id));
        return {};
    }

    bool open = true;
    std::map<std::string, base::Key> keys;
};

class VaultTest : public testing::Test
{
  protected:
    ScratchFolder scratch;
    offline::DataFolder folder = offline::DataFolder::open(scratch / "data").value();
};

}  // namespace

TEST_F(VaultTest, OpensAgainWhatItSealed)
{
    const auto sealed = offline::Vault::open(folder, {})->sealRow("text", "cases:1");
    const auto again = offline::Vault::open(folder, {});
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(again->openRow(sealed, "cases:1").value(), "text");
    EXPECT_EQ(again->openRow(sealed, "cases:2").error().code, base::ErrorCode::Damaged);
}

TEST_F(VaultTest, KeepsItsKeyInAFileOnlyForItsOwnerWhenThereIsNoSecretStore)
{
    const auto vault = offline::Vault::open(folder, {});
    EXPECT_EQ(vault->keyPlace(), offline::KeyPlace::File);
    EXPECT_EQ(vault->keyStrength(), offline::KeyStrength::Weak);
    EXPECT_EQ(fs::status(folder.keys() / "workstation.key").permissions(),
              fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(VaultTest, KeepsItsKeyInTheSecretStoreWhenThatIsReachable)
{
    FakeSecretStore secrets;
    const auto vault = offline::Vault::open(folder, {&secrets, {}});
    EXPECT_EQ(vault->keyStrength(), offline::KeyStrength::Strong);
    EXPECT_FALSE(fs::exists(folder.keys() / "workstation.key"));
    EXPECT_TRUE(offline::Vault::open(folder, {&secrets, {}}).has_value());
    secrets.open = false;
    EXPECT_EQ(offline::Vault::open(folder, {&secrets, {}}).error().code, base::ErrorCode::LoginNeeded);
    EXPECT_EQ(offline::Vault::open(folder, {}).error().code, base::ErrorCode::LoginNeeded);
}

TEST_F(VaultTest, AsksNoBusThatDoesNotAnswer)
{
    offline::DesktopSecretStore none("");
    EXPECT_FALSE(none.reachable());
    offline::DesktopSecretStore dead("unix:path=/nonexistent/bus");
    EXPECT_FALSE(dead.reachable());
}

TEST_F(VaultTest, IsNeverMadeAnewOverData)
{
    ASSERT_TRUE(offline::Vault::open(folder, {}).has_value());
    ASSERT_TRUE(base::writeDurably(folder.database(), "x").has_value());
    fs::remove(folder.keys() / "vault.json");
    EXPECT_EQ(offline::Vault::open(folder, {}).error().code, base::ErrorCode::Damaged);
    EXPECT_FALSE(fs::exists(folder.keys() / "vault.json"));
}

TEST_F(VaultTest, SaysWhenItsKeyIsGone)
{
    ASSERT_TRUE(offline::Vault::open(folder, {}).has_value());
    fs::remove(folder.keys() / "workstation.key");
    EXPECT_EQ(offline::Vault::open(folder, {}).error().code, base::ErrorCode::Damaged);
    EXPECT_FALSE(fs::exists(folder.keys() / "workstation.key"));
}

TEST_F(VaultTest, IsLockedWithAPassphraseWithoutTouchingWhatItProtects)
{
    auto vault = offline::Vault::open(folder, {}).value();
    const auto sealed = vault.sealRow("text", "c");
    ASSERT_TRUE(vault.lockWithPassphrase("一窗受理", nullptr).has_value());
    EXPECT_FALSE(fs::exists(folder.keys() / "workstation.key"));
    EXPECT_EQ(offline::Vault::open(folder, {}).error().code, base::ErrorCode::LoginNeeded);
    EXPECT_EQ(offline::Vault::open(folder, {nullptr, "wrong"}).error().code, base::ErrorCode::LoginNeeded);
    const auto opened = offline::Vault::open(folder, {nullptr, "一窗受理"});
    ASSERT_TRUE(opened.has_value());
    EXPECT_EQ(opened->openRow(sealed, "c").value(), "text");
}

TEST_F(VaultTest, ReadsWithOldDataKeysAndWritesWithTheNewest)
{
    auto vault = offline::Vault::open(folder, {}).value();
    const auto old = vault.sealRow("old", "c");
    const auto batch = base::BatchId::make(base::Timestamp());
    const auto oldBatchKey = vault.batchKey(batch);
    ASSERT_TRUE(vault.addDataKey().has_value());
    const auto rotated = offline::Vault::open(folder, {}).value();
    EXPECT_EQ(rotated.openRow(old, "c").value(), "old");
    EXPECT_EQ(vault.openRow(rotated.sealRow("new", "c"), "c").error().code, base::ErrorCode::Damaged);
    EXPECT_EQ(rotated.fileKey(oldBatchKey.keyId()).value(), oldBatchKey);
    EXPECT_EQ(rotated.lookupKey(), vault.lookupKey());
}

TEST_F(VaultTest, FindsTheKeyOfAnyBatchFromTheFileAlone)
{
    const auto vault = offline::Vault::open(folder, {}).value();
    const auto batch = base::BatchId::make(base::Timestamp());
    const auto file = folder.spool() / "0001.page";
    auto writer = base::SealedFileWriter::create(file, vault.batchKey(batch)).value();
    ASSERT_TRUE(writer.finish().has_value());
    EXPECT_EQ(vault.keyOfFile(file).value(), vault.batchKey(batch));
    EXPECT_EQ(vault.fileKey(base::Key::random().keyId()).error().code, base::ErrorCode::Damaged);
}

TEST_F(VaultTest, KeepsWhatALaterProgramWroteIntoItsHeader)
{
    auto vault = offline::Vault::open(folder, {}).value();
    const auto file = folder.keys() / "vault.json";
    auto text = base::readFile(file).value();
    text.replace(text.find('{'), 1, "{\"later\": 1,");
    ASSERT_TRUE(base::writeDurably(file, text).has_value());
    ASSERT_TRUE(vault.addDataKey().has_value());
    EXPECT_NE(base::readFile(file)->find("\"later\""), std::string::npos);
}

TEST_F(VaultTest, RefusesAlgorithmsItDoesNotKnow)
{
    ASSERT_TRUE(offline::Vault::open(folder, {}).has_value());
    const auto file = folder.keys() / "vault.json";
    auto text = base::readFile(file).value();
    text.replace(text.find("xchacha20-poly1305"), 18, "sm4-gcm");
    ASSERT_TRUE(base::writeDurably(file, text).has_value());
    EXPECT_EQ(offline::Vault::open(folder, {}).error().code, base::ErrorCode::Damaged);
}

TEST_F(VaultTest, UnlocksAUsersKeyWithoutALine)
{
    const auto vault = offline::Vault::open(folder, {}).value();
    offline::UserKeys keys(folder, vault);
    const offline::UserKey key{"clerk", base::SigningKey::generate(), "profile"};
    EXPECT_EQ(keys.unlock("clerk", "secret").error().code, base::ErrorCode::NotFound);
    ASSERT_TRUE(keys.keep(key, "secret").has_value());
    const auto unlocked = keys.unlock("clerk", "secret");
    ASSERT_TRUE(unlocked.has_value());
    EXPECT_EQ(unlocked->key.publicKey(), key.key.publicKey());
    EXPECT_EQ(unlocked->profile, key.profile);
    EXPECT_EQ(keys.unlock("clerk", "Secret").error().code, base::ErrorCode::LoginNeeded);
}

TEST_F(VaultTest, DoesNotOpenAUsersKeyCopiedToAnotherWorkstation)
{
    const auto vault = offline::Vault::open(folder, {}).value();
    ASSERT_TRUE(offline::UserKeys(folder, vault)
                    .keep({"clerk", base::SigningKey::generate(), "{}"}, "secret")
                    .has_value());
    const auto other = offline::DataFolder::open(scratch / "other").value();
    const auto otherVault = offline::Vault::open(other, {}).value();
    offline::UserKeys thief(other, otherVault);
    ASSERT_TRUE(thief.keep({"clerk", base::SigningKey::generate(), "{}"}, "x").has_value());
    const auto mine = fs::directory_iterator(folder.userKeys())->path();
    const auto theirs = fs::directory_iterator(other.userKeys())->path();
    fs::copy_file(mine, theirs, fs::copy_options::overwrite_existing);
    EXPECT_EQ(thief.unlock("clerk", "secret").error().code, base::ErrorCode::Damaged);
}
