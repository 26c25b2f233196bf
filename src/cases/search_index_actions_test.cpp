#include "cases/search_jobs.h"
#include "db/backup.h"
#include "events/event_actions.h"
#include "people/identity_actions.h"
#include "search_world.h"

#include <fstream>

namespace cases {
namespace {

using staff::Role;

class SearchIndex : public testing::Searching {
protected:
    void empty_index() {
        write([&](db::Tx& tx) {
            tx.script("delete from staff_search; delete from public_search; delete from search_progress");
        });
    }
    /// Erases the reporter of the case, and lets happen what follows by itself.
    void erase(const Case& c) {
        write([&](db::Tx& tx) {
            return people::erase_identity(tx, vault, world.ids, world.agency, *c.identity, {}, world.now);
        }).value();
        write([&](db::Tx& tx) -> base::Result<void> {
            for (const auto& event : events::timeline(tx, world.agency, "identity", c.identity->value))
                if (auto done = forget_on(tx, world.ids, world.agency, event, world.now); !done) return done;
            return {};
        }).value();
        ASSERT_TRUE(compact_handler(database()).run({}));
    }
};
DB_TEST_ON_EACH_ENGINE(SearchIndex);

TEST_P(SearchIndex, follows_what_becomes_of_a_case) {
    const Case c = open({.text = "Ubin pecah", .office = world.south});
    const auto south = person({{Role::operator_, world.south}}),
               west = person({{Role::operator_, world.west}});
    EXPECT_EQ(search(south, "ubin").fits.count, 1);
    EXPECT_EQ(search(west, "ubin").fits.count, 0);
    const Case moved = done(verified(c, "Ubin pecah"), Assign{.office = world.west, .person = {}});
    EXPECT_EQ(search(south, "ubin").fits.count, 0);
    EXPECT_EQ(search(west, "ubin").fits.count, 1);
    EXPECT_EQ(search(west, ViewFilter{.view = View::open, .words = "ubin"}).fits.count, 1);
    done(moved, Decline{"Bukan pelayanan publik"});
    EXPECT_EQ(search(west, ViewFilter{.view = View::open, .words = "ubin"}).fits.count, 0);
    EXPECT_EQ(search(west, ViewFilter{.view = View::done, .words = "ubin"}).fits.count, 1);
}

TEST_P(SearchIndex, takes_new_cases_along_many_at_once) {
    std::vector<Case> all;
    for (int i = 0; i < 5; ++i)
        all.push_back(open({.text = "bersama " + std::to_string(i), .is_queued = true}));
    EXPECT_EQ(search(boss(), "bersama").fits.count, 0);
    auto step = [&] { return write([&](db::Tx& tx) { return index_queued(tx, world.agency, 3); }); };
    EXPECT_EQ(step(), 3);
    EXPECT_EQ(ids(search(boss(), "bersama")), (std::vector{all[2].id, all[1].id, all[0].id}));
    // What changes on the way stands in the index already, once and as it is now.
    write([&](db::Tx& tx) { index_words(tx, all[3]); });
    EXPECT_EQ(search(boss(), "bersama").fits.count, 4);
    fresh().reopen();
    EXPECT_EQ(step(), 1);
    EXPECT_EQ(step(), 0);
    EXPECT_EQ(search(boss(), "bersama").fits.count, 5);
    EXPECT_EQ(ids(search(boss(), "bersama 3")), std::vector{all[3].id});
}

TEST_P(SearchIndex, follows_what_is_said) {
    const Case c = open({.text = "Ubin pecah"});
    const auto who = boss();
    auto again = [&](const std::string& text, items::Change type) {
        const auto saved = say(text, type, post_of("Ubin pecah"));
        write([&](db::Tx& tx) { index_words(tx, *case_of_id(tx, world.agency, CaseId{*saved.case_id})); });
    };
    again("Keramik retak", items::Change::update);
    EXPECT_EQ(search(who, "ubin").fits.count, 0) << "edited";
    EXPECT_EQ(ids(search(who, "keramik")), std::vector{c.id});
    const auto more = say("Masih gelap", items::Change::create, "second");
    write([&](db::Tx& tx) {
        items::attach_to_case(tx, world.agency, more, c.id.value);
        index_words(tx, c);
    });
    EXPECT_EQ(ids(search(who, "gelap keramik")), std::vector{c.id}) << "of two items";
    again("", items::Change::remove);
    EXPECT_EQ(search(who, "keramik").fits.count, 0) << "deleted";
    EXPECT_EQ(search(who, "gelap").fits.count, 1);
}

TEST_P(SearchIndex, gives_the_public_what_was_released_and_no_more) {
    Case c = open({.text = "Ubin pecah dekat rumah Ratna"});
    for (const char* word : {"ubin", "mawar", "trotoar", "ratna"})
        EXPECT_TRUE(look(word).cases.empty()) << word << " before it was verified";
    c = verified(c, "Ubin pecah dekat rumah Ratna");
    EXPECT_EQ(ids(look("ratna")), std::vector{c.id});
    EXPECT_EQ(ids(look("mawar")), std::vector{c.id});
    c = done(c, Redact{.reason = "nama orang", .public_text = "Ubin pecah"});
    EXPECT_TRUE(look("ratna").cases.empty()) << "redacted";
    EXPECT_EQ(ids(look("ubin")), std::vector{c.id});
    c = done(c, ReleaseText{"Keramik"});
    EXPECT_TRUE(look("ubin").cases.empty());
    EXPECT_EQ(ids(look("keramik")), std::vector{c.id});
    c = done(c, Reclassify{.kind = {},
                           .case_class = {},
                           .topic = {},
                           .urgency = {},
                           .area = {},
                           .conduct_office = world.west});
    EXPECT_TRUE(look("keramik").cases.empty()) << "conduct";

    for (const auto& hidden : {Wanted{.text = "zebra satu", .kind = Kind::whistleblowing},
                               Wanted{.text = "zebra dua", .identity = IdentityMode::rahasia},
                               Wanted{.text = "zebra tiga", .visibility = Visibility::private_}}) {
        const Case other = open(hidden);
        verified(other, hidden.text);
        EXPECT_TRUE(look("zebra").cases.empty()) << hidden.text;
        EXPECT_TRUE(look("mawar").cases.empty()) << hidden.text;
    }
}

TEST_P(SearchIndex, is_filled_in_steps_for_cases_that_were_there_before) {
    std::vector<CaseId> all;
    for (int i = 0; i < 5; ++i)
        all.push_back(verified(open({.text = "bersama " + std::to_string(i)}), "bersama").id);
    std::ranges::reverse(all);
    empty_index();
    EXPECT_EQ(search(boss(), "bersama").fits.count, 0);
    auto step = [&] { return write([&](db::Tx& tx) { return index_step(tx, world.agency, 2); }); };
    EXPECT_TRUE(step());
    EXPECT_EQ(ids(search(boss(), "bersama")), std::vector(all.begin(), all.begin() + 2))
        << "the newest first";
    fresh().reopen();
    EXPECT_TRUE(step());
    EXPECT_EQ(search(boss(), "bersama").fits.count, 4) << "went on where it stopped";
    EXPECT_FALSE(step());
    EXPECT_EQ(ids(search(boss(), "bersama")), all);
    EXPECT_EQ(ids(look("bersama")), all);
    EXPECT_FALSE(step()) << "nothing is left";

    // Terms of an older program are made anew.
    write([&](db::Tx& tx) { tx.script("update search_progress set version = 0"); });
    ASSERT_TRUE(fill_index(database(), world.agency));
    EXPECT_EQ(ids(search(boss(), "bersama")), all) << "each once";
    EXPECT_TRUE(database().read([&](db::Tx& tx) { return is_index_whole(tx, world.agency); }));
}

TEST_P(SearchIndex, is_made_again_behind_a_restore_into_the_other_engine) {
    const Case c = verified(open({.text = "Ubin pecah"}), "Ubin pecah");
    ASSERT_TRUE(fill_index(database(), world.agency));
    const auto file = fresh().directory() / "backup.db";
    ASSERT_TRUE(db::backup(database(), file));
    for (auto engine : {db::Engine::sqlite, db::Engine::postgres}) {
        db::testing::FreshDatabase other(engine, db::testing::Contents::empty);
        other.close();
        const auto restored = db::restore(file, other.where(), db::Existing::replace);
        ASSERT_TRUE(restored) << restored.error().detail;
        other.reopen();
        auto found = [&](std::string words) {
            return other->read([&](db::Tx& tx) {
                return search_cases(tx, *directory, boss(), {.view = View::all, .words = std::move(words)});
            });
        };
        ASSERT_TRUE(fill_index(*other, world.agency));
        EXPECT_EQ(ids(found("ubin")), std::vector{c.id}) << db::testing::engine_name(engine);
        EXPECT_EQ(found("mawar").fits.count, 1);
    }
}

TEST_P(SearchIndex, forgets_an_erased_person_to_the_last_byte) {
    erase(open({.text = "Pagar zqkelinci rubuh", .author = "tono", .is_queued = true}));
    const Case c = open({.text = "Rumah zqkelinci bocor", .author = "siti"});
    const Case kept = open({.text = "Ubin zqkucing pecah", .author = "budi"});
    say("Rumah zqkelinci sangat bocor", items::Change::update, post_of("Rumah zqkelinci bocor"), "siti");
    write([&](db::Tx& tx) { index_words(tx, c); });
    ASSERT_EQ(search(boss(), "zqkelinci").fits.count, 1);
    erase(c);
    EXPECT_EQ(search(boss(), "zqkelinci").fits.count, 0);
    EXPECT_EQ(search(boss(), "trotoar").fits.count, 3) << "the cases stay";
    EXPECT_EQ(ids(search(boss(), "zqkucing")), std::vector{kept.id});
    if (GetParam() == db::Engine::postgres) return; // its files are the server's
    auto bytes = [&] {
        std::string out;
        for (const char* end : {"", "-wal"})
            if (std::ifstream file(fresh().where() + end, std::ios::binary); file)
                out.append(std::istreambuf_iterator<char>(file), {});
        return out;
    };
    fresh().close(); // the last one out writes the log back
    EXPECT_NE(bytes().find("zqkucing"), std::string::npos);
    EXPECT_EQ(bytes().find("zqkelinci"), std::string::npos);
}

} // namespace
} // namespace cases
