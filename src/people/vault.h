// The vault: every identity has its own data key, wrapped by the master key; without the key row nothing
// sealed for the identity can be opened again. XChaCha20-Poly1305, bound to agency, identity and column.
// Refusals: broken `vault.unreadable` for anything altered or sealed for another place.
#pragma once
#include "base/id.h"
#include "people/vault_key.h"

#include <array>
#include <mutex>

namespace people {

using IdentityId = base::Id<struct IdentityTag>;

/// The data key of one identity, for as long as one piece of work needs it; wiped at the end.
class IdentityKey {
public:
    IdentityKey(const IdentityKey&) = delete;
    IdentityKey& operator=(const IdentityKey&) = delete;
    IdentityKey(IdentityKey&& other) noexcept;
    IdentityKey& operator=(IdentityKey&& other) noexcept;
    ~IdentityKey();

    [[nodiscard]] base::AgencyId agency() const noexcept { return agency_; }
    [[nodiscard]] IdentityId identity() const noexcept { return identity_; }
    /// `column` names the place ("items.words"), and must be the same to open.
    [[nodiscard]] std::string seal(std::string_view column, std::string_view text) const;
    [[nodiscard]] base::Result<std::string> open(std::string_view column, std::string_view sealed) const;

private:
    friend class Vault;
    using Bytes = std::array<unsigned char, SecretKey::size>;
    IdentityKey(base::AgencyId agency, IdentityId identity) : agency_(agency), identity_(identity) {}
    base::AgencyId agency_;
    IdentityId identity_;
    Bytes bytes_{};
};

/// Thread-safe.
class Vault {
public:
    explicit Vault(SecretKey master);
    ~Vault();
    Vault(const Vault&) = delete;
    Vault& operator=(const Vault&) = delete;

    struct NewKey {
        IdentityKey key;
        std::string wrapped; ///< for identity_keys
    };
    [[nodiscard]] NewKey make_key(base::AgencyId agency, IdentityId identity) const;
    /// Opened keys are kept in a small locked cache, only ever used with the row that was read for this call:
    /// a key erased anywhere opens nothing here.
    [[nodiscard]] base::Result<IdentityKey> unwrap(base::AgencyId agency, IdentityId identity,
                                                   std::string_view wrapped) const;
    /// Wipes the cached copy.
    void forget(base::AgencyId agency, IdentityId identity) const;

    /// Keyed hash of an author on a network: finds the identity without storing the network's id.
    [[nodiscard]] std::string lookup(base::AgencyId agency, std::string_view network,
                                     std::string_view network_id) const;

    /// For what belongs to the agency and to no citizen: tokens of its accounts, pushes not yet read. `place`
    /// names the row ("connections.secrets|12"), and must be the same to open.
    [[nodiscard]] std::string seal(base::AgencyId agency, std::string_view place,
                                   std::string_view text) const;
    [[nodiscard]] base::Result<std::string> open(base::AgencyId agency, std::string_view place,
                                                 std::string_view sealed) const;

private:
    class Cache;
    SecretKey wrapping_;
    SecretKey lookup_;
    SecretKey agencies_;
    std::unique_ptr<Cache> cache_;
};

} // namespace people
