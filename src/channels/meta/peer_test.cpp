// Against the contract mock of ours, tests/fakes/meta.ts.
#include "channels/meta/meta.h"
#include "fakes/node_server.h"

#include <gtest/gtest.h>

namespace channels::meta {
namespace {

using network::Found;
using network::Verdict;

class MetaPeer : public ::testing::Test {
protected:
    base::json::Value tell(const std::string& path, const base::json::Object& body) {
        const auto answer = tests::carry({.name = "tell",
                                          .method = "POST",
                                          .url = server.url() + path,
                                          .headers = {{"Content-Type", "application/json"}},
                                          .body = boost::json::serialize(body)});
        return *base::json::parse(answer.response.value().body);
    }
    std::string comment(const std::string& post, const std::string& text) {
        return network::text_in(tell("/_comment", {{"post", post}, {"from", "200"}, {"text", text}}), "id");
    }
    Found find(const network::Channel& channel, const network::Connection& account,
               const network::Draft& draft, network::Progress& progress) {
        return channel.read_own(account, draft, progress,
                                tests::carry(*channel.find_own(account, draft, progress)).response.value());
    }
    network::Connection account(const std::string& id) {
        return {.server = server.url(),
                .own_id = id,
                .handle = id == "10" ? "Dinas PU" : "@dinas",
                .secrets = {{"token", "T"}, {"phone_number_id", "40"}}};
    }
    /// Goes back through every page of the source.
    std::vector<std::string> walk(const network::Channel& channel, const network::Connection& account,
                                  const std::string& source) {
        std::vector<std::string> seen;
        network::Walk walk;
        for (int pages = 0; pages < 10; ++pages) {
            auto page = channel.read_page(
                account, {.name = source}, walk,
                tests::carry(channel.ask_page(account, {.name = source}, walk)).response.value());
            if (!page) break;
            for (const auto& event : page->events)
                if (!event.is_own) seen.push_back(event.item.network_id);
            walk.cursor = page->cursor;
            if (page->has_reached) break;
        }
        std::ranges::reverse(seen);
        return seen;
    }

    tests::NodeServer server{"tests/fakes/meta.ts"};
    network::ChannelPtr facebook = make_facebook();
    network::ChannelPtr instagram = make_instagram();
};

TEST_F(MetaPeer, every_comment_under_a_post_is_read) {
    for (const auto& [channel, id] : {std::pair{facebook, "10"}, std::pair{instagram, "20"}}) {
        const std::string post = std::string(id) + "_1";
        std::vector<std::string> made;
        for (int i = 0; i < 105; ++i)
            made.push_back(comment(post, "lubang " + std::to_string(i)));
        EXPECT_EQ(walk(*channel, account(id), "thread:" + post), made);
    }
}

TEST_F(MetaPeer, who_the_token_speaks_for) {
    auto self =
        facebook->read_self(account(""), tests::carry(facebook->ask_self(account(""))).response.value());
    EXPECT_EQ(self->own_id, "10");
    self = instagram->read_self(account(""), tests::carry(instagram->ask_self(account(""))).response.value());
    EXPECT_EQ(self->own_id, "20");
    EXPECT_EQ(self->handle, "@dinas");
    auto old = account("20");
    old.secrets["token"] = "OLD";
    EXPECT_EQ(instagram->judge_reading(tests::carry(instagram->ask_self(old))).verdict, Verdict::expired);
    old.secrets["token"] = "WRONG";
    EXPECT_EQ(instagram->judge_reading(tests::carry(instagram->ask_self(old))).verdict, Verdict::revoked);
    auto tokens =
        instagram->read_tokens(tests::carry(*instagram->refresh(account("20"))).response.value(), {});
    EXPECT_EQ(tokens->secrets.at("token"), "T");
    EXPECT_EQ(tokens->expires_at, base::Time{} + std::chrono::days(60));
}

TEST_F(MetaPeer, a_message_is_answered_as_a_message_and_a_comment_in_private_once) {
    const auto to = network::text_in(tell("/_message", {{"from", "200"}, {"text", "lubang"}}), "id");
    network::Draft draft{.key = "1",
                         .text = "Baik, kami cek.",
                         .visibility = items::Visibility::private_,
                         .to = to,
                         .to_author = "200",
                         .root = "dm:200"};
    network::Progress progress;
    EXPECT_EQ(find(*facebook, account("10"), draft, progress), Found::no);
    ASSERT_EQ(tests::send(*facebook, account("10"), draft, progress).verdict, Verdict::ok);
    progress = {};
    EXPECT_EQ(find(*facebook, account("10"), draft, progress), Found::yes);

    draft = {.key = "2",
             .text = "Boleh minta alamatnya?",
             .visibility = items::Visibility::private_,
             .to = comment("10_1", "lubang"),
             .to_author = "200",
             .root = "10_1"};
    progress = {};
    EXPECT_FALSE(facebook->find_own(account("10"), draft, progress));
    ASSERT_EQ(tests::send(*facebook, account("10"), draft, progress).verdict, Verdict::ok);
    EXPECT_FALSE(facebook->next(account("10"), draft, progress));
    const auto sent = tell("/_sent", {});
    EXPECT_EQ(network::text_in(sent.at(0), "recipient.id"), "200");
    EXPECT_EQ(network::text_in(sent.at(0), "messaging_type"), "RESPONSE");
    EXPECT_EQ(network::text_in(sent.at(1), "recipient.comment_id"), draft.to);
    EXPECT_EQ(server.asked("/comments"), 0) << "what is private never goes to the edge of comments";
}

TEST_F(MetaPeer, a_picture_goes_with_the_words) {
    network::Progress progress;
    const network::Draft draft{.key = "1",
                               .text = "Sesudah",
                               .to = comment("10_1", "lubang"),
                               .pictures = {{.mime = "image/jpeg", .bytes = "JPEG", .alt = "aspal baru"}}};
    EXPECT_TRUE(facebook->needs_bytes(draft, progress));
    ASSERT_EQ(tests::send(*facebook, account("10"), draft, progress).verdict, Verdict::ok);
    EXPECT_EQ(network::text_in(tell("/_sent", {}).at(0), "picture"), "JPEG");
}

TEST_F(MetaPeer, faults_lose_nothing_and_say_nothing_twice) {
    struct Row {
        const char* mode;
        Verdict verdict;
        bool stands;
    };
    int turn = 0;
    for (const auto& [channel, id] :
         {std::pair{facebook, "10"}, std::pair{instagram, "20"}, std::pair{facebook, "own"}})
        for (const auto& row : std::to_array<Row>({{"drop", Verdict::unknown, true},
                                                   {"broken", Verdict::unknown, true},
                                                   {"slow", Verdict::unknown, true},
                                                   {"limited", Verdict::limited, false},
                                                   {"expired", Verdict::expired, false},
                                                   {"away", Verdict::unavailable, false}})) {
            const bool is_post = std::string_view(id) == "own";
            const auto from = account(is_post ? "10" : id);
            const network::Draft draft{.key = std::to_string(++turn),
                                       .text = "Sudah diperbaiki " + std::to_string(turn),
                                       .to = is_post ? "" : comment(std::string(id) + "_1", "lubang"),
                                       .to_handle = "@warga"};
            network::Progress progress;
            server.fault(row.mode, is_post ? "/feed" : draft.to);
            const auto judged = tests::send(*channel, from, draft, progress, std::chrono::seconds(1));
            EXPECT_EQ(judged.verdict, row.verdict) << id << row.mode;
            if (row.verdict == Verdict::limited) EXPECT_TRUE(judged.again_at);
            EXPECT_EQ(find(*channel, from, draft, progress), row.stands ? Found::yes : Found::no)
                << id << row.mode;
            EXPECT_EQ(tests::send(*channel, from, draft, progress).verdict, Verdict::ok);
            EXPECT_EQ(network::published(progress).size(), 1U);
        }
    network::Progress progress;
    EXPECT_EQ(
        tests::send(*facebook, account("10"), {.key = "x", .text = "x", .to = "99_99"}, progress).verdict,
        Verdict::gone);
}

} // namespace
} // namespace channels::meta
