// Viewing, erasing, and opening the vault: what people do with it.
#include "base/text.h"
#include "db/database.h"
#include "people/identity_actions.h"
#include "people/identity_store.h"
#include "people/view.h"
#include "staff/audit_actions.h"

namespace people {
namespace {
constexpr std::size_t max_reason = 500;
}

base::Result<OpenIdentity> view_identity(db::Tx& tx, const Vault& vault, base::IdSource& ids,
                                         const staff::Principal& viewer, const agency::Directory& directory,
                                         const ViewRequest& request, base::Time now) {
    if (auto right = may_view(viewer, directory, request.openness, request.office); !right)
        return base::pass(right);
    auto reason = base::clean(request.reason, max_reason, "reason");
    if (!reason) return base::pass(reason);
    if (reason->empty()) return base::fail_field("reason", "field.missing");
    auto identity = open_identity(tx, vault, viewer.agency, request.identity);
    if (!identity) return identity;
    base::json::Object data{{"reason", *reason}, {"openness", base::code_of(request.openness)}};
    if (request.case_id != 0) data["case"] = std::to_string(request.case_id);
    staff::write_down(tx, ids, viewer.agency, now,
                      {.kind = "identity.viewed",
                       .subject_kind = "identity",
                       .subject = request.identity.value,
                       .by = viewer.staff,
                       .data = std::move(data)});
    return identity;
}

base::Result<void> erase_identity(db::Tx& tx, const Vault& vault, base::IdSource& ids, base::AgencyId agency,
                                  IdentityId identity, std::optional<staff::StaffId> by, base::Time now) {
    if (!store::delete_key(tx, agency, identity)) {
        if (!store::find(tx, agency, identity)) return base::fail(base::Kind::not_found, "identity.unknown");
        return base::fail(base::Kind::conflict, "identity.erased");
    }
    store::blank(tx, agency, identity);
    vault.forget(agency, identity);
    staff::write_down(
        tx, ids, agency, now,
        {.kind = "identity.erased", .subject_kind = "identity", .subject = identity.value, .by = by});
    return {};
}

base::Result<void> check_key(db::Tx& tx, const Vault& vault, base::AgencyId agency) {
    const auto newest = store::newest_with_key(tx, agency);
    if (!newest) return {};
    auto key = identity_key(tx, vault, agency, *newest);
    if (!key) return base::pass(key);
    return {};
}

base::Result<std::unique_ptr<Vault>> open_vault(const std::filesystem::path& key_file, db::Database& database,
                                                const base::Random& random) {
    auto key = read_vault_key(key_file);
    if (!key && key.error().code == "vault.key_missing" &&
        !database.read([](db::Tx& tx) { return store::has_keys(tx); }))
        key = make_vault_key(key_file, random);
    if (!key) return base::pass(key);
    return std::make_unique<Vault>(std::move(*key));
}

} // namespace people
