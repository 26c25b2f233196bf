#include "events/event_actions.h"
#include "staff/sign_in_actions.h"
#include "staff/token_actions.h"
#include "staff_world.h"
#include "world.h"

namespace staff {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr const char* password = "kuda terbang merah";

class SignIn : public db::testing::OnEachEngine {
protected:
    testing::World& world() {
        if (!world_) world_ = std::make_unique<testing::World>(database());
        return *world_;
    }
    base::Result<SignedIn> try_in(std::string login, std::string given, std::string address = "203.0.113.7",
                                  std::string device = "") {
        return sign_in(world().services, world().agency,
                       {.login = std::move(login),
                        .password = std::move(given),
                        .address = std::move(address),
                        .device = std::move(device)});
    }
    base::Result<Principal> who(const std::string& secret) {
        return principal_of_session(world().services, world().agency, secret);
    }
    std::string outcome(const std::string& login, const std::string& given,
                        const std::string& address = "203.0.113.7", const std::string& device = "") {
        auto in = try_in(login, given, address, device);
        return in ? "in" : in.error().code;
    }

private:
    std::unique_ptr<testing::World> world_;
};
DB_TEST_ON_EACH_ENGINE(SignIn);

TEST_P(SignIn, opens_a_session_that_names_the_person_and_their_roles) {
    auto& w = world();
    const StaffId siti = w.add("siti", password, {{Role::operator_, w.south}, {Role::coordinator, w.root}});
    auto in = try_in(" SITI ", password);
    ASSERT_TRUE(in) << in.error().code;
    EXPECT_EQ(in->principal.staff, siti);
    auto principal = who(in->secret);
    ASSERT_TRUE(principal);
    EXPECT_EQ(principal->staff, siti);
    EXPECT_EQ(principal->name, "Petugas siti");
    EXPECT_EQ(principal->roles.size(), 2u);
    EXPECT_FALSE(principal->account);
    EXPECT_NE(in->session.hash, in->secret) << "only the hash is at rest";
    EXPECT_FALSE(who(in->session.hash)) << "what is at rest opens nothing";
}

TEST_P(SignIn, refuses_alike_whatever_was_wrong) {
    auto& w = world();
    w.add("siti", password);
    const StaffId budi = w.add("budi", password);
    ASSERT_TRUE(w.change([&](db::Tx& tx, const StaffChange& by) { return suspend(tx, by, w.agency, budi); }));
    struct {
        const char* login;
        const char* password;
        const char* outcome;
    } const table[] = {
        {"siti", "salah", "sign_in.refused"},
        {"nobody", password, "sign_in.refused"},
        {"budi", password, "sign_in.refused"},
        {"budi", "salah", "sign_in.refused"},
        {"x'; drop --", "y", "sign_in.refused"},
        {"siti", "Kuda terbang merah", "sign_in.refused"},
        {"", password, "field.missing"},
        {"siti", "", "field.missing"},
        {"siti", password, "in"},
    };
    for (const auto& row : table)
        EXPECT_EQ(outcome(row.login, row.password), row.outcome) << row.login;
}

TEST_P(SignIn, is_refused_to_people_of_another_agency) {
    auto& w = world();
    w.add("siti", password);
    auto other = database().write([&](db::Tx& tx) {
        agency::Agency made;
        made.name = "Dinas Sosial";
        made.prefix = "DSS";
        made.host = "dinsos.id";
        return agency::create_agency(tx, {.ids = w.ids, .now = w.now}, testing::random_bytes, made);
    });
    ASSERT_TRUE(other);
    auto in =
        sign_in(w.services, other->id, {.login = "siti", .password = password, .address = "203.0.113.7"});
    ASSERT_FALSE(in);
    EXPECT_EQ(in.error().code, "sign_in.refused");
    auto here = try_in("siti", password);
    ASSERT_TRUE(here);
    EXPECT_FALSE(principal_of_session(w.services, other->id, here->secret))
        << "a session holds in its agency";
}

TEST_P(SignIn, makes_failures_wait_longer_and_longer) {
    auto& w = world();
    w.add("siti", password);
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(outcome("siti", "salah"), "sign_in.refused") << i;
    auto in = try_in("siti", password);
    ASSERT_FALSE(in) << "even the right password waits, else waiting would tell it";
    EXPECT_EQ(in.error().kind, base::Kind::limited);
    EXPECT_EQ(in.error().code, "limit.reached");
    EXPECT_EQ(in.error().retry_after, seconds(30));
    w.now += seconds(29);
    EXPECT_EQ(try_in("siti", "salah").error().retry_after, seconds(1))
        << "an unseen attempt makes nothing longer";
    w.now += seconds(1);
    EXPECT_EQ(outcome("siti", "salah"), "sign_in.refused");
    EXPECT_EQ(try_in("siti", password).error().retry_after, seconds(60));
    w.now += seconds(60);
    EXPECT_EQ(outcome("siti", password), "in");
    EXPECT_EQ(outcome("siti", "salah"), "sign_in.refused") << "a success starts anew";
}

TEST_P(SignIn, makes_unknown_logins_wait_just_the_same) {
    world();
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(outcome("nobody", "salah"), "sign_in.refused");
    EXPECT_EQ(outcome("nobody", "salah"), "limit.reached");
}

TEST_P(SignIn, never_lets_one_person_lock_out_another) {
    auto& w = world();
    w.add("siti", password);
    w.add("budi", password);
    auto first = try_in("siti", password, "198.51.100.1");
    ASSERT_TRUE(first);
    for (int i = 0; i < 20; ++i)
        (void)outcome("siti", "salah", "203.0.113.7");
    ASSERT_EQ(outcome("siti", password, "203.0.113.7"), "limit.reached");
    EXPECT_EQ(outcome("siti", password, "198.51.100.1"), "in") << "her own line";
    EXPECT_EQ(outcome("siti", password, "203.0.113.7", first->device), "in")
        << "her own phone behind the same NAT";
    EXPECT_EQ(outcome("budi", password, "203.0.113.7"), "in") << "her colleague behind the same NAT";
    EXPECT_EQ(outcome("siti", password, "203.0.113.7", "forged.cookie"), "limit.reached");
    auto budis = try_in("budi", password, "203.0.113.7");
    EXPECT_EQ(outcome("siti", password, "203.0.113.7", budis->device), "limit.reached") << "another's phone";
}

TEST_P(SignIn, counts_failures_on_a_known_device_too) {
    auto& w = world();
    w.add("siti", password);
    auto first = try_in("siti", password);
    ASSERT_TRUE(first);
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(outcome("siti", "salah", "203.0.113.7", first->device), "sign_in.refused");
    EXPECT_EQ(outcome("siti", password, "198.51.100.1", first->device), "limit.reached");
    EXPECT_EQ(outcome("siti", password, "203.0.113.7"), "in") << "the address has no failures of its own";
}

TEST_P(SignIn, forgets_failures_after_a_day) {
    auto& w = world();
    w.add("siti", password);
    for (int i = 0; i < 5; ++i)
        (void)outcome("siti", "salah");
    w.now += hours(24);
    EXPECT_EQ(outcome("siti", "salah"), "sign_in.refused");
    EXPECT_EQ(outcome("siti", password), "in");
}

TEST_P(SignIn, ends_the_old_session_of_the_browser) {
    auto& w = world();
    w.add("siti", password);
    auto first = try_in("siti", password);
    auto second =
        sign_in(w.services, w.agency,
                {.login = "siti", .password = password, .address = "a", .old_session = first->secret});
    ASSERT_TRUE(second);
    EXPECT_NE(second->secret, first->secret);
    EXPECT_FALSE(who(first->secret));
    EXPECT_TRUE(who(second->secret));
}

TEST_P(SignIn, lasts_while_used_and_ends_after_seven_days) {
    auto& w = world();
    w.add("siti", password);
    const std::string secret = try_in("siti", password)->secret;
    for (int used = 0; used < 15; ++used) {
        w.now += hours(11);
        EXPECT_TRUE(who(secret)) << used;
    }
    w.now += hours(4);
    EXPECT_FALSE(who(secret)) << "seven days";
    const std::string idle = try_in("siti", password)->secret;
    w.now += hours(12);
    auto over = who(idle);
    ASSERT_FALSE(over);
    EXPECT_EQ(over.error().code, "session.missing");
    EXPECT_EQ(over.error().kind, base::Kind::unauthenticated);
}

TEST_P(SignIn, is_over_after_signing_out_revoking_or_a_new_password) {
    auto& w = world();
    const StaffId siti = w.add("siti", password);
    const StaffId budi = w.add("budi", password);
    auto first = try_in("siti", password);
    auto second = try_in("siti", password);
    sign_out(w.services, w.agency, first->secret);
    EXPECT_FALSE(who(first->secret));
    ASSERT_EQ(sessions_of(w.services, w.agency, siti).size(), 1u);
    EXPECT_EQ(revoke_session(w.services, w.agency, budi, second->session.hash).error().code,
              "session.unknown")
        << "not his";
    EXPECT_TRUE(who(second->secret));
    ASSERT_TRUE(revoke_session(w.services, w.agency, siti, second->session.hash));
    EXPECT_FALSE(who(second->secret));
    auto third = try_in("siti", password);
    const std::string hash = w.passwords.hash("gajah duduk biru").value();
    ASSERT_TRUE(w.change(
        [&](db::Tx& tx, const StaffChange& by) { return set_password(tx, by, w.agency, siti, hash); }));
    EXPECT_FALSE(who(third->secret));
    EXPECT_EQ(outcome("siti", password), "sign_in.refused");
    EXPECT_EQ(outcome("siti", "gajah duduk biru"), "in");
    sign_out(w.services, w.agency, "no such session");
}

TEST_P(SignIn, is_over_at_once_for_suspended_people_until_restored) {
    auto& w = world();
    const StaffId siti = w.add("siti", password);
    auto in = try_in("siti", password);
    ASSERT_TRUE(who(in->secret));
    ASSERT_TRUE(w.change([&](db::Tx& tx, const StaffChange& by) { return suspend(tx, by, w.agency, siti); }));
    EXPECT_FALSE(who(in->secret));
    EXPECT_EQ(outcome("siti", password), "sign_in.refused");
    ASSERT_TRUE(w.change([&](db::Tx& tx, const StaffChange& by) { return restore(tx, by, w.agency, siti); }));
    EXPECT_FALSE(who(in->secret)) << "the old session stays over";
    EXPECT_EQ(outcome("siti", password), "in");
}

TEST_P(SignIn, raises_a_hash_made_for_less) {
    auto& w = world();
    const StaffId siti = w.add("siti", password);
    Passwords dearer({.passes = 2, .memory = 16384});
    const Services services{w.database, w.directories, w.ids, w.services.now, w.services.random, dearer};
    ASSERT_TRUE(sign_in(services, w.agency, {.login = "siti", .password = password, .address = "a"}));
    ASSERT_TRUE(sign_in(services, w.agency, {.login = "siti", .password = password, .address = "a"}));
    EXPECT_TRUE(w.database.read([&](db::Tx& tx) { return find_person(tx, w.agency, siti); }));
    EXPECT_EQ(outcome("siti", password), "in") << "the new hash opens for the old cost too";
}

TEST_P(SignIn, is_written_down_without_logins_or_secrets) {
    auto& w = world();
    const StaffId siti = w.add("siti.rahma", password);
    auto in = try_in("siti.rahma", password);
    (void)outcome("siti.rahma", "salahbesar", "203.0.113.77");
    (void)outcome("orang.lain", "salahbesar", "203.0.113.77");
    w.database.read([&](db::Tx& tx) {
        auto own = events::timeline(tx, w.agency, "staff", siti.value);
        ASSERT_EQ(own.size(), 2u);
        EXPECT_EQ(own[1].kind, "staff.signed_in");
        EXPECT_EQ(own[1].actor, siti.value);
        auto failed = events::timeline(tx, w.agency, "agency", w.agency.value);
        ASSERT_EQ(failed.size(), 3u) << "created, and two failures";
        EXPECT_EQ(failed[1].kind, "staff.sign_in_failed");
        own.insert(own.end(), failed.begin(), failed.end());
        for (const auto& event : own) {
            EXPECT_FALSE(event.is_public);
            for (const std::string& secret :
                 {std::string("rahma"), std::string("orang.lain"), std::string("salahbesar"),
                  std::string("203.0.113"), in->secret})
                EXPECT_EQ(event.data.find(secret), std::string::npos) << event.data;
        }
    });
}

TEST_P(SignIn, leaves_nothing_behind_when_it_is_over) {
    auto& w = world();
    const StaffId siti = w.add("siti", password);
    ASSERT_TRUE(try_in("siti", password));
    (void)outcome("siti", "salah");
    w.now += std::chrono::days(8);
    sweep_sign_ins(w.services, w.agency);
    static constexpr db::Query<std::int64_t(base::AgencyId)> sessions{
        "test.sessions", "select count(*) from sessions where agency = :agency"};
    static constexpr db::Query<std::int64_t(base::AgencyId)> failures{
        "test.failures", "select count(*) from sign_in_failures where agency = :agency"};
    w.database.read([&](db::Tx& tx) {
        EXPECT_EQ(tx.one(sessions, w.agency), 0);
        EXPECT_EQ(tx.one(failures, w.agency), 0);
    });
    EXPECT_TRUE(sessions_of(w.services, w.agency, siti).empty());
}

} // namespace
} // namespace staff
