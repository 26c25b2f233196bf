// For the tests of this room: an agency with a small tree, people, and services over a fresh database.
#pragma once
#include "agency/agency_actions.h"
#include "db/database.h"
#include "staff/services_actions.h"
#include "staff/staff_actions.h"

#include <sodium.h>

namespace staff::testing {

inline std::string random_bytes(std::size_t count) {
    std::string out(count, '\0');
    randombytes_buf(out.data(), out.size());
    return out;
}

struct World {
    explicit World(db::Database& in) : database(in) {
        agency = database
                     .write([&](db::Tx& tx) {
                         agency::Agency made;
                         made.name = "Dinas Bina Marga";
                         made.prefix = "TGP";
                         return agency::create_agency(tx, {.ids = ids, .now = now}, random_bytes, made);
                     })
                     .value()
                     .id;
        root = add_office("Dinas");
        south = add_office("Suku Dinas Selatan", root);
        west = add_office("Suku Dinas Barat", root);
    }

    agency::OfficeId add_office(std::string name, std::optional<agency::OfficeId> parent = {}) {
        return database
            .write([&](db::Tx& tx) {
                return agency::add_office(tx, {.ids = ids, .now = now}, agency,
                                          {.id = {}, .parent = parent, .name = name, .short_name = ""});
            })
            .value()
            .id;
    }
    StaffId add(std::string login, std::string_view password, std::vector<HeldRole> roles = {}) {
        const std::string hash = passwords.hash(password).value();
        return database
            .write([&](db::Tx& tx) {
                return add_person(
                    tx, {.ids = ids, .now = now}, agency,
                    {.login = login, .name = "Petugas " + login, .password_hash = hash, .roles = roles});
            })
            .value()
            .id;
    }
    template <class F> auto change(F&& act) {
        return database.write([&](db::Tx& tx) { return act(tx, StaffChange{.ids = ids, .now = now}); });
    }

    db::Database& database;
    base::Time now = base::time_from_ms(1'779'700'000'000);
    base::IdSource ids{[this] { return now; }, 1};
    Passwords passwords{PasswordCost{.passes = 1, .memory = 8192}};
    agency::Directories directories{database, [this] { return now; }};
    Services services{database, directories, ids, [this] { return now; }, random_bytes, passwords};
    base::AgencyId agency;
    agency::OfficeId root, south, west;
};

} // namespace staff::testing
