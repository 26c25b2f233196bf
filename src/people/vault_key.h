// The master key: a file of 32 bytes in base64url outside the database and never in a backup.
// broken `vault.key_missing`, `vault.key_mode`, `vault.key_owner`, `vault.key_link`, `vault.key_broken`,
// `vault.key_exists`: the detail says what to do, for the person at the command line.
#pragma once
#include "base/random.h"
#include "base/result.h"

#include <filesystem>
#include <memory>

namespace people {

/// 32 bytes in locked memory, wiped at the end.
class SecretKey {
public:
    SecretKey();
    [[nodiscard]] unsigned char* bytes() noexcept { return bytes_.get(); }
    [[nodiscard]] const unsigned char* bytes() const noexcept { return bytes_.get(); }
    static constexpr std::size_t size = 32;

private:
    struct Wipe {
        void operator()(unsigned char* bytes) const noexcept;
    };
    std::unique_ptr<unsigned char, Wipe> bytes_;
};

/// Refuses links, other people's files, files that group or others may touch, and wrong sizes.
[[nodiscard]] base::Result<SecretKey> read_vault_key(const std::filesystem::path& file);
/// At set-up only: a new file with mode 0600, written to disk before it returns. Never replaces one.
[[nodiscard]] base::Result<SecretKey> make_vault_key(const std::filesystem::path& file,
                                                     const base::Random& random);

} // namespace people
