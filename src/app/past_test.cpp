#include "agency/agency_actions.h"
#include "app/house.h"
#include "app/past.h"
#include "db/backup.h"
#include "events/event_actions.h"
#include "events/sequencer.h"
#include "people/identity_actions.h"
#include "world.h"

#include <gmock/gmock.h>

namespace app {
namespace {

using ::testing::HasSubstr;
using namespace std::chrono_literals;

/// An installation in a folder of its own, with one agency, at a time that stands still.
class Pasts : public db::testing::OnEachEngine {
protected:
    void SetUp() override {
        settings_.data = folder_.path();
        settings_.database = fresh().where();
        auto made = opened();
        agency_ =
            made->database
                ->write([&](db::Tx& tx) {
                    agency::Agency wanted;
                    wanted.name = "Dinas Bina Marga";
                    wanted.prefix = "TGP";
                    return agency::create_agency(tx, {.ids = made->ids, .now = time_}, made->random, wanted);
                })
                .value()
                .id;
    }
    std::unique_ptr<House> opened(Past past = Past::must_go_on) {
        fresh().close(); // as another process would have it
        return House::open(settings_, Vault::make_or_open, [this] { return time_; }, past).value();
    }
    events::EventId happens(House& house) {
        return house.database->write([&](db::Tx& tx) {
            return events::append(tx, house.ids, agency_,
                                  {.subject_kind = "test",
                                   .subject = 1,
                                   .kind = "test.happened",
                                   .at = time_,
                                   .actor_kind = "system",
                                   .data = "{}"});
        });
    }
    people::IdentityId somebody(House& house) {
        const people::Author author{
            .network = "form", .network_id = "budi@contoh.id", .name = "Budi", .handle = {}, .contact = {}};
        return house.database
            ->write([&](db::Tx& tx) {
                return people::find_or_create(tx, *house.vault, house.ids, agency_, author, time_);
            })
            .value()
            .id;
    }
    std::string state_of(House& house, people::IdentityId identity) {
        auto open = house.database->read(
            [&](db::Tx& tx) { return people::open_identity(tx, *house.vault, agency_, identity); });
        return open ? open->name.value_or("") : open.error().code;
    }
    /// Numbers what happened and writes down how far it came, as a running server does.
    std::int64_t follow(House& house) {
        events::Sequencer sequencer(*house.database, house.now, "here");
        while (sequencer.number(agency_) > 0) {
        }
        const auto last =
            house.database->read([&](db::Tx& tx) { return events::last_position(tx, agency_); });
        Follower(*house.database, Remembered(settings_.data)).follow(agency_, last);
        return last;
    }
    std::filesystem::path backup(House& house) {
        const auto file = folder_.path() / "backup";
        EXPECT_TRUE(db::backup(*house.database, file));
        return file;
    }
    void put_back(const std::filesystem::path& file) {
        ASSERT_TRUE(db::restore(file, settings_.database, db::Existing::replace));
    }

    db::testing::TemporaryDirectory folder_;
    Settings settings_;
    base::Time time_ = base::time_from_ms(1'790'000'000'000);
    base::AgencyId agency_;
};
DB_TEST_ON_EACH_ENGINE(Pasts);

TEST_P(Pasts, a_database_that_goes_on_is_opened_and_an_older_one_is_not) {
    auto house = opened();
    happens(*house);
    const auto at_backup = follow(*house);
    const auto file = backup(*house);
    happens(*house);
    happens(*house);
    const auto reached = follow(*house);
    EXPECT_EQ(reached, at_backup + 2);
    house.reset();
    house = opened();
    house.reset();

    put_back(file);
    auto refused = House::open(settings_, Vault::make_or_open, [this] { return time_; });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "database.older");
    EXPECT_THAT(refused.error().detail, HasSubstr("2 events are missing"));

    house = opened(Past::may_be_older);
    ASSERT_TRUE(accept_older(*house));
    EXPECT_TRUE(house->database->read([&](db::Tx& tx) {
        return events::last_of(tx, agency_, "agency", agency_.value, "database.put_back");
    }));
    house.reset();
    EXPECT_NE(opened(), nullptr);
}

TEST_P(Pasts, what_was_not_numbered_in_a_backup_is_followed_before_anything_can_leave) {
    auto house = opened();
    happens(*house);
    follow(*house); // whoever numbers here holds the lease in the backup
    const auto unnumbered = happens(*house);
    const auto file = backup(*house);
    happens(*house);
    follow(*house);
    house.reset();
    put_back(file);
    house = opened(Past::may_be_older);
    ASSERT_TRUE(accept_older(*house));
    const auto position = house->database->read(
        [&](db::Tx& tx) { return events::last_of(tx, agency_, "test", 1, "test.happened"); });
    ASSERT_TRUE(position);
    EXPECT_EQ(position->id, unnumbered);
    EXPECT_TRUE(position->position) << "numbered, and so delivered";
    const auto reached = Remembered(settings_.data).reached();
    ASSERT_EQ(reached.size(), 1U);
    EXPECT_GT(reached.front().position, *position->position) << "the trail says so behind it";
}

TEST_P(Pasts, another_history_of_the_same_length_is_known) {
    auto house = opened();
    happens(*house);
    follow(*house);
    const auto file = backup(*house);
    happens(*house);
    follow(*house);
    house.reset();
    put_back(file);
    const auto remembered = Remembered(settings_.data).reached();
    Remembered(settings_.data).set_reached({});
    house = opened();
    happens(*house);
    happens(*house);
    follow(*house);
    Remembered(settings_.data).set_reached(remembered);
    const auto found = behind(*house->database, Remembered(settings_.data));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_THAT(told(found), HasSubstr("its history is another one"));
}

TEST_P(Pasts, who_was_erased_stays_erased_in_an_older_backup) {
    auto house = opened();
    const auto budi = somebody(*house);
    follow(*house);
    const auto file = backup(*house);
    house->database
        ->write([&](db::Tx& tx) {
            return people::erase_identity(tx, *house->vault, house->ids, agency_, budi, {}, time_);
        })
        .value();
    EXPECT_EQ(state_of(*house, budi), "identity.erased");
    follow(*house);
    house.reset();

    put_back(file);
    house = opened(Past::may_be_older);
    EXPECT_EQ(state_of(*house, budi), "Budi") << "the backup holds the key";
    const auto done = accept_older(*house);
    ASSERT_TRUE(done) << done.error().code;
    EXPECT_EQ(done->erased, 1);
    EXPECT_EQ(state_of(*house, budi), "identity.erased");
    EXPECT_EQ(accept_older(*house)->erased, 0) << "once is enough";
}

TEST_P(Pasts, ids_go_on_though_the_time_was_set_back_while_nothing_ran) {
    auto house = opened();
    const auto before = happens(*house);
    house.reset();
    time_ -= 5h;
    house = opened();
    EXPECT_GT(happens(*house), before);
}

} // namespace
} // namespace app
