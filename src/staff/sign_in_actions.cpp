#include "staff/sign_in_actions.h"

#include "base/text.h"
#include "db/database.h"
#include "staff/audit_actions.h"
#include "staff/lockout.h"
#include "staff/session_store.h"
#include "staff/staff_store.h"

namespace staff {
namespace {

std::unexpected<base::Problem> refused() {
    return base::fail(base::Kind::unauthenticated, "sign_in.refused");
}

std::unexpected<base::Problem> wait_until(base::Time until, base::Time now) {
    auto wait = std::chrono::ceil<std::chrono::seconds>(until - now);
    return std::unexpected(base::Problem{.kind = base::Kind::limited,
                                         .code = "limit.reached",
                                         .field = {},
                                         .detail = {},
                                         .retry_after = wait});
}

/// Where failures of this attempt are counted.
struct Place {
    std::string key;
    bool is_known_device = false;
};

Place place_of(std::string_view salt, const Credentials& credentials) {
    std::string device = known_device(salt, credentials.login, credentials.device);
    const bool is_known = !device.empty();
    return {.key = failures_key(salt, credentials.login,
                                is_known ? "device " + device : "address " + credentials.address),
            .is_known_device = is_known};
}

/// Counts the attempt as failed before the password is looked at, so that many at once are not free. Gives
/// what stood there before.
base::Result<Failures> begin_attempt(db::Tx& tx, base::AgencyId agency, const std::string& key,
                                     base::Time now) {
    Failures before = store::failures(tx, agency, key).value_or(Failures{});
    if (are_forgotten(before, now)) before = {};
    if (base::Time next = next_attempt_at(before); before.count > 0 && now < next)
        return wait_until(next, now);
    store::set_failures(tx, agency, key, {before.count + 1, now});
    return before;
}

/// The attempt was not looked at: it counts for nothing.
void take_back_attempt(db::Tx& tx, base::AgencyId agency, const std::string& key, const Failures& before) {
    if (before.count == 0)
        store::forget_failures(tx, agency, key);
    else
        store::set_failures(tx, agency, key, before);
}

void end_session(db::Tx& tx, base::AgencyId agency, std::string_view secret) {
    if (secret.empty()) return;
    const std::string hash = hash_of_session(secret);
    if (auto old = store::find_session(tx, agency, hash))
        (void)store::delete_session(tx, agency, old->staff, hash);
}

Principal principal_from(base::AgencyId agency, const store::PersonRow& person, std::vector<HeldRole> roles) {
    return {.agency = agency,
            .staff = person.id,
            .name = person.name,
            .roles = std::move(roles),
            .account = std::nullopt};
}

} // namespace

base::Result<SignedIn> sign_in(const Services& services, base::AgencyId agency, const Credentials& given) {
    Credentials credentials = given;
    credentials.login = base::lower_ascii(base::trim(given.login));
    if (credentials.login.empty()) return base::fail_field("login", "field.missing");
    if (credentials.password.empty()) return base::fail_field("password", "field.missing");
    auto directory = services.directories.of(agency);
    if (!directory) return base::pass(directory);
    const std::string& salt = (*directory)->agency().secret_salt;
    const base::Time now = services.now();
    const Place place = place_of(salt, credentials);

    auto before =
        services.database.write([&](db::Tx& tx) { return begin_attempt(tx, agency, place.key, now); });
    if (!before) return base::pass(before);

    auto person = services.database.read(
        [&](db::Tx& tx) { return store::person_by_login(tx, agency, credentials.login); });
    auto matched = person ? services.passwords.verify(person->password_hash, credentials.password)
                          : services.passwords.verify_nobody(credentials.password);
    if (!matched) {
        services.database.write([&](db::Tx& tx) { take_back_attempt(tx, agency, place.key, *before); });
        return base::pass(matched);
    }
    if (!*matched || !person || !person->is_active) {
        services.database.write([&](db::Tx& tx) {
            write_down(tx, services.ids, agency, now,
                       {.kind = "staff.sign_in_failed",
                        .subject_kind = "agency",
                        .subject = agency.value,
                        .by = std::nullopt,
                        .data = {{"attempt", place.key.substr(0, 16)},
                                 {"failures", before->count + 1},
                                 {"known_device", place.is_known_device}}});
        });
        return refused();
    }

    // A hash made for less is made anew while the password is at hand; when both seats are taken, next time.
    std::optional<std::string> rehashed;
    if (services.passwords.is_outdated(person->password_hash))
        if (auto hash = services.passwords.hash(credentials.password)) rehashed = std::move(*hash);

    const std::string secret = make_session_secret(services.random);
    const Session session{.hash = hash_of_session(secret),
                          .staff = person->id,
                          .created_at = now,
                          .seen_at = now,
                          .expires_at = now + session_length};
    auto roles = services.database.write([&](db::Tx& tx) -> base::Result<std::vector<HeldRole>> {
        auto still = store::person_by_id(tx, agency, person->id);
        if (!still || !still->is_active || still->password_hash != person->password_hash) return refused();
        if (rehashed) (void)store::set_password(tx, agency, person->id, *rehashed);
        store::forget_failures(tx, agency, place.key);
        end_session(tx, agency, credentials.old_session);
        store::insert_session(tx, agency, session);
        write_down(tx, services.ids, agency, now,
                   {.kind = "staff.signed_in",
                    .subject_kind = "staff",
                    .subject = person->id.value,
                    .by = person->id,
                    .data = {{"known_device", place.is_known_device}}});
        return store::roles_of(tx, agency, person->id);
    });
    if (!roles) return base::pass(roles);
    return SignedIn{.session = session,
                    .secret = secret,
                    .device = make_device(salt, credentials.login, services.random),
                    .principal = principal_from(agency, *person, std::move(*roles))};
}

void sign_out(const Services& services, base::AgencyId agency, std::string_view secret) {
    if (secret.empty()) return;
    services.database.write([&](db::Tx& tx) {
        auto session = store::find_session(tx, agency, hash_of_session(secret));
        if (!session) return;
        end_session(tx, agency, secret);
        write_down(tx, services.ids, agency, services.now(),
                   {.kind = "staff.signed_out",
                    .subject_kind = "staff",
                    .subject = session->staff.value,
                    .by = session->staff});
    });
}

base::Result<Principal> principal_of_session(const Services& services, base::AgencyId agency,
                                             std::string_view secret) {
    const base::Time now = services.now();
    if (secret.empty()) return base::fail(base::Kind::unauthenticated, "session.missing");
    const std::string hash = hash_of_session(secret);
    bool is_to_touch = false;
    auto principal = services.database.read([&](db::Tx& tx) -> base::Result<Principal> {
        auto session = store::find_session(tx, agency, hash);
        auto person = session && is_alive(*session, now) ? store::person_by_id(tx, agency, session->staff)
                                                         : std::nullopt;
        if (!person || !person->is_active) return base::fail(base::Kind::unauthenticated, "session.missing");
        is_to_touch = needs_touch(*session, now);
        return principal_from(agency, *person, store::roles_of(tx, agency, person->id));
    });
    if (principal && is_to_touch)
        services.database.write([&](db::Tx& tx) { store::touch_session(tx, agency, hash, now); });
    return principal;
}

std::vector<Session> sessions_of(const Services& services, base::AgencyId agency, StaffId staff) {
    auto sessions = services.database.read([&](db::Tx& tx) { return store::sessions_of(tx, agency, staff); });
    std::erase_if(sessions, [now = services.now()](const Session& each) { return !is_alive(each, now); });
    return sessions;
}

base::Result<void> revoke_session(const Services& services, base::AgencyId agency, StaffId staff,
                                  std::string_view hash) {
    return services.database.write([&](db::Tx& tx) -> base::Result<void> {
        if (!store::delete_session(tx, agency, staff, hash))
            return base::fail(base::Kind::not_found, "session.unknown");
        write_down(tx, services.ids, agency, services.now(),
                   {.kind = "session.revoked", .subject_kind = "staff", .subject = staff.value, .by = staff});
        return {};
    });
}

void end_all_sessions(db::Tx& tx, base::AgencyId agency) {
    store::delete_all_sessions(tx, agency);
}

void sweep_sign_ins(const Services& services, base::AgencyId agency) {
    const base::Time now = services.now();
    services.database.write([&](db::Tx& tx) {
        store::delete_dead_sessions(tx, agency, now);
        store::forget_old_failures(tx, agency, now - failures_memory);
    });
}

} // namespace staff
