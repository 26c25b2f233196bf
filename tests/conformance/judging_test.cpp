// What every connector must make of the answers to what it asks and posts: sent, refused, in doubt, later.
#include "conformance/connector.h"
#include "network/json_reading.h"

namespace tests::conformance {

TEST_P(Connector, half_an_answer_to_a_post_is_no_success) {
    NOT_AT(Can::send);
    const auto to = draft();
    Progress begun;
    const auto step = publishing_step(to, begun);
    const auto whole = adapter->serve(step.request);
    for (std::size_t at = 0; at < whole.body.size(); ++at) {
        auto progress = begun;
        auto cut = whole;
        cut.body.resize(at);
        const auto judged = channel->judge(account, to, progress, answered(cut));
        const bool is_published = !network::published(progress).empty();
        EXPECT_EQ(judged.verdict == Verdict::ok, is_published) << cut.body;
        if (!is_published) EXPECT_EQ(judged.verdict, Verdict::unknown) << "it may stand: " << cut.body;
    }
    auto progress = begun;
    EXPECT_EQ(channel->judge(account, to, progress, answered(whole)).verdict, Verdict::ok);
    EXPECT_EQ(network::published(progress).size(), 1U);
}

TEST_P(Connector, a_lost_post_is_in_doubt_and_an_unsent_one_is_not) {
    NOT_AT(Can::send);
    const auto to = draft();
    Progress begun;
    (void)publishing_step(to, begun);
    auto progress = begun;
    EXPECT_EQ(channel->judge(account, to, progress, {.reached = network::Reached::maybe, .at = now}).verdict,
              Verdict::unknown);
    progress = begun;
    EXPECT_EQ(channel->judge(account, to, progress, {.reached = network::Reached::no, .at = now}).verdict,
              Verdict::unavailable);
    EXPECT_TRUE(network::published(progress).empty());
}

TEST_P(Connector, too_many_waits_as_long_as_the_network_says) {
    NOT_AT(Can::send);
    const auto to = draft();
    Progress begun;
    (void)publishing_step(to, begun);
    for (const auto& reset : adapter->resets()) {
        SCOPED_TRACE(reset.what);
        auto progress = begun;
        const auto sending = channel->judge(account, to, progress, answered(reset.response));
        const auto reading = channel->judge_reading(answered(reset.response));
        EXPECT_EQ(sending.verdict, Verdict::limited);
        EXPECT_EQ(reading.verdict, Verdict::limited);
        EXPECT_TRUE(network::published(progress).empty());
        for (const auto& judged : {sending, reading}) {
            // Without a word of the network the core waits by itself.
            if (!judged.again_at && reset.from <= 1s) continue;
            ASSERT_TRUE(judged.again_at);
            EXPECT_GE(*judged.again_at, now + reset.from);
            EXPECT_LE(*judged.again_at, now + reset.to);
        }
    }
}

TEST_P(Connector, a_refusal_means_the_same_everywhere) {
    NOT_AT(Can::send);
    const auto to = draft();
    Progress begun;
    (void)publishing_step(to, begun);
    for (const auto& refusal : adapter->refusals()) {
        SCOPED_TRACE(refusal.what);
        auto progress = begun;
        const auto sending = channel->judge(account, to, progress, answered(refusal.response));
        EXPECT_EQ(sending.verdict, refusal.sending);
        const auto reading = channel->judge_reading(answered(refusal.response));
        EXPECT_EQ(reading.verdict, refusal.reading);
        EXPECT_FALSE(sending.code.empty()) << "staff is told what the network said";
        EXPECT_LE(sending.code.size(), 200U);
        for (const auto& [name, secret] : account.secrets)
            if (secret.size() > 4)
                EXPECT_EQ(sending.code.find(secret), std::string::npos) << "a secret in the code";
    }
}

TEST_P(Connector, an_own_post_is_found_again_or_a_person_is_asked) {
    NOT_AT(Can::send);
    const auto to = draft();
    Progress begun;
    const auto step = publishing_step(to, begun);
    auto lost = begun;
    (void)channel->judge(account, to, lost, {.reached = network::Reached::maybe, .at = now});
    if (const auto why = adapter->why_not(Can::ask_again); !why.empty()) {
        EXPECT_FALSE(channel->find_own(account, to, lost));
        EXPECT_EQ(channel->same_key_for(), 0s);
        GTEST_SKIP() << GetParam() << ": " << why;
    }
    const auto request = channel->find_own(account, to, lost);
    if (!request) {
        EXPECT_GT(channel->same_key_for(), 1h) << "what cannot be looked for must be free of harm to repeat";
        (void)adapter->serve(step.request);
        (void)adapter->serve(step.request);
        EXPECT_EQ(adapter->count_own("ditambal"), 1);
        return;
    }
    auto none = lost;
    EXPECT_EQ(channel->read_own(account, to, none, adapter->serve(*request)), network::Found::no);
    (void)adapter->serve(step.request);
    auto found = lost;
    EXPECT_EQ(channel->read_own(account, to, found, adapter->serve(*request)), network::Found::yes);
    EXPECT_EQ(network::published(found).size(), 1U);
    EXPECT_FALSE(channel->next(account, to, found)) << "and nothing is left to send";
    auto again = lost;
    auto elsewhere = to;
    elsewhere.others = network::published(found);
    if (channel->same_key_for() == 0s)
        EXPECT_EQ(channel->read_own(account, elsewhere, again, adapter->serve(*request)), network::Found::no)
            << "it is another message's";
    for (const int status : {400, 404, 500}) {
        auto untouched = lost;
        const auto said =
            channel->read_own(account, to, untouched, {.status = status, .headers = {}, .body = "<html>"});
        EXPECT_NE(said, network::Found::yes) << status;
    }
}

TEST_P(Connector, a_picture_is_asked_for_within_bounds) {
    const auto request = channel->ask_media(account, "https://cdn.example/a.jpg");
    EXPECT_LE(request.largest, 20UL << 20);
    EXPECT_LE(request.longest, 120s);
    for (const char* answer : {"", "{}", "[]", "<html>", R"({"url":"file:///etc/passwd"})",
                               R"({"ok":true,"result":{"file_path":"../../x"}})"})
        for (const int status : {200, 404})
            if (auto further =
                    channel->read_media(account, {.status = status, .headers = {}, .body = answer}))
                EXPECT_TRUE(further->url.starts_with("http")) << further->url;
}

TEST_P(Connector, a_new_token_never_wipes_what_renews_it) {
    NOT_AT(Can::refresh);
    const auto request = channel->refresh(account);
    ASSERT_TRUE(request);
    auto tokens = channel->read_tokens(adapter->serve(*request), now);
    ASSERT_TRUE(tokens);
    EXPECT_FALSE(tokens->secrets.at("token").empty());
    if (const auto found = tokens->secrets.find("refresh_token"); found != tokens->secrets.end())
        EXPECT_FALSE(found->second.empty());
    if (tokens->expires_at) {
        EXPECT_GT(*tokens->expires_at, now);
        EXPECT_LT(*tokens->expires_at, now + std::chrono::days(366));
    }
    // Empty and bogus life times.
    for (const auto* body :
         {R"({"access_token":"N","expires_in":-5})", R"({"access_token":"N","expires_in":"soon"})",
          R"({"access_token":"N","expires_in":99999999999})"})
        if (auto odd = channel->read_tokens({.status = 200, .headers = {}, .body = body}, now);
            odd && odd->expires_at)
            EXPECT_GT(*odd->expires_at, now) << body;
}

} // namespace tests::conformance
