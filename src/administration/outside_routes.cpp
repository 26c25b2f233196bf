#include "administration/outside_routes.h"

#include "administration/guard_routes.h"
#include "administration/outside_pages.h"
#include "agency/outside_actions.h"
#include "db/database.h"
#include "referral/outside.h"

namespace administration {
namespace {

using Response = base::Result<http::Response>;

std::vector<agency::OutsideAgency> all_of(const Visit& visit) {
    return visit.services.database.read(
        [&](db::Tx& tx) { return agency::outside_agencies(tx, visit.agency()); });
}

base::Result<agency::OutsideAgency> known(const Visit& visit) {
    auto id = visit.id<agency::OutsideId>("id");
    if (!id) return base::pass(id);
    auto found = visit.services.database.read(
        [&](db::Tx& tx) { return agency::outside_agency(tx, visit.agency(), *id); });
    if (!found) return not_there();
    return std::move(*found);
}

/// What the form says, over what is known; a new key is sealed.
base::Result<agency::OutsideAgency> read(const Visit& visit, const people::Vault& vault,
                                         agency::OutsideAgency out) {
    auto way = base::from_code<agency::OutsideWay>(visit.value("way"), "way");
    if (!way) return base::pass(way);
    auto key = referral::checked_key(visit.form.value("key"));
    if (!key) return base::pass(key);
    // A key belongs to the server it was given for: it never goes to another.
    if (visit.value("address") != out.address) out.key_sealed.clear();
    out.way = *way;
    out.name = visit.value("name");
    out.address = visit.value("address");
    out.jurisdiction = visit.value("jurisdiction");
    out.service_code = visit.value("service_code");
    if (!key->empty()) out.key_sealed = vault.seal(visit.agency(), referral::key_place(out.id), *key);
    return referral::checked(std::move(out));
}

Response add(const Visit& visit, const people::Vault& vault) {
    auto added = [&]() -> base::Result<void> {
        auto outside = read(visit, vault, {.id = visit.services.ids.next<agency::OutsideId>()});
        if (!outside) return base::pass(outside);
        return visit.services.database.write(
            [&](db::Tx& tx) { return agency::add_outside(tx, visit.change(), visit.agency(), *outside); });
    }();
    if (!added)
        return refused(outside_list_page(visit.frame(), all_of(visit), visit.filled(added.error())),
                       added.error());
    return saved(visit, "/meja/atur/instansi-luar");
}

Response change(const Visit& visit, const people::Vault& vault) {
    auto before = known(visit);
    if (!before) return base::pass(before);
    auto changed = [&]() -> base::Result<void> {
        auto outside = read(visit, vault, *before);
        if (!outside) return base::pass(outside);
        outside->is_active = visit.form.fields.has("dipakai");
        return visit.services.database.write(
            [&](db::Tx& tx) { return agency::change_outside(tx, visit.change(), visit.agency(), *outside); });
    }();
    if (!changed)
        return refused(outside_page(visit.frame(), *before, visit.filled(changed.error())), changed.error());
    return saved(visit, html::url<"/meja/atur/instansi-luar/{}">(before->id).str());
}

} // namespace

void add_outside_routes(http::Router& router, const staff::Services& services, const people::Vault& vault) {
    add_get(router, services, "/meja/atur/instansi-luar", Need::whole,
            [](const Visit& visit) { return shown(outside_list_page(visit.frame(), all_of(visit), {})); });
    add_post(router, services, "/meja/atur/instansi-luar", Need::whole,
             [&vault](const Visit& visit) { return add(visit, vault); });
    add_get(router, services, "/meja/atur/instansi-luar/{id}", Need::whole,
            [](const Visit& visit) -> Response {
                auto outside = known(visit);
                if (!outside) return base::pass(outside);
                return shown(outside_page(visit.frame(), *outside, {}));
            });
    add_post(router, services, "/meja/atur/instansi-luar/{id}", Need::whole,
             [&vault](const Visit& visit) { return change(visit, vault); });
}

} // namespace administration
