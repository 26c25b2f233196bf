#include "db/database.h"
#include "events/event_actions.h"
#include "intake/accept_actions.h"
#include "intake_world.h"
#include "items/item_actions.h"

#include <thread>

namespace intake {
namespace {

class Accepting : public testing::WithServices {
protected:
    void fill() override {
        w().database
            .write([&](db::Tx& tx) -> base::Result<void> {
                agency::Change change{.ids = w().ids, .now = w().now};
                auto topic = agency::put_topic(tx, change, w().agency,
                                               {.code = "jalan-berlubang",
                                                .name_id = "Jalan berlubang",
                                                .name_en = "Pothole",
                                                .proof = agency::ProofKind::photo,
                                                .profile = {},
                                                .words = {"lubang", "berlubang"}});
                if (!topic) return topic;
                auto rule = agency::add_rule(tx, change, w().agency,
                                             {.id = {},
                                              .ordinal = 1,
                                              .topic = "jalan-berlubang",
                                              .area = "31.74",
                                              .office = w().south});
                if (!rule) return base::pass(rule);
                auto account = agency::add_account(
                    tx, change, w().agency, {.id = {}, .office = w().root, .network = "x", .name = "@posko"});
                if (!account) return base::pass(account);
                account_ = account->id;
                return {};
            })
            .value();
        w().directories.changed();
        directory_ = *w().directories.of(w().agency);
    }

    items::ItemIn item(std::string network_id, std::string text) {
        return {.network_id = std::move(network_id),
                .author = {.network_id = "warga-1", .name = "Siti"},
                .text = std::move(text),
                .created_at = w().now};
    }
    Outcome take(items::ItemIn in) {
        std::vector<base::Result<Wanted>> batch;
        batch.push_back(Wanted{std::move(in), Door::network, {}});
        return take(batch).front();
    }
    std::vector<Outcome> take(const std::vector<base::Result<Wanted>>& batch) {
        return accept(services(), *directory_, *directory_->account(account_), batch);
    }
    cases::Case case_of(const Outcome& outcome) {
        return database().read([&](db::Tx& tx) {
            return cases::find_case(tx, w().agency, outcome.case_code.value(), "TGP").value();
        });
    }
    cases::Context context() { return cases::context_for(*directory_, w().ids, random_, w().now); }

    agency::DirectoryPtr directory_;
    agency::AccountId account_;
};
DB_TEST_ON_EACH_ENGINE(Accepting);

constexpr const char* hole = "Lubang besar di Jl. Tebet Raya, Tebet Timur, hubungi 081234567890";

TEST_P(Accepting, a_report_is_read_and_routed_and_its_words_masked) {
    auto outcome = take(item("1", hole));
    ASSERT_EQ(outcome.fate, Fate::accepted);
    auto c = case_of(outcome);
    EXPECT_EQ(c.topic, "jalan-berlubang");
    EXPECT_TRUE(c.area.value_or("").starts_with("31.74.01")) << c.area.value_or("-");
    EXPECT_EQ(c.office, w().south);
    EXPECT_EQ(c.proposed_text.find("0812"), std::string::npos);
    EXPECT_FALSE(c.public_text);
}

TEST_P(Accepting, the_link_of_the_reporter_can_be_written_again_later) {
    auto opened = case_of(take(item("1", hole)));
    auto reply = item("2", "Sudah tiga hari");
    reply.root = "1";
    take(std::move(reply));
    auto secret = database().read(
        [&](db::Tx& tx) { return items::link_secret(tx, *vault_, w().agency, opened.id.value); });
    ASSERT_TRUE(secret);
    EXPECT_TRUE(people::matches(*secret, opened.secret_hash));
}

TEST_P(Accepting, the_same_item_again_is_known_also_from_eight_threads) {
    auto first = take(item("1", hole));
    EXPECT_EQ(take(item("1", hole)).fate, Fate::known);
    std::vector<std::jthread> threads;
    std::atomic<int> accepted = 0, known = 0;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            auto outcome = take(item("2", hole));
            (outcome.fate == Fate::accepted ? accepted : known)++;
        });
    threads.clear();
    EXPECT_EQ(accepted, 1);
    EXPECT_EQ(known, 7);
    EXPECT_NE(case_of(first).code, "");
}

TEST_P(Accepting, a_wrong_item_is_rejected_alone_and_the_order_kept) {
    std::vector<base::Result<Wanted>> batch;
    for (int i = 0; i < 150; ++i)
        batch.push_back(Wanted{item("b" + std::to_string(i), hole), Door::network, {}});
    batch[16] = base::fail(base::Kind::invalid, "json.malformed");
    batch[70]->item.created_at = *base::parse_time("1900-01-01");
    batch[71]->item.media = {{.sha256 = std::string(64, 'a'), .url = {}}};
    auto outcomes = take(batch);
    ASSERT_EQ(outcomes.size(), 150u);
    for (int i = 0; i < 150; ++i) {
        bool wrong = i == 16 || i == 70 || i == 71;
        EXPECT_EQ(outcomes[static_cast<std::size_t>(i)].fate, wrong ? Fate::rejected : Fate::accepted) << i;
    }
    EXPECT_EQ(outcomes[16].problem->code, "json.malformed");
    EXPECT_EQ(outcomes[70].problem->field, "created_at");
    EXPECT_EQ(outcomes[71].problem->code, "media.unknown");
}

TEST_P(Accepting, a_reply_joins_the_open_case_of_its_conversation) {
    auto first = take(item("1", hole));
    auto reply = item("2", "Sampai sekarang masih berlubang");
    reply.in_reply_to = "1";
    auto second = take(reply);
    EXPECT_EQ(second.case_code, first.case_code);
    auto other = take(item("3", hole));
    EXPECT_NE(other.case_code, first.case_code);
}

TEST_P(Accepting, an_edit_is_a_version_and_a_deletion_a_tombstone_also_when_it_comes_first) {
    auto first = take(item("1", hole));
    auto edit = item("1", "Lubang di Jl. Tebet Raya sudah besar sekali");
    edit.type = items::Change::update;
    EXPECT_EQ(take(edit).fate, Fate::accepted);
    EXPECT_EQ(take(edit).fate, Fate::known);
    auto gone = item("1", "");
    gone.type = items::Change::remove;
    EXPECT_EQ(take(gone).fate, Fate::accepted);
    EXPECT_EQ(take(gone).fate, Fate::known);
    auto early = item("9", "");
    early.type = items::Change::remove;
    EXPECT_EQ(take(early).fate, Fate::accepted);
    auto late = take(item("9", hole));
    EXPECT_EQ(late.fate, Fate::known);
    EXPECT_FALSE(late.case_code);
    EXPECT_EQ(case_of(first).state, cases::State::received);
}

TEST_P(Accepting, thanks_and_chatter_open_what_they_should) {
    EXPECT_TRUE(take(item("1", "Terima kasih banyak petugas, jalan di Tebet Timur sudah mulus")).case_code);
    EXPECT_FALSE(take(item("2", "PROMO pinjol cair cepat tanpa jaminan klik bit.ly/xxx")).case_code);
}

TEST_P(Accepting, two_people_at_once_the_second_is_told) {
    auto c = case_of(take(item("1", hole)));
    cases::Actor coordinator{
        .party = cases::Party::staff, .staff = staff::StaffId{5}, .roles = {staff::Role::coordinator}};
    cases::Command verify = cases::Verify{.kind = cases::Kind::complaint,
                                          .topic = "jalan-berlubang",
                                          .area = "31.74.01.1002",
                                          .no_place = {},
                                          .public_text = "Lubang besar"};
    auto act = [&](const cases::Command& command) {
        return database().write(
            [&](db::Tx& tx) { return cases::act(tx, context(), c, coordinator, command, c.version); });
    };
    auto first = act(verify);
    ASSERT_TRUE(first) << first.error().code << first.error().field;
    EXPECT_EQ(first->state, cases::State::verified);
    auto second = act(cases::Assign{.office = w().west, .person = {}});
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, "case.changed_meanwhile");
}

TEST_P(Accepting, what_is_redacted_is_gone_from_the_record) {
    auto c = case_of(take(item("1", hole)));
    cases::Actor coordinator{
        .party = cases::Party::staff, .staff = staff::StaffId{5}, .roles = {staff::Role::coordinator}};
    database()
        .write([&](db::Tx& tx) {
            return cases::act(tx, context(), c, coordinator, cases::Note{.text = "Nama pelapor Budi"});
        })
        .value();
    auto record = [&] {
        std::string all;
        database().read([&](db::Tx& tx) {
            all.clear();
            for (const auto& event : events::timeline(tx, w().agency, "case", c.id.value))
                all += event.data;
        });
        return all;
    };
    EXPECT_NE(record().find("Budi"), std::string::npos);
    database()
        .write([&](db::Tx& tx) {
            return cases::act(tx, context(), c, coordinator,
                              cases::Redact{.reason = "memuat nama", .public_text = {}});
        })
        .value();
    EXPECT_EQ(record().find("Budi"), std::string::npos);
}

} // namespace
} // namespace intake
