#include "cases/visibility.h"
#include "db/database.h"
#include "events/event_actions.h"
#include "intake/handover_actions.h"
#include "intake_world.h"

namespace intake {
namespace {

/// Two agencies of one installation.
class Handovers : public testing::WithServices {
protected:
    void fill() override {
        water_ = database()
                     .write([&](db::Tx& tx) {
                         agency::Agency made;
                         made.name = "Dinas Air";
                         made.prefix = "DAM";
                         made.host = "air.example";
                         return agency::create_agency(tx, {.ids = w().ids, .now = w().now},
                                                      staff::testing::random_bytes, made);
                     })
                     .value()
                     .id;
    }
    base::Result<cases::Case> referred(std::optional<base::AgencyId> to) {
        const auto directory = *w().directories.of(w().agency);
        const auto context = cases::context_for(*directory, w().ids, random_, w().now);
        return database().write([&](db::Tx& tx) -> base::Result<cases::Case> {
            cases::NewCase wanted;
            wanted.kind = cases::Kind::aspiration;
            wanted.account = agency::AccountId{61};
            wanted.secret_hash = "hash";
            wanted.proposed_text = "Ini kata-kata pelapor";
            wanted.received_at = w().now;
            auto c = cases::open_case(tx, context, wanted);
            if (!c) return c;
            const cases::Actor coordinator{.party = cases::Party::staff,
                                           .staff = staff::StaffId{5},
                                           .roles = {staff::Role::coordinator}};
            return cases::act(tx, context, *c, coordinator,
                              cases::Refer{.agency = "Dinas Air", .text = "Pipa bocor di Tebet", .to = to});
        });
    }
    std::optional<std::string> receipt(const cases::Case& c) {
        const auto event = database().read(
            [&](db::Tx& tx) { return events::last_of(tx, c.agency, "case", c.id.value, "case.receipted"); });
        if (!event) return std::nullopt;
        auto body = cases::read_body(event->kind, base::json::parse(event->data).value());
        return std::get<cases::Receipted>(*body).receipt;
    }
    base::Result<cases::Case> case_of_water(const std::string& code) {
        return database().read([&](db::Tx& tx) { return cases::find_case(tx, water_, code, "DAM"); });
    }

    base::AgencyId water_;
};
DB_TEST_ON_EACH_ENGINE(Handovers);

TEST_P(Handovers, arrive_as_a_case_and_its_code_comes_back_once) {
    const auto c = referred(water_);
    ASSERT_TRUE(c) << c.error().code;
    for (int i = 0; i < 3; ++i) {
        auto done = hand_over(services(), w().directories, w().agency, c->id);
        ASSERT_TRUE(done) << done.error().code << done.error().field << done.error().detail;
    }
    const auto code = receipt(*c);
    ASSERT_TRUE(code);
    EXPECT_TRUE(code->starts_with("DAM-")) << *code;
    const auto arrived = case_of_water(*code);
    ASSERT_TRUE(arrived);
    EXPECT_EQ(arrived->kind, cases::Kind::aspiration) << "as the sender read it";
    EXPECT_EQ(arrived->proposed_text, "Pipa bocor di Tebet");
    EXPECT_FALSE(cases::may_publish_words(*arrived));
    const auto directory = *w().directories.of(water_);
    EXPECT_EQ(directory->accounts().size(), 1U);
    EXPECT_EQ(directory->account(arrived->account)->network, handover_network);
    const auto receipts =
        database().read([&](db::Tx& tx) { return events::timeline(tx, c->agency, "case", c->id.value); });
    EXPECT_EQ(std::ranges::count(receipts, "case.receipted", &events::Stored::kind), 1);
}

TEST_P(Handovers, go_nowhere_when_the_agency_is_outside) {
    const auto c = referred({});
    ASSERT_TRUE(c);
    ASSERT_TRUE(hand_over(services(), w().directories, w().agency, c->id));
    EXPECT_FALSE(receipt(*c));
}

TEST_P(Handovers, are_refused_to_oneself_and_to_nobody) {
    for (base::AgencyId to : {w().agency, base::AgencyId{99}}) {
        const auto refused = referred(to);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().field, "to");
    }
}

} // namespace
} // namespace intake
