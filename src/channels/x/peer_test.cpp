// Against the contract mock of ours, tests/fakes/x.ts.
#include "channels/x/x.h"
#include "fakes/node_server.h"

#include <gtest/gtest.h>

namespace channels::x {
namespace {

using network::Found;
using network::Verdict;

class XPeer : public ::testing::Test {
protected:
    base::json::Value tell(const std::string& path, const base::json::Object& body) {
        const auto answer = tests::carry({.name = "tell",
                                          .method = "POST",
                                          .url = server.url() + path,
                                          .body = boost::json::serialize(body)});
        return *base::json::parse(answer.response.value().body);
    }
    std::string mention(const std::string& text) {
        return network::text_in(tell("/_post", {{"author", "200"}, {"text", text}, {"mentions", {"100"}}}),
                                "id");
    }
    Found find(const network::Draft& draft, network::Progress& progress) {
        return channel->read_own(account, draft, progress,
                                 tests::carry(*channel->find_own(account, draft, progress)).response.value());
    }

    tests::NodeServer server{"tests/fakes/x.ts"};
    network::ChannelPtr channel = make_channel();
    network::Connection account{.server = server.url(),
                                .own_id = "100",
                                .handle = "@dinas",
                                .secrets = {{"token", "T1"}, {"refresh_token", "R1"}, {"client_id", "app"}}};
};

TEST_F(XPeer, every_mention_is_read_page_by_page) {
    std::vector<std::string> made;
    for (int i = 0; i < 230; ++i)
        made.push_back(mention("@dinas lubang " + std::to_string(i)));
    network::Walk walk;
    std::vector<std::string> seen;
    std::string mark;
    for (int pages = 0; pages < 10; ++pages) {
        auto page = channel->read_page(
            account, {.name = "mentions"}, walk,
            tests::carry(channel->ask_page(account, {.name = "mentions"}, walk)).response.value());
        ASSERT_TRUE(page);
        for (const auto& event : page->events)
            seen.push_back(event.item.network_id);
        if (mark.empty()) mark = page->mark;
        walk.cursor = page->cursor;
        if (page->has_reached) break;
    }
    std::ranges::reverse(seen);
    EXPECT_EQ(seen, made);
    const auto later = mention("@dinas satu lagi");
    walk = {.mark = mark};
    auto page = channel->read_page(
        account, {.name = "mentions"}, walk,
        tests::carry(channel->ask_page(account, {.name = "mentions"}, walk)).response.value());
    ASSERT_EQ(page->events.size(), 1U);
    EXPECT_EQ(page->events[0].item.network_id, later);
}

TEST_F(XPeer, a_summons_is_answered_in_parts_with_a_described_picture) {
    network::Draft draft{.key = "1",
                         .to = mention("@dinas lubang"),
                         .to_handle = "@warga",
                         .pictures = {{.mime = "image/jpeg", .bytes = "JPEG", .alt = "sesudah"}}};
    for (int i = 0; i < 12; ++i)
        draft.text += "Perbaikan tahap ke-" + std::to_string(i) + " di lapor.contoh.id/x" +
                      std::to_string(i) + " selesai. ";
    network::Progress progress;
    ASSERT_EQ(tests::send(*channel, account, draft, progress).code, "");
    const auto ids = network::published(progress);
    ASSERT_GT(ids.size(), 2U);
    EXPECT_EQ(server.asked("/2/media/upload"), 1);
    EXPECT_EQ(server.asked("/2/media/metadata"), 1);
    EXPECT_EQ(server.asked("/2/tweets/"), 1) << "the rule is read once";
    const auto media = tell("/_media", {});
    EXPECT_EQ(network::text_in(media.as_object().begin()->value(), "alt"), "sesudah");
}

TEST_F(XPeer, who_did_not_summon_us_is_not_answered) {
    const auto post = network::text_in(tell("/_post", {{"author", "200"}, {"text", "dinas PU payah"}}), "id");
    network::Progress progress;
    const auto judged = tests::send(*channel, account, {.key = "1", .text = "Halo", .to = post}, progress);
    EXPECT_EQ(judged.verdict, Verdict::forbidden);
    EXPECT_EQ(judged.code, "not_summoned");
    auto posts_made = [&] { return server.asked("/2/tweets") - server.asked("/2/tweets/"); };
    EXPECT_EQ(posts_made(), 0);
    // Facts that are wrong are caught by X itself.
    progress = {};
    const network::Draft told{.key = "1", .text = "Halo", .to = post, .to_facts = {{"summoned", true}}};
    EXPECT_EQ(tests::send(*channel, account, told, progress).verdict, Verdict::forbidden);
    EXPECT_EQ(posts_made(), 1);
}

TEST_F(XPeer, what_is_deleted_is_gone) {
    const auto post = mention("@dinas hapus");
    tell("/_remove", {{"id", post}});
    network::Progress progress;
    EXPECT_EQ(tests::send(*channel, account, {.key = "1", .text = "Halo", .to = post}, progress).verdict,
              Verdict::gone);
    const network::Draft told{.key = "1", .text = "Halo", .to = post, .to_facts = {{"summoned", true}}};
    EXPECT_EQ(tests::send(*channel, account, told, progress).verdict, Verdict::gone);
}

TEST_F(XPeer, a_token_that_ran_out_is_renewed_by_a_refresh_token_that_is_spent) {
    account.secrets["token"] = "T0";
    EXPECT_EQ(channel->judge_reading(tests::carry(channel->ask_self(account))).verdict, Verdict::expired);
    for (int turn = 0; turn < 3; ++turn) {
        auto tokens = channel->read_tokens(tests::carry(*channel->refresh(account)).response.value(),
                                           base::system_now()());
        ASSERT_TRUE(tokens);
        for (const auto& [name, value] : tokens->secrets)
            account.secrets[name] = value;
    }
    auto self = channel->read_self(account, tests::carry(channel->ask_self(account)).response.value());
    EXPECT_EQ(self->own_id, "100");
    EXPECT_EQ(self->handle, "@dinas");
    account.secrets["refresh_token"] = "R1";
    EXPECT_EQ(channel->judge_reading(tests::carry(*channel->refresh(account))).verdict, Verdict::revoked);
}

TEST_F(XPeer, faults_lose_nothing_and_say_nothing_twice) {
    struct Row {
        const char* mode;
        Verdict verdict;
        bool stands;
    };
    int turn = 0;
    for (const bool is_answer : {true, false})
        for (const auto& row : std::to_array<Row>({{"drop", Verdict::unknown, true},
                                                   {"broken", Verdict::unknown, true},
                                                   {"slow", Verdict::unknown, true},
                                                   {"limited", Verdict::limited, false},
                                                   {"expired", Verdict::expired, false},
                                                   {"away", Verdict::unavailable, false}})) {
            const network::Draft draft{.key = std::to_string(++turn),
                                       .text = "Sudah & selesai " + std::to_string(turn) +
                                               ": contoh.id/a https://b.id/c.",
                                       .to = is_answer ? mention("@dinas lubang") : ""};
            network::Progress progress;
            if (is_answer) {
                const auto rule = channel->next(account, draft, progress);
                ASSERT_EQ(channel->judge(account, draft, progress, tests::carry(rule->request)).verdict,
                          Verdict::ok);
            }
            server.fault(row.mode, "/2/tweets");
            const auto judged = tests::send(*channel, account, draft, progress, std::chrono::seconds(1));
            EXPECT_EQ(judged.verdict, row.verdict) << row.mode;
            if (row.mode == std::string("slow")) std::this_thread::sleep_for(std::chrono::milliseconds(100));
            const auto found = find(draft, progress);
            if (row.stands)
                EXPECT_EQ(found, Found::yes) << row.mode << is_answer;
            else // of a post of its own that was certainly not taken nobody asks
                EXPECT_EQ(found, is_answer ? Found::no : found) << row.mode;
            EXPECT_TRUE(row.stands || found != Found::yes) << row.mode << is_answer;

            EXPECT_EQ(tests::send(*channel, account, draft, progress).verdict, Verdict::ok);
            EXPECT_EQ(network::published(progress).size(), 1U);
        }
}

} // namespace
} // namespace channels::x
