#include "events/event_actions.h"
#include "staff/invitation_actions.h"
#include "staff_world.h"
#include "world.h"

namespace staff {
namespace {

class Invitations : public db::testing::OnEachEngine {
protected:
    testing::World world_{database()};

    base::Result<Invited> invited(std::string login = "sari", std::vector<HeldRole> roles = {}) {
        if (roles.empty()) roles = {{Role::operator_, world_.south}};
        return world_.change([&](db::Tx& tx, const StaffChange& change) {
            return invite(tx, change, world_.agency, testing::random_bytes, {login, "Sari Wulandari", roles});
        });
    }
    base::Result<Person> accepted(const std::string& secret, std::string name = "Sari W.") {
        return world_.change([&](db::Tx& tx, const StaffChange& change) {
            return accept_invitation(tx, change, world_.agency, secret, name, "hash");
        });
    }
    base::Result<Invitation> found(const std::string& secret) {
        return database().read(
            [&](db::Tx& tx) { return find_invitation(tx, world_.agency, secret, world_.now); });
    }
};
DB_TEST_ON_EACH_ENGINE(Invitations);

TEST_P(Invitations, make_a_person_with_the_promised_roles_once) {
    auto sent = invited();
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent->secret.size(), 43U);
    EXPECT_EQ(found(sent->secret)->login, "sari");
    EXPECT_EQ(found(sent->secret)->roles, (std::vector<HeldRole>{{Role::operator_, world_.south}}));
    auto person = accepted(sent->secret);
    ASSERT_TRUE(person);
    EXPECT_EQ(person->name, "Sari W.");
    EXPECT_EQ(person->roles, (std::vector<HeldRole>{{Role::operator_, world_.south}}));
    EXPECT_EQ(accepted(sent->secret).error().code, "invitation.unknown");
    EXPECT_EQ(found(sent->secret).error().code, "invitation.unknown");
}

TEST_P(Invitations, end_after_seven_days_and_when_revoked) {
    auto old = invited("lama");
    auto revoked = invited("batal");
    ASSERT_TRUE(old && revoked);
    auto revoke = [&] {
        return world_.change([&](db::Tx& tx, const StaffChange& change) {
            return revoke_invitation(tx, change, world_.agency, revoked->invitation.id);
        });
    };
    EXPECT_TRUE(revoke());
    EXPECT_EQ(revoke().error().code, "invitation.unknown");
    EXPECT_EQ(accepted(revoked->secret).error().code, "invitation.unknown");
    world_.now += invitation_length;
    EXPECT_EQ(accepted(old->secret).error().code, "invitation.unknown");
    EXPECT_TRUE(
        database().read([&](db::Tx& tx) { return open_invitations(tx, world_.agency, world_.now); }).empty());
    EXPECT_TRUE(invited("lama")) << "the login is free again";
}

TEST_P(Invitations, are_refused_with_a_reason) {
    world_.add("sudah", "kuda besi naik sepeda");
    ASSERT_TRUE(invited("dua"));
    struct Row {
        std::string login;
        std::vector<HeldRole> roles;
        std::string code, field;
    };
    const HeldRole good{Role::operator_, world_.south};
    for (const Row& row :
         {Row{"Sudah", {good}, "staff.login_taken", "login"},
          Row{"dua", {good}, "invitation.open_already", "login"}, Row{"x", {good}, "field.invalid", "login"},
          Row{"baru", {{Role::operator_, agency::OfficeId{99}}}, "office.unknown", ""}}) {
        auto sent = invited(row.login, row.roles);
        ASSERT_FALSE(sent) << row.login;
        EXPECT_EQ(sent.error().code, row.code) << row.login;
        EXPECT_EQ(sent.error().field, row.field) << row.login;
    }
}

TEST_P(Invitations, set_a_new_password_and_leave_the_name) {
    const StaffId sari = world_.add("sari", "kuda besi naik sepeda");
    auto link = [&] {
        return world_.change([&](db::Tx& tx, const StaffChange& change) {
            return invite_to_new_password(tx, change, world_.agency, testing::random_bytes, sari);
        });
    };
    auto first = link(), second = link();
    ASSERT_TRUE(first && second);
    EXPECT_EQ(accepted(first->secret).error().code, "invitation.unknown") << "only the newest link works";
    auto person = accepted(second->secret, "Orang lain");
    ASSERT_TRUE(person);
    EXPECT_EQ(person->id, sari);
    EXPECT_EQ(person->name, "Petugas sari");
    auto told = database().read([&](db::Tx& tx) {
        return events::last_of(tx, world_.agency, "staff", sari.value, "staff.password_set");
    });
    ASSERT_TRUE(told);
    EXPECT_EQ(told->actor, sari.value);
}

TEST_P(Invitations, keep_no_secret) {
    auto sent = invited();
    ASSERT_TRUE(sent);
    for (const auto& event : database().read([&](db::Tx& tx) {
             return events::timeline(tx, world_.agency, "invitation", sent->invitation.id.value);
         })) {
        EXPECT_EQ(event.data.find(sent->secret), std::string::npos);
        EXPECT_EQ(event.data.find("sari"), std::string::npos);
    }
}

} // namespace
} // namespace staff
