// Finding, sealing for, viewing and erasing identities. Inside the caller's unit of work unless said
// otherwise. Refusals: not_found `identity.unknown`, conflict `identity.erased`, forbidden
// `office.not_yours`, broken `vault.unreadable`.
#pragma once
#include "people/identity.h"
#include "people/view.h"
#include "staff/principal.h"

namespace db {
class Database;
class Tx;
} // namespace db

namespace people {

struct KnownIdentity {
    IdentityId id;
    bool is_new = false;
    IdentityKey key; ///< to seal the words that came with the author
};

/// The identity of the author, made with its key when it is new. Names and contacts that came along replace
/// the sealed ones only where they differ. An erased author who comes back is somebody new.
[[nodiscard]] base::Result<KnownIdentity> find_or_create(db::Tx& tx, const Vault& vault, base::IdSource& ids,
                                                         base::AgencyId agency, const Author& author,
                                                         base::Time now);

/// The key with which words of the identity are sealed and opened; `identity.erased` after erasure.
[[nodiscard]] base::Result<IdentityKey> identity_key(db::Tx& tx, const Vault& vault, base::AgencyId agency,
                                                     IdentityId identity);
[[nodiscard]] base::Result<std::string> seal(db::Tx& tx, const Vault& vault, base::AgencyId agency,
                                             IdentityId identity, std::string_view column,
                                             std::string_view text);
[[nodiscard]] base::Result<std::string> open(db::Tx& tx, const Vault& vault, base::AgencyId agency,
                                             IdentityId identity, std::string_view column,
                                             std::string_view sealed);

/// Without any right asked and without an event: for answers that the server itself sends.
[[nodiscard]] base::Result<OpenIdentity> open_identity(db::Tx& tx, const Vault& vault, base::AgencyId agency,
                                                       IdentityId identity);

struct ViewRequest {
    IdentityId identity;
    agency::OfficeId office; ///< that has the case
    Openness openness = Openness::sealed;
    std::string reason; ///< kept in the event; field.missing when empty
    std::int64_t case_id = 0;
};
/// For a person's eyes: checks the right, and writes `identity.viewed` before it gives anything.
[[nodiscard]] base::Result<OpenIdentity> view_identity(db::Tx& tx, const Vault& vault, base::IdSource& ids,
                                                       const staff::Principal& viewer,
                                                       const agency::Directory& directory,
                                                       const ViewRequest& request, base::Time now);

/// Destroys the key: names, contacts and words of the identity can never be opened again. Writes
/// `identity.erased`. `staff` is empty when the person's own request is carried out by the server.
[[nodiscard]] base::Result<void> erase_identity(db::Tx& tx, const Vault& vault, base::IdSource& ids,
                                                base::AgencyId agency, IdentityId identity,
                                                std::optional<staff::StaffId> by, base::Time now);

/// Opens the vault of a data folder. Makes the key file only while no database row needs the old one: with
/// identities stored and no file it refuses. Runs its own read.
[[nodiscard]] base::Result<std::unique_ptr<Vault>>
open_vault(const std::filesystem::path& key_file, db::Database& database, const base::Random& random);

/// Whether the master key opens what it has sealed, tried on the newest identity; `vault.unreadable` when it
/// is that of another installation.
[[nodiscard]] base::Result<void> check_key(db::Tx& tx, const Vault& vault, base::AgencyId agency);

} // namespace people
