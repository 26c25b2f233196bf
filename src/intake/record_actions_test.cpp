#include "cases/visibility.h"
#include "db/database.h"
#include "events/event_actions.h"
#include "intake/record_actions.h"
#include "intake_world.h"
#include "items/item_actions.h"

namespace intake {
namespace {

class Recording : public testing::WithServices {
protected:
    void fill() override {
        w().database
            .write([&](db::Tx& tx) -> base::Result<void> {
                agency::Change change{.ids = w().ids, .now = w().now};
                for (std::string code : {"jalan-berlubang", "lampu-jalan"}) {
                    auto topic = agency::put_topic(tx, change, w().agency,
                                                   {.code = code,
                                                    .name_id = code,
                                                    .name_en = code,
                                                    .proof = agency::ProofKind::photo,
                                                    .profile = {},
                                                    .words = {code == "lampu-jalan" ? "lampu" : "lubang"}});
                    if (!topic) return topic;
                }
                auto rule = agency::add_rule(tx, change, w().agency,
                                             {.id = {},
                                              .ordinal = 1,
                                              .topic = "jalan-berlubang",
                                              .area = "31.74",
                                              .office = w().south});
                if (!rule) return base::pass(rule);
                return {};
            })
            .value();
    }

    Record record(std::string_view channel = "phone") {
        Record out;
        out.key = std::string(21, 'A') + std::to_string(count_++ % 10);
        out.channel = *base::from_code<Channel>(channel, "kanal");
        out.text = "Lubang besar di Jl. Tebet Raya, hubungi 081234567890";
        out.place = "Tebet Timur";
        out.name = "Siti Rahmawati";
        out.phone = "+6281234567890";
        out.identity = "public";
        out.received_at = w().now;
        if (out.channel == Channel::link) out.link = "https://contoh.id/p/123";
        return out;
    }
    base::Result<Recorded> take(const Record& given) {
        return take_record(services(), w().directories, w().agency, operator_, given);
    }
    template <class F> auto read(F&& f) {
        return database().read([&](db::Tx& tx) { return f(tx); });
    }
    std::vector<events::Stored> timeline(const cases::Case& c) {
        return read([&](db::Tx& tx) { return events::timeline(tx, w().agency, "case", c.id.value); });
    }

    staff::StaffId operator_{77};
    int count_ = 0;
};
DB_TEST_ON_EACH_ENGINE(Recording);

TEST_P(Recording, every_channel_has_its_account_and_opens_a_routed_case) {
    for (const auto& row : base::codes<Channel>) {
        auto done = take(record(row.code));
        ASSERT_TRUE(done) << row.code << " " << done.error().code;
        EXPECT_EQ(done->c.state, cases::State::received);
        EXPECT_EQ(done->c.topic, "jalan-berlubang");
        EXPECT_EQ(done->c.office, w().south) << row.code;
        EXPECT_FALSE(done->deadlines.empty());
        EXPECT_TRUE(people::matches(done->secret, done->c.secret_hash));
        EXPECT_EQ(done->c.visibility,
                  row.value == Channel::link ? items::Visibility::public_ : items::Visibility::private_);
        auto directory = *w().directories.of(w().agency);
        const auto* account = directory->account(done->c.account);
        ASSERT_TRUE(account);
        EXPECT_EQ(account->network, row.code);
    }
    auto first = take(record("letter")), second = take(record("letter"));
    EXPECT_EQ(first->c.account, second->c.account) << "one account for all letters";
    EXPECT_NE(first->c.code, second->c.code);
}

TEST_P(Recording, the_same_form_is_one_case_with_the_same_secret) {
    auto given = record();
    auto first = take(given), again = take(given);
    ASSERT_TRUE(again);
    EXPECT_EQ(first->c.code, again->c.code);
    EXPECT_EQ(first->secret, again->secret);
    EXPECT_FALSE(again->was_known);
}

TEST_P(Recording, a_link_that_was_recorded_before_leads_to_its_case_without_the_secret) {
    auto first = take(record("link"));
    auto later = take(record("link"));
    ASSERT_TRUE(later) << later.error().code;
    EXPECT_TRUE(later->was_known);
    EXPECT_EQ(later->c.code, first->c.code);
    EXPECT_TRUE(later->secret.empty());
    auto items = read([&](db::Tx& tx) { return items::items_of_case(tx, w().agency, first->c.id.value); });
    ASSERT_EQ(items.size(), 1u);
    EXPECT_EQ(items[0].url, "https://contoh.id/p/123");
}

TEST_P(Recording, words_go_public_only_with_consent_or_from_a_public_post) {
    EXPECT_FALSE(cases::may_publish_words(take(record())->c));
    auto given = record();
    given.words_may_be_public = true;
    EXPECT_TRUE(cases::may_publish_words(take(given)->c));
    EXPECT_TRUE(cases::may_publish_words(take(record("link"))->c));
    auto confidential = record();
    confidential.identity = "rahasia";
    confidential.words_may_be_public = true;
    EXPECT_FALSE(cases::may_publish_words(take(confidential)->c));
}

TEST_P(Recording, name_and_number_lie_sealed_in_the_vault_and_in_no_event) {
    auto given = record("letter");
    given.letter_number = "005/RT-03/V/2026";
    given.letter_day = *base::parse_day("2026-05-20");
    auto done = take(given);
    ASSERT_TRUE(done) << done.error().code;
    bool has_recorded = false;
    for (const auto& event : timeline(done->c)) {
        EXPECT_EQ(event.data.find("Siti"), std::string::npos) << event.kind;
        EXPECT_EQ(event.data.find("81234567890"), std::string::npos) << event.kind;
        if (event.kind != item_recorded) continue;
        has_recorded = true;
        EXPECT_FALSE(event.is_public);
        EXPECT_EQ(event.actor, operator_.value);
        EXPECT_NE(event.data.find("005/RT-03/V/2026"), std::string::npos);
        EXPECT_NE(event.data.find("2026-05-20"), std::string::npos);
    }
    EXPECT_TRUE(has_recorded);
    auto open = read(
        [&](db::Tx& tx) { return people::open_identity(tx, *vault_, w().agency, done->c.identity.value()); });
    ASSERT_TRUE(open);
    EXPECT_EQ(open->name, "Siti Rahmawati");
    EXPECT_EQ(open->contact.phone, "+6281234567890");
}

TEST_P(Recording, what_the_operator_chose_stands_above_what_was_read) {
    auto given = record();
    given.kind = triage::Kind::question;
    given.topic = "lampu-jalan";
    auto done = take(given);
    EXPECT_EQ(done->c.kind, cases::Kind::question);
    EXPECT_EQ(done->c.topic, "lampu-jalan");
}

TEST_P(Recording, deadlines_count_from_the_moment_it_was_received) {
    auto given = record();
    given.received_at = w().now - std::chrono::hours(5);
    auto done = take(given);
    EXPECT_EQ(done->c.received_at, given.received_at);
    EXPECT_EQ(done->deadlines.front().started_at, given.received_at);
}

TEST_P(Recording, a_closed_channel_takes_nothing) {
    auto first = take(record("counter"));
    ASSERT_TRUE(first);
    database()
        .write([&](db::Tx& tx) {
            return agency::set_account_active(tx, {.ids = w().ids, .now = w().now}, w().agency,
                                              first->c.account, /*is_active=*/false);
        })
        .value();
    w().directories.changed();
    auto second = take(record("counter"));
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, "account.unknown");
}

TEST_P(Recording, the_reading_is_shown_before_anything_is_stored) {
    RecordDraft draft;
    EXPECT_TRUE(preview(services(), **w().directories.of(w().agency), draft).is_empty);
    draft.text = "Lubang besar, nomor saya 081234567890";
    draft.place = "Tebet Timur, Jakarta Selatan";
    auto read = preview(services(), **w().directories.of(w().agency), draft);
    EXPECT_FALSE(read.is_empty);
    EXPECT_EQ(read.understood.topic, "jalan-berlubang");
    EXPECT_EQ(read.office, w().south);
    EXPECT_TRUE(read.has_private_data);
}

} // namespace
} // namespace intake
