#include "people/vault_key.h"

#include <gtest/gtest.h>
#include <sodium.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace people {
namespace {

namespace fs = std::filesystem;

std::string random_bytes(std::size_t count) {
    std::string out(count, '\0');
    randombytes_buf(out.data(), out.size());
    return out;
}

class VaultKey : public ::testing::Test {
protected:
    void SetUp() override {
        std::string name = (fs::temp_directory_path() / "tanggap-vault-XXXXXX").string();
        ASSERT_TRUE(::mkdtemp(name.data()));
        folder_ = name;
    }
    void TearDown() override { fs::remove_all(folder_); }
    [[nodiscard]] fs::path file() const { return folder_ / "vault.key"; }
    void write(const fs::path& path, std::string_view text, mode_t mode = 0600) const {
        std::ofstream(path, std::ios::binary) << text;
        ASSERT_EQ(::chmod(path.c_str(), mode), 0);
    }
    [[nodiscard]] std::string problem() const {
        auto key = read_vault_key(file());
        return key ? "" : key.error().code;
    }

private:
    fs::path folder_;
};

const std::string good = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"; // bytes 0 to 31

TEST_F(VaultKey, is_made_once_for_its_owner_alone_and_read_back) {
    auto made = make_vault_key(file(), random_bytes);
    ASSERT_TRUE(made) << made.error().detail;
    struct stat is{};
    ASSERT_EQ(::stat(file().c_str(), &is), 0);
    EXPECT_EQ(is.st_mode & 07777, 0600u);
    auto read = read_vault_key(file());
    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_EQ(std::memcmp(made->bytes(), read->bytes(), SecretKey::size), 0);

    auto again = make_vault_key(file(), random_bytes);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, "vault.key_exists");
    auto unchanged = read_vault_key(file());
    ASSERT_TRUE(unchanged);
    EXPECT_EQ(std::memcmp(made->bytes(), unchanged->bytes(), SecretKey::size), 0);
}

TEST_F(VaultKey, reads_base64url_with_or_without_a_line_end) {
    for (const char* end : {"", "\n", "\r\n"}) {
        write(file(), good + end);
        auto key = read_vault_key(file());
        ASSERT_TRUE(key);
        for (unsigned char i = 0; i < SecretKey::size; ++i)
            EXPECT_EQ(key->bytes()[i], i);
    }
}

TEST_F(VaultKey, refuses_a_file_that_others_may_touch_and_names_the_command) {
    struct {
        mode_t mode;
        bool is_read;
    } const table[] = {{0600, true},  {0400, true},  {0700, true},  {0640, false},
                       {0620, false}, {0610, false}, {0604, false}, {0602, false},
                       {0601, false}, {0644, false}, {0666, false}, {0777, false}};
    for (const auto& row : table) {
        write(file(), good, row.mode);
        auto key = read_vault_key(file());
        EXPECT_EQ(key.has_value(), row.is_read) << std::oct << row.mode;
        if (key) continue;
        EXPECT_EQ(key.error().code, "vault.key_mode");
        EXPECT_NE(key.error().detail.find("chmod 600 " + file().string()), std::string::npos);
    }
}

TEST_F(VaultKey, refuses_what_is_not_a_key_of_32_bytes) {
    const std::string wrong[] = {"",
                                 "\n",
                                 good.substr(1),
                                 good + "A",
                                 good.substr(0, 42) + "+",
                                 good + "\n" + good,
                                 std::string(32, '\0'),
                                 std::string(100'000, 'A')};
    for (const auto& text : wrong) {
        write(file(), text);
        EXPECT_EQ(problem(), "vault.key_broken") << text.substr(0, 60);
    }
}

TEST_F(VaultKey, says_when_it_is_missing) {
    EXPECT_EQ(problem(), "vault.key_missing");
}

TEST_F(VaultKey, refuses_links_folders_and_pipes) {
    write(file().string() + ".real", good);
    fs::create_symlink(file().string() + ".real", file());
    EXPECT_EQ(problem(), "vault.key_link");
    EXPECT_FALSE(make_vault_key(file(), random_bytes));
    fs::remove(file());
    fs::create_directory(file());
    ::chmod(file().c_str(), 0700);
    EXPECT_EQ(problem(), "vault.key_link");
    fs::remove(file());
    ASSERT_EQ(::mkfifo(file().c_str(), 0600), 0);
    EXPECT_EQ(problem(), "vault.key_link");
}

TEST_F(VaultKey, refuses_a_file_of_somebody_else) {
    if (::geteuid() != 0) GTEST_SKIP() << "only root can give a file away";
    write(file(), good);
    ASSERT_EQ(::chown(file().c_str(), 65534, 65534), 0);
    auto key = read_vault_key(file());
    ASSERT_FALSE(key);
    EXPECT_EQ(key.error().code, "vault.key_owner");
    EXPECT_NE(key.error().detail.find("chown"), std::string::npos);
}

} // namespace
} // namespace people
