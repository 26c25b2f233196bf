#include "people/identity_actions.h"

#include "base/encode.h"
#include "base/text.h"
#include "people/identity_store.h"

#include <sodium.h>

namespace people {
namespace {

constexpr std::size_t max_name = 200;

/// A lookup that nobody else will ever have.
std::string lookup_of_nobody() {
    std::string bytes(32, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return base::to_base64url(bytes);
}

std::optional<std::string> sealed_or_none(const IdentityKey& key, std::string_view column,
                                          const std::optional<std::string>& text) {
    if (!text || text->empty()) return std::nullopt;
    return key.seal(column, base::first(*text, max_name));
}

std::optional<std::string> contact_text(const Contact& contact) {
    return contact.empty() ? std::nullopt : std::optional(to_text(contact));
}

/// Seals anew only what differs, so that reading the same author again writes nothing.
bool replace(const IdentityKey& key, std::string_view column, const std::optional<std::string>& now,
             std::optional<std::string>& stored) {
    if (!now || now->empty()) return false;
    if (stored && key.open(column, *stored).value_or("") == *now) return false;
    stored = sealed_or_none(key, column, now);
    return true;
}

base::Result<KnownIdentity> known(db::Tx& tx, const Vault& vault, base::AgencyId agency, const Author& author,
                                  store::IdentityRow row) {
    auto key = identity_key(tx, vault, agency, row.id);
    if (!key) return base::pass(key);
    bool is_changed = replace(*key, name_column, author.name, row.name_sealed);
    is_changed |= replace(*key, handle_column, author.handle, row.handle_sealed);
    is_changed |= replace(*key, contact_column, contact_text(author.contact), row.contact_sealed);
    if (is_changed) store::update_sealed(tx, agency, row);
    return KnownIdentity{.id = row.id, .is_new = false, .key = std::move(*key)};
}

std::unexpected<base::Problem> unknown() {
    return base::fail(base::Kind::not_found, "identity.unknown");
}

base::Result<std::optional<std::string>> opened(const IdentityKey& key, std::string_view column,
                                                const std::optional<std::string>& sealed) {
    if (!sealed) return std::nullopt;
    auto text = key.open(column, *sealed);
    if (!text) return base::pass(text);
    return std::move(*text);
}

} // namespace

base::Result<KnownIdentity> find_or_create(db::Tx& tx, const Vault& vault, base::IdSource& ids,
                                           base::AgencyId agency, const Author& author, base::Time now) {
    const bool is_somebody = !author.network_id.empty();
    const std::string lookup =
        is_somebody ? vault.lookup(agency, author.network, author.network_id) : lookup_of_nobody();
    if (is_somebody)
        if (auto row = store::find_by_lookup(tx, agency, author.network, lookup))
            return known(tx, vault, agency, author, std::move(*row));

    const auto id = ids.next<IdentityId>();
    auto made = vault.make_key(agency, id);
    const store::IdentityRow row{.id = id,
                                 .network = author.network,
                                 .name_sealed = sealed_or_none(made.key, name_column, author.name),
                                 .handle_sealed = sealed_or_none(made.key, handle_column, author.handle),
                                 .contact_sealed =
                                     sealed_or_none(made.key, contact_column, contact_text(author.contact))};
    if (!store::insert(tx, agency, row, lookup, now)) { // somebody else made it just now
        auto other = store::find_by_lookup(tx, agency, author.network, lookup);
        if (!other) return unknown();
        return known(tx, vault, agency, author, std::move(*other));
    }
    store::insert_key(tx, agency, id, made.wrapped);
    return KnownIdentity{.id = id, .is_new = true, .key = std::move(made.key)};
}

base::Result<IdentityKey> identity_key(db::Tx& tx, const Vault& vault, base::AgencyId agency,
                                       IdentityId identity) {
    auto wrapped = store::wrapped_key(tx, agency, identity);
    if (wrapped) return vault.unwrap(agency, identity, *wrapped);
    if (!store::find(tx, agency, identity)) return unknown();
    return base::fail(base::Kind::conflict, "identity.erased");
}

base::Result<std::string> seal(db::Tx& tx, const Vault& vault, base::AgencyId agency, IdentityId identity,
                               std::string_view column, std::string_view text) {
    auto key = identity_key(tx, vault, agency, identity);
    if (!key) return base::pass(key);
    return key->seal(column, text);
}

base::Result<std::string> open(db::Tx& tx, const Vault& vault, base::AgencyId agency, IdentityId identity,
                               std::string_view column, std::string_view sealed) {
    auto key = identity_key(tx, vault, agency, identity);
    if (!key) return base::pass(key);
    return key->open(column, sealed);
}

base::Result<OpenIdentity> open_identity(db::Tx& tx, const Vault& vault, base::AgencyId agency,
                                         IdentityId identity) {
    auto key = identity_key(tx, vault, agency, identity);
    if (!key) return base::pass(key);
    auto row = store::find(tx, agency, identity);
    if (!row) return unknown();
    auto name = opened(*key, name_column, row->name_sealed);
    if (!name) return base::pass(name);
    auto handle = opened(*key, handle_column, row->handle_sealed);
    if (!handle) return base::pass(handle);
    auto contact = opened(*key, contact_column, row->contact_sealed);
    if (!contact) return base::pass(contact);
    OpenIdentity out{.id = identity,
                     .network = std::move(row->network),
                     .name = std::move(*name),
                     .handle = std::move(*handle),
                     .contact = {}};
    if (*contact) {
        auto read = contact_from(**contact);
        if (!read) return base::pass(read);
        out.contact = std::move(*read);
    }
    return out;
}

} // namespace people
