#include "cases/case_actions.h"
#include "cases/rebuild.h"
#include "cases/rebuild_actions.h"
#include "events/event_actions.h"
#include "events/sequencer.h"
#include "staff_world.h"
#include "world.h"

#include <gmock/gmock.h>

namespace cases {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Lines = std::vector<std::string>;

/// One agency, one case that was verified, redacted and released anew: all of it through the actions.
class Rebuilding : public db::testing::OnEachEngine {
protected:
    void SetUp() override {
        world_ = std::make_unique<staff::testing::World>(database());
        database()
            .write([&](db::Tx& tx) {
                return agency::put_topic(
                    tx, {.ids = w().ids, .now = w().now}, w().agency,
                    {.code = "trotoar", .name_id = "Trotoar rusak", .name_en = "Broken pavement"});
            })
            .value();
        w().directories.changed();
        directory_ = *w().directories.of(w().agency);
        NewCase wanted;
        wanted.account = agency::AccountId{61};
        wanted.urgency = 0.1 + 0.2;
        wanted.secret_hash = "hash";
        wanted.proposed_text = "Ubin pecah di depan toko Pak Budi";
        wanted.received_at = w().now;
        c_ = database().write([&](db::Tx& tx) { return open_case(tx, context(), wanted); }).value();
        c_ = done(Verify{.kind = Kind::question,
                         .topic = "trotoar",
                         .area = {},
                         .no_place = true,
                         .public_text = c_.proposed_text});
        c_ = done(Redact{.reason = "nama orang", .public_text = "Ubin pecah di depan toko"});
    }
    Context context() { return context_for(*directory_, w().ids, random_, w().now); }
    Case done(const Command& command) {
        const Actor everyone{.party = Party::staff,
                             .staff = StaffId{5},
                             .roles = {staff::Role::coordinator, staff::Role::operator_}};
        return database()
            .write([&](db::Tx& tx) { return act(tx, context(), c_, everyone, command); })
            .value();
    }
    staff::testing::World& w() { return *world_; }
    void number() {
        events::Sequencer sequencer(database(), [this] { return w().now; }, "here");
        while (sequencer.number(w().agency) > 0) {
        }
    }
    void script(const std::string& sql) {
        database().write([&](db::Tx& tx) { tx.script(sql); });
    }
    Lines wrong() {
        Lines lines;
        const auto checked =
            check_rebuild(database(), w().agency, [&](const auto& line) { lines.push_back(line); });
        EXPECT_EQ(checked.cases, 1);
        EXPECT_EQ(checked.wrong, std::ssize(lines));
        return lines;
    }
    std::unique_ptr<staff::testing::World> world_;
    agency::DirectoryPtr directory_;
    base::Random random_ = staff::testing::random_bytes;
    Case c_;
};
DB_TEST_ON_EACH_ENGINE(Rebuilding);

TEST_P(Rebuilding, a_case_is_what_its_events_made_of_it) {
    number();
    EXPECT_EQ(c_.public_text, "Ubin pecah di depan toko");
    EXPECT_THAT(wrong(), IsEmpty());
}

TEST_P(Rebuilding, what_redaction_removed_is_not_in_the_record_and_what_it_left_is) {
    std::string all;
    database().read([&](db::Tx& tx) {
        for (const auto& event : events::timeline(tx, c_.agency, "case", c_.id.value))
            all += event.data;
    });
    EXPECT_EQ(all.find("Pak Budi"), std::string::npos);
    EXPECT_NE(all.find("Ubin pecah di depan toko"), std::string::npos);
}

TEST_P(Rebuilding, each_half_is_told) {
    number();
    struct Row {
        std::string sql;
        std::string told;
    };
    // Each stays: later rows add to what is wrong.
    for (const auto& row : std::vector<Row>{
             {"update cases set state = 'closed', office = 7", c_.code + ": state, office"},
             {"delete from deadlines", c_.code + ": state, office, deadlines"},
         }) {
        script(row.sql);
        EXPECT_THAT(wrong(), ElementsAre(row.told));
    }
    script("update cases set state = 'verified', office = null; delete from events where kind = "
           "'case.received'");
    const auto lines = wrong();
    ASSERT_FALSE(lines.empty());
    EXPECT_EQ(lines.front(), c_.code + ": events, deadlines");
    EXPECT_TRUE(std::ranges::any_of(
        lines, [](const auto& line) { return line.starts_with("1 positions are missing between "); }));
    script("update events set subject = 77 where kind = 'case.verified'");
    EXPECT_THAT(wrong(), ::testing::Contains("events of case 77 without the case"));
}

} // namespace
} // namespace cases
