#include "events/event_actions.h"
#include "staff/token_actions.h"
#include "staff_world.h"
#include "world.h"

namespace staff {
namespace {

class Tokens : public db::testing::OnEachEngine {
protected:
    testing::World& world() {
        if (!world_) world_ = std::make_unique<testing::World>(database());
        return *world_;
    }
    agency::AccountId add_account() {
        auto& w = world();
        return database()
            .write([&](db::Tx& tx) {
                return agency::add_account(tx, {.ids = w.ids, .now = w.now}, w.agency,
                                           {.id = {}, .office = {}, .network = "mastodon", .name = "@dinas"});
            })
            .value()
            .id;
    }
    NewToken staff_token(StaffId staff) {
        return database()
            .write([&](db::Tx& tx) {
                return create_staff_token(tx, world().services, world().agency, staff, "skrip", staff);
            })
            .value();
    }
    NewToken account_token(agency::AccountId account) {
        return database()
            .write([&](db::Tx& tx) {
                return create_account_token(tx, world().services, world().agency, account, "kanal", {});
            })
            .value();
    }
    std::string outcome(const std::string& header, Scope scope) {
        auto who = authenticate(world().services, world().agency, header, scope);
        return who ? "ok" : who.error().code;
    }

private:
    std::unique_ptr<testing::World> world_;
};
DB_TEST_ON_EACH_ENGINE(Tokens);

TEST_P(Tokens, open_what_is_in_their_scope_and_nothing_else) {
    auto& w = world();
    const StaffId siti = w.add("siti", "kuda terbang merah", {{Role::operator_, w.south}});
    const std::string staff = "Bearer " + staff_token(siti).text;
    const std::string account = "Bearer " + account_token(add_account()).text;
    const NewToken revoked = staff_token(siti);
    ASSERT_TRUE(w.database.write(
        [&](db::Tx& tx) { return revoke_token(tx, w.services, w.agency, revoked.id, siti); }));
    const std::string foreign =
        "Bearer " + make_token(TokenSubject::staff, base::AgencyId{2}, testing::random_bytes);
    const std::string invented = "Bearer " + make_token(TokenSubject::staff, w.agency, testing::random_bytes);
    const std::string relabelled = "Bearer tga_" + staff.substr(11);

    struct {
        const char* what;
        std::string header;
        const char* items;
        const char* media;
        const char* staff;
    } const table[] = {
        {"none", "", "token.missing", "token.missing", "token.missing"},
        {"another scheme", "Basic YTpi", "token.missing", "token.missing", "token.missing"},
        {"staff", staff, "token.scope", "ok", "ok"},
        {"account", account, "ok", "ok", "token.scope"},
        {"revoked", "Bearer " + revoked.text, "token.unknown", "token.unknown", "token.unknown"},
        {"of another agency", foreign, "token.unknown", "token.unknown", "token.unknown"},
        {"never given", invented, "token.unknown", "token.unknown", "token.unknown"},
        {"with another prefix", relabelled, "token.unknown", "token.unknown", "token.unknown"},
        {"with a typing error", staff + "x", "token.unknown", "token.unknown", "token.unknown"},
    };
    for (const auto& row : table) {
        EXPECT_EQ(outcome(row.header, Scope::items), row.items) << row.what;
        EXPECT_EQ(outcome(row.header, Scope::media), row.media) << row.what;
        EXPECT_EQ(outcome(row.header, Scope::staff), row.staff) << row.what;
    }
    EXPECT_EQ(base::http_status(authenticate(w.services, w.agency, account, Scope::staff).error().kind), 403);
    EXPECT_EQ(base::http_status(authenticate(w.services, w.agency, foreign, Scope::staff).error().kind), 401);
    EXPECT_EQ(base::http_status(authenticate(w.services, w.agency, "", Scope::staff).error().kind), 401);
}

TEST_P(Tokens, act_as_the_person_or_the_account) {
    auto& w = world();
    const StaffId siti = w.add("siti", "kuda terbang merah", {{Role::operator_, w.south}});
    const agency::AccountId account = add_account();
    auto person = authenticate(w.services, w.agency, "Bearer " + staff_token(siti).text, Scope::staff);
    ASSERT_TRUE(person);
    EXPECT_EQ(person->staff, siti);
    EXPECT_EQ(person->roles, (std::vector<HeldRole>{{Role::operator_, w.south}}));
    auto channel = authenticate(w.services, w.agency, "Bearer " + account_token(account).text, Scope::items);
    ASSERT_TRUE(channel);
    EXPECT_FALSE(channel->is_staff());
    EXPECT_EQ(channel->account, account);
    auto directory = w.directories.of(w.agency).value();
    EXPECT_FALSE(channel->may(Role::operator_, w.south, *directory));
}

TEST_P(Tokens, of_suspended_people_and_closed_accounts_open_nothing) {
    auto& w = world();
    const StaffId siti = w.add("siti", "kuda terbang merah");
    const agency::AccountId account = add_account();
    const std::string of_siti = "Bearer " + staff_token(siti).text;
    const std::string of_account = "Bearer " + account_token(account).text;
    ASSERT_TRUE(w.change([&](db::Tx& tx, const StaffChange& by) { return suspend(tx, by, w.agency, siti); }));
    EXPECT_EQ(outcome(of_siti, Scope::staff), "token.unknown");
    ASSERT_TRUE(w.change([&](db::Tx& tx, const StaffChange& by) { return restore(tx, by, w.agency, siti); }));
    EXPECT_EQ(outcome(of_siti, Scope::staff), "ok");
    ASSERT_TRUE(w.database.write([&](db::Tx& tx) {
        return agency::set_account_active(tx, {.ids = w.ids, .now = w.now}, w.agency, account,
                                          /*is_active=*/false);
    }));
    w.directories.changed();
    EXPECT_EQ(outcome(of_account, Scope::items), "token.unknown");
}

TEST_P(Tokens, are_listed_and_written_down_without_their_text) {
    auto& w = world();
    const StaffId siti = w.add("siti", "kuda terbang merah");
    const NewToken token = staff_token(siti);
    w.now += std::chrono::hours(1);
    ASSERT_TRUE(
        w.database.write([&](db::Tx& tx) { return revoke_token(tx, w.services, w.agency, token.id, siti); }));
    auto again =
        w.database.write([&](db::Tx& tx) { return revoke_token(tx, w.services, w.agency, token.id, siti); });
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, "token.not_found");
    w.database.read([&](db::Tx& tx) {
        auto rows = tokens_of(tx, w.agency, siti);
        ASSERT_EQ(rows.size(), 1u);
        EXPECT_EQ(rows[0].label, "skrip");
        EXPECT_EQ(rows[0].revoked_at, w.now);
        EXPECT_TRUE(tokens_of(tx, base::AgencyId{2}, siti).empty());
        auto created = events::timeline(tx, w.agency, "staff", siti.value);
        EXPECT_EQ(created.back().kind, "token.created");
        EXPECT_EQ(created.back().data.find(token.text), std::string::npos);
        auto revoked = events::timeline(tx, w.agency, "token", token.id.value);
        ASSERT_EQ(revoked.size(), 1u);
        EXPECT_EQ(revoked[0].kind, "token.revoked");
    });
}

TEST_P(Tokens, are_given_only_to_who_is_there) {
    auto& w = world();
    auto nobody = w.database.write(
        [&](db::Tx& tx) { return create_staff_token(tx, w.services, w.agency, StaffId{5}, "", {}); });
    EXPECT_EQ(nobody.error().code, "staff.unknown");
    auto no_account = w.database.write([&](db::Tx& tx) {
        return create_account_token(tx, w.services, w.agency, agency::AccountId{5}, "", {});
    });
    EXPECT_EQ(no_account.error().code, "account.unknown");
}

} // namespace
} // namespace staff
